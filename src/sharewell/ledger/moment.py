"""Moments as an entry writes them: UTC, microseconds, `Z`. One moment has one text, and the texts sort likewise."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sharewell.ledger.error import EntryError

MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"
_MOMENT = re.compile(MOMENT, re.ASCII)


def moment_text(at: datetime) -> str:
    """`2026-11-25T09:30:00.000000Z`.

    Raises: EntryError for a moment that does not say in which zone it is.
    """
    if at.tzinfo is None or at.utcoffset() is None:
        raise EntryError("`at` is a moment with a zone")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def read_moment(text: str) -> datetime:
    """The moment that such a text means.

    Raises: EntryError for any other way of writing one, or a day that is not in the calendar.
    """
    if not _MOMENT.fullmatch(text):
        raise EntryError("a moment is written 2026-11-25T09:30:00.000000Z")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise EntryError("there is no such moment in the calendar") from None
