"""Asking: danger first, only what can still change the answer, and never the wrong end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharewell.policy.ask import Interview
from sharewell.policy.compile import compiled
from sharewell.policy.evaluate import determine
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.flips import flips
from sharewell.policy.outcome import Outcome
from sharewell.policy.package import PackageOutcome, package_of
from tests.policy.drawn import drawn_answers, drawn_edition
from tests.policy.toy import QUIET_DAY, edition

seeds = st.integers(0, 5_000)


def ask(interview: Interview, full: dict[str, str]) -> dict[str, str]:
    """Answer whatever is asked until the interview ends."""
    answers: dict[str, str] = {}
    while fact := interview.next(answers):
        assert fact not in answers
        answers[fact] = full[fact]
    return answers


def test_danger_is_asked_first_and_ends_it():
    interview = Interview(compiled(edition()))
    assert interview.next({}) == "fire"
    assert interview.next({"fire": "yes", "borrower": "medic"}) is None


def test_it_asks_only_what_can_still_change_the_answer():
    interview = Interview(compiled(edition()))
    asked = ask(interview, {**QUIET_DAY, "brakes": "good"})
    assert "colour" not in asked
    assert "brakes" not in asked, "the checks made its quiet answer do"
    assert determine(edition(), asked).outcome is Outcome.SHOULD_SHARE
    assert interview.order({}) == interview.order({})


def test_a_fact_waits_for_those_it_comes_after():
    order = Interview(compiled(edition())).order({"fire": "no", "stolen": "no", "checks": "fine"})
    assert order.index("borrower") < order.index("weather")


def test_a_gate_that_cannot_be_answered_opens_the_facts_behind_it():
    interview = Interview(compiled(edition()))
    answers = {"fire": "no", "borrower": "friend", "stolen": "no", "weather": "sun", "checks": NOT_KNOWN}
    assert interview.order(answers) == ("brakes",)
    assert interview.order({**answers, "brakes": NOT_KNOWN}) == ()


@settings(max_examples=60, deadline=None)
@given(seeds, seeds)
def test_an_interview_ends_with_what_the_full_answers_give(pack, case):
    of = drawn_edition(pack, facts=9, rules=14)
    interview = Interview(compiled(of))
    full = drawn_answers(of, case, known=1, not_known=0.1)
    said = determine(of, ask(interview, full))
    assert said.outcome is not Outcome.INCOMPLETE
    for name in of.facts:
        assert full[name] in (*of.facts[name].domain, NOT_KNOWN)


def test_the_memory_of_orders_starts_again_when_full(monkeypatch):
    monkeypatch.setattr("sharewell.policy.ask.LANES", 0)
    interview = Interview.__new__(Interview)
    interview._memo = {frozenset({("fire", "no")}): ("borrower",)}
    interview._order = lambda _: ("stolen",)  # type: ignore[method-assign,assignment]
    assert interview.order({}) == ("stolen",)
    assert len(interview._memo) == 1


def test_flips_are_the_single_answers_that_change_the_outcome():
    fast = compiled(edition())
    said = fast.determine(QUIET_DAY)
    found = {(flip.fact, flip.answer): flip.outcome for flip in flips(fast, QUIET_DAY, said)}
    assert found["stolen", "yes"] is Outcome.MUST_NOT_SHARE
    assert ("colour", "red") not in found
    assert ("checks", "not-fine") not in found, "after it more would have to be asked"
    for (fact, answer), outcome in found.items():
        assert determine(edition(), {**QUIET_DAY, fact: answer}).outcome is outcome


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([Outcome.MUST_SHARE, Outcome.MAY_SHARE], PackageOutcome.SHARE_ALL),
        ([Outcome.SHOULD_SHARE, Outcome.MUST_NOT_SHARE], PackageOutcome.SHARE_SOME),
        ([Outcome.MUST_NOT_SHARE], PackageOutcome.SHARE_NONE),
        ([Outcome.NOT_YET, Outcome.MUST_NOT_SHARE], PackageOutcome.NOT_YET),
        ([Outcome.INCOMPLETE, Outcome.WEIGH], PackageOutcome.INCOMPLETE),
    ],
)
def test_a_package_is_a_function_of_its_items(outcomes, expected):
    package = package_of([(f"item {i}", outcome) for i, outcome in enumerate(outcomes)])
    assert package.outcome is expected


def test_an_empty_package_is_refused():
    with pytest.raises(ValueError, match="at least one item"):
        package_of([])
