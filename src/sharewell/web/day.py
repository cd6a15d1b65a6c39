"""Days in words."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def in_words(day: date) -> str:
    """`17 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
