"""Steps that are not settled with the outcome."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from sharewell.policy.condition import AllOf, AnyOf
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import determine
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Place, Safeguard
from sharewell.policy.steps import next_for_steps, open_steps
from tests.policy.drawn import drawn_answers, drawn_edition
from tests.policy.toy import EVER, QUIET_DAY, edition, one

RED, RAIN, BRAKES = one("colour", "red"), one("weather", "rain"), one("brakes", "bad")
STEPS = (
    Safeguard("wash", "Wash it.", RED, Place.AFTER, (), EVER),
    Safeguard("dry", "Dry it.", AllOf((RED, RAIN)), Place.WITH, (), EVER, blocks=True),
    Safeguard("keep-key", "Keep the key.", RAIN, Place.WITH, (), EVER, leaves_out=True),
    Safeguard("mend", "Mend it.", BRAKES, Place.FIRST, (), EVER, outcomes=frozenset({Outcome.MAY_SHARE})),
    Safeguard("never", "Never.", AnyOf(()), Place.FIRST, (), EVER),
)


def stepped() -> Edition:
    """The toy edition with steps that depend on more than the outcome does."""
    return dataclasses.replace(edition(), safeguards=STEPS)


def names(answers: dict[str, str], outcome: Outcome = Outcome.MUST_SHARE) -> list[str]:
    return [step.safeguard.name for step in open_steps(stepped(), answers, outcome)]


def test_steps_that_an_open_fact_leaves_open_blocking_ones_first() -> None:
    assert names({}) == ["dry", "keep-key", "wash"]
    assert names({"colour": "blue"}) == ["keep-key"]
    assert names({"colour": "red", "weather": "sun"}) == []


def test_a_step_says_which_facts_would_tell() -> None:
    (dry, *_) = open_steps(stepped(), {}, Outcome.MUST_SHARE)
    assert dry.facts == ("weather", "colour")


def test_steps_of_other_outcomes_are_not_open() -> None:
    assert "mend" in names({}, Outcome.MAY_SHARE)
    assert "mend" not in names({"checks": "fine"}, Outcome.MAY_SHARE)


def test_what_cannot_be_known_is_not_asked() -> None:
    assert names({"colour": NOT_KNOWN, "weather": "sun"}) == []


def test_the_fact_that_settles_most_is_asked_after_those_it_waits_for() -> None:
    answers = {"borrower": "friend"}
    steps = open_steps(stepped(), answers, Outcome.MUST_SHARE)
    assert next_for_steps(stepped(), answers, steps) == "weather"
    assert next_for_steps(stepped(), {}, ()) is None


def test_a_gate_is_asked_before_what_stands_behind_it() -> None:
    steps = open_steps(stepped(), {"weather": "sun", "colour": "blue"}, Outcome.MAY_SHARE)
    assert steps[0].facts == ("checks", "brakes")
    assert next_for_steps(stepped(), {"weather": "sun", "colour": "blue"}, steps) == "checks"


def test_a_settled_case_has_no_open_step() -> None:
    assert open_steps(edition(), QUIET_DAY, determine(edition(), QUIET_DAY).outcome) == ()


@given(st.integers(0, 500), st.integers(0, 50))
def test_asking_to_the_end_settles_every_step(seed: int, draw: int) -> None:
    drawn = drawn_edition(seed)
    answers = drawn_answers(drawn, draw)
    outcome = Outcome.SHOULD_SHARE
    for _ in drawn.facts:
        steps = open_steps(drawn, answers, outcome)
        fact = next_for_steps(drawn, answers, steps)
        if fact is None:
            break
        answers[fact] = drawn.facts[fact].domain[0]
    assert open_steps(drawn, answers, outcome) == ()
