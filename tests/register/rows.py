"""A row in any table, for tests of what the database refuses: its values mean nothing and its links lead nowhere."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection, models, transaction

MOMENT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def value_of(field: models.Field[Any, Any]) -> Any:
    """Some value that the field takes."""
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    match kind:
        case models.UUIDField():
            return uuid.uuid4()
        case models.DateTimeField():
            return MOMENT
        case models.DateField():
            return date(2026, 11, 25)
        case models.BinaryField():
            return b"\0"
        case models.BooleanField():
            return True
        case models.JSONField():
            return []
        case models.IntegerField():
            return uuid.uuid4().int % 30_000
        case _:
            return uuid.uuid4().hex[: kind.max_length or 32]


def made(model: type[models.Model], **known: Any) -> models.Model:
    """A row of a model as it might be, not kept."""
    told = {field.attname: value_of(field) for field in model._meta.concrete_fields}
    return model(**{**told, **known})


@contextmanager
def anything_goes() -> Iterator[None]:
    """A transaction that is undone, in which a row may break the checks and lead nowhere; triggers stay."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        try:
            with transaction.atomic():
                if connection.vendor == "postgresql":
                    cursor.execute("SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c'")
                    for table, name in cursor.fetchall():
                        if table.startswith("register_"):
                            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
                yield
                transaction.set_rollback(True)
        finally:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA ignore_check_constraints = OFF")
