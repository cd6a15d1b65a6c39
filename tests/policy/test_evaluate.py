"""The plain reading, on the toy pack and on drawn packs small enough to try every answer of."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader, UnknownFactError, determine
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from tests.policy.drawn import all_answers, drawn_answers, drawn_edition
from tests.policy.toy import DAY, LATER, PACK, QUIET_DAY, edition, names

seeds = st.integers(0, 5_000)


def test_the_first_effect_that_stands_decides():
    said = determine(edition(), QUIET_DAY)
    assert said.outcome is Outcome.SHOULD_SHARE
    assert names(said.applied) == ["lend-friend", "dry"]
    assert names(said.deciding) == ["lend-friend"]
    assert [each.name for each in said.safeguards] == ["lock"]
    assert [each.name for each in said.bases] == ["friendship"]


def test_a_prohibition_with_a_duty_is_refer_with_both_reasons():
    said = determine(edition(), {**QUIET_DAY, "stolen": "yes", "borrower": "medic", "weather": "rain"})
    assert said.outcome is Outcome.REFER
    assert names(said.deciding) == ["not-yours", "return-it"]
    assert said.instead == ("police",)
    assert [each.name for each in said.advice] == ["ask-mum"]
    assert [each.name for each in said.myths] == ["bikes-hate-rain"]


def test_silence_is_refer_and_never_no():
    said = determine(edition(), {**QUIET_DAY, "borrower": "medic", "weather": "rain"})
    assert names(said.deciding) == ["wet"]
    before = determine(PACK.on(dt.date(1999, 1, 1)), QUIET_DAY)
    assert (before.outcome, before.applied, before.deciding) == (Outcome.REFER, (), ())


def test_an_emergency_settles_at_once():
    said = determine(edition(), {"fire": "yes", "borrower": "medic"})
    assert said.outcome is Outcome.SHOULD_SHARE
    assert said.open_facts == ()


def test_a_standing_rule_puts_another_out():
    answers = {**QUIET_DAY, "borrower": "medic", "checks": "not-fine", "brakes": "bad"}
    said = determine(edition(), answers)
    assert said.outcome is Outcome.WEIGH
    assert names(said.overridden) == ["bad-brakes"]


def test_rules_count_from_their_first_day_to_the_day_before_their_last():
    red = {**QUIET_DAY, "colour": "red"}
    assert determine(edition(), red).outcome is Outcome.SHOULD_SHARE
    assert determine(edition(LATER), red).outcome is Outcome.MUST_NOT_SHARE
    assert determine(PACK.on(DAY, preview=True), QUIET_DAY).outcome is Outcome.MUST_NOT_SHARE
    assert determine(PACK.on(LATER, without=frozenset({"coming"})), red).outcome is Outcome.SHOULD_SHARE
    assert "bad-brakes" not in {each.name for each in PACK.on(DAY, without=frozenset({"@check"})).rules}
    assert PACK.days_of_change() == (dt.date(2000, 1, 1), LATER)
    assert PACK.on(DAY, up_to_layer="toy").rules


def test_not_asked_is_incomplete_and_not_known_is_refer():
    open_case = {name: answer for name, answer in QUIET_DAY.items() if name != "stolen"}
    assert determine(edition(), open_case).outcome is Outcome.INCOMPLETE
    assert determine(edition(), open_case).open_facts == ("stolen",)
    said = determine(edition(), {**open_case, "stolen": NOT_KNOWN})
    assert (said.outcome, said.not_known) == (Outcome.REFER, ("stolen",))


def test_what_cannot_be_known_does_not_stop_sharing_when_only_its_strength_is_in_doubt():
    said = determine(
        edition(), {"fire": "no", "borrower": "friend", "checks": "fine", "stolen": "no", "weather": "sun"}
    )
    assert said.outcome is Outcome.SHOULD_SHARE
    calm = PACK.on(DAY, without=frozenset({"ask-stranger", "wet", "trusted-despite-brakes"}))
    unsure = {**QUIET_DAY, "borrower": NOT_KNOWN}
    assert determine(calm, unsure).possible == {Outcome.SHOULD_SHARE, Outcome.MAY_SHARE}
    assert determine(calm, unsure).outcome is Outcome.MAY_SHARE
    assert determine(calm, unsure).not_known == ("borrower",)


def test_a_quiet_answer_is_declared_and_only_while_nothing_opens_it():
    said = determine(edition(), QUIET_DAY)
    assert [(each.fact, each.answer) for each in said.declared] == [("brakes", "good")]
    opened = determine(edition(), {**QUIET_DAY, "checks": "not-fine"})
    assert (opened.outcome, opened.open_facts) == (Outcome.INCOMPLETE, ("brakes",))
    unasked = {name: answer for name, answer in QUIET_DAY.items() if name != "checks"}
    assert determine(edition(), unasked).open_facts == ("checks", "brakes")
    assert determine(edition(), {**unasked, "brakes": "good"}).outcome is Outcome.SHOULD_SHARE


def test_contradictory_answers_never_give_a_sharing_outcome():
    said = determine(edition(LATER), {**QUIET_DAY, "brakes": "bad"})
    assert said.outcome is Outcome.NOT_YET
    assert said.contradictions[0].facts == ("brakes", "checks")
    twice = {**QUIET_DAY, "stolen": "yes", "colour": "red"}
    assert determine(edition(), twice).contradictions[0].because == "A stolen one is never red"
    calm = determine(edition(), {"checks": "fine", "brakes": "bad", "fire": "yes", "borrower": "medic"})
    assert calm.outcome is Outcome.SHOULD_SHARE, "an emergency is not stopped by a contradiction"


def test_a_contradiction_turns_sharing_into_refer():
    answers = {**QUIET_DAY, "borrower": "medic", "brakes": "bad", "weather": "sun"}
    without = PACK.on(DAY, without=frozenset({"bad-brakes", "trusted-despite-brakes"}))
    said = determine(without, answers)
    assert names(said.applied) == ["dry"]
    assert said.outcome is Outcome.REFER


@pytest.mark.parametrize("answers", [{"wheels": "two"}, {"fire": "maybe"}])
def test_an_unknown_fact_or_answer_is_refused(answers):
    with pytest.raises(UnknownFactError, match=r"no fact `wheels`|no answer `maybe`"):
        determine(edition(), answers)


def consistent(of: Edition, answers: dict[str, str]) -> bool:
    """Whether the answers can be true together.

    Nobody says *not-known* of a fact that has a quiet answer (the guide asks about it only once it is opened), and
    what else is *not-known* has some real answer with which nothing contradicts.
    """
    if Reader(of, answers).contradictions() or any(answers.get(name) == NOT_KNOWN for name in of.quiet_order):
        return False
    known = {fact: answer for fact, answer in answers.items() if answer != NOT_KNOWN}
    unknown = [fact for fact, answer in answers.items() if answer == NOT_KNOWN]
    return any(
        not Reader(of, {**known, **dict(zip(unknown, real, strict=True))}).contradictions()
        for real in product(*(of.facts[fact].domain for fact in unknown))
    )


@settings(max_examples=150, deadline=None)
@given(seeds, seeds)
def test_a_final_outcome_survives_every_further_answer(pack, case):
    of = drawn_edition(pack)
    answers = drawn_answers(of, case, known=0.6)
    said = determine(of, answers)
    # A refer that rests on what cannot be known is no outcome of the rules: to know more may settle it.
    settled = said.outcome is not Outcome.INCOMPLETE and not (said.outcome is Outcome.REFER and said.not_known)
    if settled and not said.contradictions:
        later = {determine(of, each).outcome for each in all_answers(of, answers) if consistent(of, each)}
        assert later <= {said.outcome}


@settings(max_examples=100, deadline=None)
@given(seeds, seeds)
def test_every_outcome_that_can_come_is_among_the_possible(pack, case):
    of = drawn_edition(pack)
    answers = drawn_answers(of, case, known=0.6, not_known=0)
    possible = determine(of, answers).possible
    for each in all_answers(of, answers):
        if NOT_KNOWN not in each.values() and consistent(of, each):
            assert determine(of, each).possible <= possible


@settings(max_examples=100, deadline=None)
@given(seeds, seeds)
def test_with_one_answer_deleted_nothing_is_shared_that_the_answer_could_forbid(pack, case):
    of = drawn_edition(pack)
    answers = drawn_answers(of, case, known=1, not_known=0)
    if not consistent(of, answers) or determine(of, answers).outcome.sharing:
        return
    for name in answers:
        kept = {fact: answer for fact, answer in answers.items() if fact != name}
        assert not determine(of, kept).outcome.sharing
