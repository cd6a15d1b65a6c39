"""Where the three-valued reading asks on although nothing could change, and where it rightly does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sharewell.authoring.difference.count import consistent
from sharewell.authoring.proof.needless import needless
from sharewell.policy.condition import Not
from sharewell.policy.evaluate import determine
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Exclusion
from sharewell.policy.rule import Effect
from tests.authoring.toys import FIRST, sound, with_rules
from tests.policy.drawn import all_answers, drawn_answers, drawn_edition
from tests.policy.toy import one, rule


def test_two_rules_that_share_all_cases_between_them_look_open_and_are_not() -> None:
    either = (rule("if", Effect.WEIGHS, one("fire", "yes")), rule("if-not", Effect.WEIGHS, Not(one("fire", "yes"))))
    edition = replace(sound(), rules=either).on(FIRST)
    said = needless(edition, [{}, {"fire": "no"}])
    assert (said.looked_at, said.incomplete, said.contradictory) == (2, 1, 0)
    assert said.needless == (({}, Outcome.WEIGH),)
    assert said.share == 0.5


def test_a_case_that_cannot_be_completed_is_contradictory_not_needless() -> None:
    never = Exclusion("calm", one("fire", "yes"), "there are no fires")
    edition = replace(with_rules(), exclusions=(never,)).on(FIRST)
    said = needless(edition, [{"fire": "yes"}])
    assert (said.contradictory, said.needless) == (1, ())


def test_nothing_looked_at_is_nothing_needless() -> None:
    assert needless(sound().on(FIRST), []).share == 0


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_needless_is_what_every_completion_says(seed: int, dice: int) -> None:
    edition = drawn_edition(seed, facts=4, rules=6)
    answers = drawn_answers(edition, dice)
    said = needless(edition, [answers])
    outcomes = set()
    for full in all_answers(edition, answers):
        added = {name: answer for name, answer in full.items() if name not in answers}
        if "not-known" not in added.values() and consistent(edition, full):
            outcomes.add(determine(edition, full).outcome)
    incomplete = determine(edition, answers).outcome is Outcome.INCOMPLETE
    assert said.incomplete == incomplete
    assert said.contradictory == (incomplete and not outcomes)
    assert [outcome for _, outcome in said.needless] == (list(outcomes) if incomplete and len(outcomes) == 1 else [])
