"""How far a pack reaches: from the day on which its rules begin to the last by which its sources are read again."""

from __future__ import annotations

from datetime import date
from enum import Enum

from sharewell.policy.pack import Pack


class Reach(Enum):
    """Where a day lies."""

    BEFORE = "before"
    """Nothing is encoded for it: every answer is *refer*."""
    WITHIN = "within"
    BEYOND = "beyond"
    """Every source is to be read again sooner than that, and may say something else by then."""


def reach(pack: Pack, day: date) -> Reach:
    """Where a day lies."""
    if day < pack.first_day:
        return Reach.BEFORE
    last = last_review(pack)
    return Reach.BEYOND if last is not None and day > last else Reach.WITHIN


def last_review(pack: Pack) -> date | None:
    """The last day by which any source is read again; None for a pack whose sources name none."""
    named = [source.review_by for source in pack.sources if source.review_by != date.max]
    return max(named, default=None)
