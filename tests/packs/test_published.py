"""Published scenarios: the rules and the publishers mostly say the same, and where not, a page says why."""

from __future__ import annotations

from datetime import date

import pytest

from sharewell.policy.outcome import SHARING, Outcome
from tests.packs.published_page import DAYS, EXPLAINED, PAGE, agrees, of, page, said_on
from tests.packs.shipped import TODAY, published

SCENARIOS = 55
ENOUGH = 50
FORBID = {"do-not-share"}
LET_GO = {"share", "must-share"}


def test_there_are_as_many_scenarios_as_the_page_says() -> None:
    assert len(published()) == len({of(case).scenario for case in published()}) == SCENARIOS


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_rules_mostly_agree_with_the_publishers(day: date) -> None:
    assert sum(agrees(case, day) for case in published()) >= ENOUGH


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_rules_never_hold_back_what_a_publisher_shares(day: date) -> None:
    held = {
        of(case).scenario
        for case in published()
        if of(case).says in LET_GO and any(each.outcome is Outcome.MUST_NOT_SHARE for each in said_on(case, day))
    }
    assert held == set()


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_rules_never_let_go_what_a_publisher_forbids(day: date) -> None:
    let_go = {
        of(case).scenario
        for case in published()
        if of(case).says in FORBID and any(each.outcome in SHARING for each in said_on(case, day))
    }
    assert let_go == set()


def test_every_disagreement_is_explained_and_nothing_else() -> None:
    assert {of(case).scenario for case in published() if not agrees(case, TODAY)} == set(EXPLAINED)


def test_the_page_is_true() -> None:
    """If not: `python -m tests.packs.published_page`."""
    assert PAGE.read_text(encoding="utf-8") == page()
