"""How far a pack reaches: its first day, and the last by which its sources are read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharewell.policy.reach import Reach, last_review, reach
from sharewell.policy.source import Source, Standing
from tests.policy.toy import PACK


def source(name: str, review_by: date) -> Source:
    return Source(name, name, "act", "parliament", Standing.READ, review_by)


BARE = replace(PACK, first_day=date(2008, 10, 1), sources=())
FULL = replace(
    BARE, sources=(source("a", date(2027, 1, 31)), source("b", date(2027, 5, 22)), source("never", date.max))
)


def test_the_last_review_is_the_latest_that_is_named():
    assert last_review(FULL) == date(2027, 5, 22)
    assert last_review(BARE) is None
    assert last_review(replace(BARE, sources=(source("never", date.max),))) is None


@pytest.mark.parametrize(
    ("day", "lies"),
    [
        (date.min, Reach.BEFORE),
        (date(2008, 9, 30), Reach.BEFORE),
        (date(2008, 10, 1), Reach.WITHIN),
        (date(2027, 5, 22), Reach.WITHIN),
        (date(2027, 5, 23), Reach.BEYOND),
        (date.max, Reach.BEYOND),
    ],
)
def test_where_a_day_lies(day, lies):
    assert reach(FULL, day) is lies


def test_without_a_review_no_day_is_beyond():
    assert reach(BARE, date.max) is Reach.WITHIN
    assert reach(BARE, BARE.first_day - timedelta(days=1)) is Reach.BEFORE
