"""What was known by the end of an earlier day: rows are kept and never changed, so it is those written by then."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import QuerySet

from sharewell.casework.acting import LONDON
from sharewell.register.row import Row

R = TypeVar("R", bound=Row)


def known_by(rows: QuerySet[R], day: date | None) -> QuerySet[R]:
    """Those rows that were written by the end of the day in England; all of them without a day."""
    return rows if day is None else rows.filter(recorded_at__lt=end_of(day))


def was_known(row: Row | None, day: date | None) -> bool:
    """Whether a row was written by the end of the day."""
    return row is not None and (day is None or row.recorded_at < end_of(day))


def end_of(day: date) -> datetime:
    """The moment at which a day in England is over."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=LONDON)
