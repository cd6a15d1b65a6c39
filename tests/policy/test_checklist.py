"""Checklists: one screen, many facts; what is left unticked is as usual, and said so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sharewell.policy.checklist import shown, ticked, ticks_for, usual
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import determine
from sharewell.policy.fact import NOT_KNOWN, Quiet, Tick
from sharewell.policy.outcome import Outcome
from tests.policy.toy import DAY, PACK, QUIET_DAY, fact, one

LIST = replace(
    fact("look-over", "none", "some"),
    ticks=(
        Tick("brakes", "bad", "The brakes are bad"),
        Tick("stolen", "yes", "It is stolen"),
        Tick("weather", "", "I am unsure of the weather"),
    ),
)
BEHIND = one("look-over", "some")


def edition() -> Edition:
    """The toy with a checklist before its rare facts."""
    quiet = {"brakes": "good", "stolen": "no", "weather": "sun"}
    facts = [replace(f, quiet=Quiet(quiet[f.name], BEHIND)) if f.name in quiet else f for f in PACK.facts]
    return replace(PACK, facts=(*facts, LIST)).on(DAY)


CALM = {"fire": "no", "borrower": "friend", "colour": "blue"}


def test_none_leaves_the_facts_behind_it_to_their_quiet_answers():
    answers = {**CALM, **ticked(edition(), "look-over", ())}
    said = determine(edition(), answers)
    assert said.outcome is Outcome.SHOULD_SHARE
    assert {each.fact for each in said.declared} == {"brakes", "stolen", "weather"}


def test_a_tick_answers_its_fact_and_all_others_explicitly():
    answers = ticked(edition(), "look-over", [("brakes", "bad")])
    assert answers == {"look-over": "some", "brakes": "bad", "stolen": "no", "weather": "sun"}
    assert determine(edition(), {**CALM, **answers}).outcome is Outcome.NOT_YET


def test_a_line_without_an_answer_is_asked_about_next():
    answers = ticked(edition(), "look-over", [("weather", "")])
    assert "weather" not in answers
    calm = {name: answer for name, answer in CALM.items() if name != "borrower"}
    said = determine(edition(), {**calm, **answers, "borrower": "stranger"})
    assert said.open_facts == ("weather",)


@pytest.mark.parametrize(("ticks", "match"), [([("wheels", "two")], "no line"), ([("stolen", "no")], "no line")])
def test_a_strange_tick_is_refused(ticks, match):
    with pytest.raises(ValueError, match=match):
        ticked(edition(), "look-over", ticks)


def test_two_ticks_for_one_fact_are_refused():
    twice = replace(LIST, ticks=(*LIST.ticks, Tick("brakes", "good", "The brakes are good")))
    of = replace(PACK, facts=(*PACK.facts, twice)).on(DAY)
    with pytest.raises(ValueError, match="same fact"):
        ticked(of, "look-over", [("brakes", "bad"), ("brakes", "good")])


def test_replaying_an_interview_says_what_the_person_knew():
    of = edition()
    assert ticks_for(of, "look-over", QUIET_DAY) == {"look-over": "none"}
    wet = {**QUIET_DAY, "weather": "rain", "brakes": NOT_KNOWN}
    assert ticks_for(of, "look-over", wet) == {"look-over": "some", "brakes": NOT_KNOWN, "stolen": "no"}
    assert usual(of, "colour") == NOT_KNOWN


def test_only_lines_that_can_still_matter_are_shown():
    assert [tick.fact for tick in shown(LIST, {"brakes", "colour"})] == ["brakes"]
