"""Certainty by cases: tried out, bounded, and never without a standing rule as its reason."""

from __future__ import annotations

from dataclasses import replace

from sharewell.policy.ask import Interview
from sharewell.policy.compile import compiled
from sharewell.policy.condition import AllOf
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import determine
from sharewell.policy.fact import NOT_KNOWN, Answer, Fact
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Exclusion
from sharewell.policy.rule import Effect
from tests.policy.toy import DAY, PACK, fact, one, rule

BAN = rule("ban", Effect.PROHIBITS, AllOf((one("weather", "rain"), one("colour", "red"))))
LEND = rule("lend", Effect.EXPECTS, one("borrower", "friend"))
NEVER = (Exclusion("never-red-in-rain", AllOf((one("weather", "rain"), one("colour", "red"))), "Never seen"),)


def edition(**changes: object) -> Edition:
    """A ban that only answers which exclude each other could bring about."""
    made = {"rules": (BAN, LEND), "exclusions": NEVER, **changes}
    return replace(PACK, **made).on(DAY)  # type: ignore[arg-type]


def test_answers_that_exclude_each_other_do_not_keep_a_case_open():
    answers = {"borrower": "friend"}
    said = determine(edition(), answers)
    assert said.outcome is Outcome.SHOULD_SHARE
    assert [each.name for each in said.deciding] == ["lend"], "never an outcome without its reason"
    assert compiled(edition()).determine(answers) == said
    assert Interview(compiled(edition())).next(answers) is None
    assert determine(edition(), {**answers, "weather": NOT_KNOWN}).outcome is Outcome.SHOULD_SHARE


def test_without_the_exclusion_it_is_open():
    said = determine(edition(exclusions=()), {"borrower": "friend"})
    assert (said.outcome, said.open_facts) == (Outcome.INCOMPLETE, ("weather", "colour"))


def test_a_contradiction_settles_nothing_by_cases():
    twice = (*NEVER, Exclusion("no-fire", one("fire", "yes"), "There is no fire"))
    said = determine(edition(exclusions=twice), {"borrower": "friend", "fire": "yes"})
    assert said.outcome is Outcome.INCOMPLETE


def test_not_known_is_tried_where_a_rule_asks_for_it():
    asks = rule("unsure", Effect.HOLDS, one("colour", NOT_KNOWN), todo="Look.")
    said = determine(edition(rules=(BAN, LEND, asks)), {"borrower": "friend"})
    assert said.outcome is Outcome.INCOMPLETE


def test_two_effects_that_collide_are_a_reason_for_refer():
    must = rule("must", Effect.REQUIRES, one("borrower", "friend"))
    ban = rule("never", Effect.PROHIBITS, one("borrower", "friend"))
    assert determine(edition(rules=(must, ban, BAN)), {"borrower": "friend"}).outcome is Outcome.REFER


def test_past_the_bound_one_question_more_is_asked():
    wide = Fact("wide", "Wide?", tuple(Answer(f"a{i}", "A") for i in range(200)))
    ban = rule("ban", Effect.PROHIBITS, AllOf((one("weather", "rain"), one("wide", "a199"))))
    never = (Exclusion("never", AllOf((one("weather", "rain"), one("wide", "a199"))), "Never"),)
    facts = (wide, *PACK.facts, fact("spare", "x", "y"))
    said = determine(edition(facts=facts, rules=(ban, LEND), exclusions=never), {"borrower": "friend"})
    assert said.outcome is Outcome.INCOMPLETE
