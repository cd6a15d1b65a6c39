"""Ages and birthdays. Somebody reaches an age at the start of the day; born on 29 February, on 1 March."""

from __future__ import annotations

from datetime import date


def birthday(born_on: date, years: int) -> date:
    """The day on which somebody turns so many years old."""
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return date(born_on.year + years, 3, 1)


def age_on(born_on: date | None, on: date) -> int | None:
    """The age on a day; None if the date of birth is not known or has not come."""
    if born_on is None or on < born_on:
        return None
    years = on.year - born_on.year
    return years if birthday(born_on, years) <= on else years - 1
