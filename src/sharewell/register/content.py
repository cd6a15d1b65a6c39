"""A row as plain data, the same on either database: what the ledger commits to.

What signs somebody in is in it as a digest only, so that no password, secret or code is ever beside the ledger.
"""

from __future__ import annotations

import base64
import json
import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import models

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


def content_of(row: models.Model) -> dict[str, Plain]:
    """Column to plain value, for every column of the row. Moments are in UTC with microseconds.

    What signs somebody in is left out: it changes by itself, and belongs in no record of acts.

    Raises: TypeError for a kind of value that has no plain form here.
    """
    classes = getattr(row, "CLASS", {})
    told = (field for field in row._meta.concrete_fields if classes.get(field.name) != "credential")
    return {str(field.column): _plain(getattr(row, field.attname)) for field in told}


def _plain(value: object) -> Plain:
    match value:
        case None | bool() | int() | str():
            return value
        case uuid.UUID():
            return str(value)
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        case date():
            return value.isoformat()
        case bytes() | bytearray() | memoryview():
            return base64.b64encode(bytes(value)).decode("ascii")
        case Decimal():
            return str(value)
        case list() | tuple() | dict():
            return json.loads(json.dumps(value))  # type: ignore[no-any-return]  # it came from a JSON column
        case _:
            raise TypeError(f"no plain form for {type(value).__name__}")
