"""Interviews replayed: drawn cases are complete and consistent; an interview ends with the outcome of all answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sharewell.policy.ask import Interview
from sharewell.policy.compile import Compiled
from sharewell.policy.condition import AllOf
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader
from sharewell.policy.fact import NOT_KNOWN, Quiet, Tick
from sharewell.policy.pack import Exclusion
from sharewell.replay.interview import NoCaseError, completed, drawn_cases, replayed
from tests.policy.toy import DAY, PACK, fact, one

LIST = replace(
    fact("look-over", "none", "some"),
    ticks=(Tick("brakes", "bad", "The brakes are bad"), Tick("stolen", "yes", "It is stolen")),
)
USUAL = {"brakes": "good", "stolen": "no"}


def edition() -> Edition:
    """The toy with a checklist before two rare facts."""
    behind = one("look-over", "some")
    facts = [replace(f, quiet=Quiet(USUAL[f.name], behind)) if f.name in USUAL else f for f in PACK.facts]
    return replace(PACK, facts=(*facts, LIST)).on(DAY)


def test_drawn_cases_are_complete_consistent_and_the_same_again() -> None:
    cases = list(drawn_cases(edition(), 50, seed=1))
    assert all(set(case) == set(edition().facts) for case in cases)
    assert not any(Reader(edition(), case).contradictions() for case in cases)
    assert cases == list(drawn_cases(edition(), 50, seed=1))
    assert {case["look-over"] for case in cases} == {"none", "some"}


def test_answers_follow_their_weights() -> None:
    facts = tuple(replace(f, likely=(0,) * (len(f.domain) - 1) + (1,)) for f in PACK.facts if not f.quiet)
    rest = tuple(f for f in PACK.facts if f.quiet)
    weighted = replace(PACK, facts=facts + rest).on(DAY)
    for case in drawn_cases(weighted, 5, seed=1):
        assert [case[f.name] for f in facts] == [f.domain[-1] for f in facts]


def test_an_interview_ends_with_the_outcome_of_all_the_answers() -> None:
    rules = Compiled(edition())
    for case in drawn_cases(edition(), 50, seed=2):
        said = replayed(Interview(rules), case)
        assert rules.determine(said.answers).outcome is rules.determine(case).outcome
        assert len(set(said.asked)) == len(said.asked)


def test_a_checklist_is_one_screen() -> None:
    case = {f.name: f.domain[0] for f in edition().facts.values()} | {"fire": "no", "look-over": "some"} | USUAL
    said = replayed(Interview(Compiled(edition())), case | {"brakes": "bad"})
    assert "look-over" in said.asked
    assert "brakes" not in said.asked
    assert said.answers["brakes"] == "bad"


def test_an_unanswered_question_is_a_fault() -> None:
    with pytest.raises(KeyError):
        replayed(Interview(Compiled(edition())), {})


def test_what_is_left_out_is_filled_in_so_that_it_fits() -> None:
    assert completed(edition(), {"brakes": "bad"})["look-over"] == "some"
    assert completed(edition(), {"brakes": NOT_KNOWN})["look-over"] == "some"
    assert completed(edition(), USUAL)["look-over"] == "none"


def test_a_pack_that_excludes_everything_has_no_cases() -> None:
    never = replace(PACK, exclusions=(Exclusion("all", AllOf(()), "nothing goes together"),)).on(DAY)
    with pytest.raises(NoCaseError, match="1000"):
        next(iter(drawn_cases(never, 1, seed=1)))
