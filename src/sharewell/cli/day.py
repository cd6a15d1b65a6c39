"""Days: read as written, and said in words."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # two lines, six months each

#: The hint for whatever is not a day.
HOW_TO_WRITE = "write a day as year-month-day, such as 2026-11-23"


def today() -> dt.date:
    """The day on this machine's calendar."""
    return dt.datetime.now(dt.UTC).astimezone().date()


def day_of(written: str) -> dt.date | None:
    """The day that a text names, or None if it names none."""
    if not _ISO.fullmatch(written):
        return None
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None


def in_words(day: dt.date) -> str:
    """23 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
