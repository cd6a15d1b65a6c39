"""A toy pack about lending a bicycle: small enough to hold in the head, and nobody's law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.edition import Edition
from sharewell.policy.fact import Answer, Fact, Quiet
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Exclusion, Finding, Pack
from sharewell.policy.rule import Advice, Basis, Effect, InForce, Myth, Place, Rule, Safeguard
from sharewell.policy.source import Citation, Source, Standing

DAY = dt.date(2026, 1, 1)
LATER = dt.date(2027, 1, 1)
EVER = InForce(dt.date(2000, 1, 1))


def fact(name: str, *answers: str, quiet: Quiet | None = None, first: bool = False, **more: object) -> Fact:
    """A fact whose answers say what they are called."""
    says = tuple(Answer(answer, answer.capitalize()) for answer in answers)
    return Fact(name, f"{name.capitalize()}?", says, quiet=quiet, first=first, **more)  # type: ignore[arg-type]


def one(name: str, *answers: str) -> FactIs:
    """The fact's answer is one of these."""
    return FactIs(name, frozenset(answers))


def rule(
    name: str, effect: Effect, when: Condition, *overrides: str, tags: tuple[str, ...] = (), **more: object
) -> Rule:
    """A rule with a citation, in force since 2000 unless `in_force` says otherwise."""
    cite = Citation("lore", f"verse {name}", Standing.READ)
    in_force = more.pop("in_force", EVER)
    return Rule(name, effect, when, f"Because of {name}.", (cite,), in_force, overrides, tags, **more)  # type: ignore[arg-type]


STOLEN = one("stolen", "yes")
FACTS = (
    fact("fire", "yes", "no", first=True),
    fact("borrower", "friend", "stranger", "medic", likely=(70, 20, 10)),
    fact("checks", "fine", "not-fine"),
    fact("brakes", "good", "bad", quiet=Quiet("good", one("checks", "not-fine"))),
    fact("stolen", "yes", "no"),
    fact("weather", "sun", "rain", after=("borrower",)),
    fact("colour", "red", "blue"),
)
FINDINGS = (
    Finding("trusted", "The borrower is trusted", one("borrower", "friend", "medic")),
    Finding("safe", "Safe to ride", AllOf((FindingHolds("trusted"), one("brakes", "good")))),
)
RULES = (
    rule("not-yours", Effect.PROHIBITS, STOLEN, instead=("police",)),
    rule("bad-brakes", Effect.HOLDS, one("brakes", "bad"), tags=("check",), todo="Mend the brakes."),
    rule("return-it", Effect.REQUIRES, AllOf((STOLEN, one("borrower", "medic")))),
    rule("lend-friend", Effect.EXPECTS, AllOf((FindingHolds("safe"), one("borrower", "friend")))),
    rule("wet", Effect.WEIGHS, one("weather", "rain")),
    rule("ask-stranger", Effect.ASKS, AllOf((one("borrower", "stranger"), Not(one("weather", "rain"))))),
    rule("dry", Effect.PERMITS, one("weather", "sun")),
    rule("fire", Effect.EXPECTS, AllOf((one("fire", "yes"), one("borrower", "medic"))), "*"),
    rule("trusted-despite-brakes", Effect.WEIGHS, AllOf((one("borrower", "medic"), one("weather", "sun"))), "@check"),
    rule("coming", Effect.PROHIBITS, one("colour", "red"), in_force=InForce(LATER)),
    rule("asleep", Effect.PROHIBITS, one("colour", "blue"), in_force=InForce(None)),
)
PACK = Pack(
    name="toy",
    version="1",
    title="Toy",
    first_day=dt.date(2000, 1, 1),
    facts=FACTS,
    findings=FINDINGS,
    rules=RULES,
    sources=(Source("lore", "Lore", "other", "Nobody", Standing.READ, LATER),),
    safeguards=(
        Safeguard("helmet", "Wear a helmet.", AnyOf(()), Place.FIRST, (), EVER),
        Safeguard("lock", "Lock it.", AllOf(()), Place.AFTER, (), EVER, outcomes=frozenset({Outcome.SHOULD_SHARE})),
    ),
    bases=(Basis("friendship", "lore", "Friends share.", FindingHolds("trusted"), (), EVER),),
    advice=(Advice("ask-mum", AllOf(()), (("home", ("mum",)),), (), frozenset({Outcome.REFER})),),
    myths=(Myth("bikes-hate-rain", "Bikes hate rain", "They do not", one("weather", "rain"), (), EVER),),
    exclusions=(Exclusion("red-and-stolen", AllOf((one("colour", "red"), STOLEN)), "A stolen one is never red"),),
)


def edition(day: dt.date = DAY) -> Edition:
    """The toy pack's edition of a day."""
    return PACK.on(day)


def names(rules: tuple[Rule, ...]) -> list[str]:
    """Names of rules."""
    return [each.name for each in rules]


Answers = Mapping[str, str]
QUIET_DAY = {"fire": "no", "borrower": "friend", "checks": "fine", "stolen": "no", "weather": "sun", "colour": "blue"}
