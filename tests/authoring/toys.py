"""Toy packs with a fault planted in each: about keys and a garden shed, nobody's law."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sharewell.policy.condition import AllOf, FindingHolds
from sharewell.policy.fact import Fact, Quiet
from sharewell.policy.pack import Finding, Pack
from sharewell.policy.rule import Effect, InForce, Rule
from tests.policy.toy import fact, one, rule

FIRST, SECOND = dt.date(2000, 1, 1), dt.date(2020, 1, 1)

FACTS: tuple[Fact, ...] = (
    fact("fire", "no", "yes"),
    fact("worry", "none", "some", "much"),
    fact("asker", "neighbour", "thief", "fireman"),
    fact("checks", "fine", "not-fine"),
    fact("lock", "sound", "broken", quiet=Quiet("sound", one("checks", "not-fine"))),
)
FINDINGS = (Finding("worried", "There is a worry", one("worry", "some", "much")),)
RULES: tuple[Rule, ...] = (
    rule("fire-first", Effect.EXPECTS, AllOf((one("fire", "yes"), one("asker", "fireman"))), "*"),
    rule("no-thieves", Effect.PROHIBITS, one("asker", "thief")),
    rule("mend-lock", Effect.HOLDS, AllOf((one("lock", "broken"), one("asker", "neighbour")))),
    rule("worried-neighbour", Effect.EXPECTS, AllOf((FindingHolds("worried"), one("asker", "neighbour")))),
    rule("lend", Effect.PERMITS, one("asker", "neighbour", "fireman")),
)


def sound() -> Pack:
    """A pack in which every property holds and no case is silent."""
    return Pack("shed", "1", "Shed", FIRST, FACTS, FINDINGS, RULES)


def with_rules(*more: Rule, layer: str = "") -> Pack:
    """The sound pack with more rules; in a layer of their own if one is named."""
    pack = sound()
    if not layer:
        return replace(pack, rules=(*RULES, *more))
    below = tuple(replace(each, layer=pack.name) for each in RULES)
    return replace(pack, name=layer, extends=pack.name, rules=(*below, *(replace(each, layer=layer) for each in more)))


def without(*names: str) -> Pack:
    """The sound pack with rules taken out."""
    return replace(sound(), rules=tuple(each for each in RULES if each.name not in names))


def since(day: dt.date) -> InForce:
    """In force from a day on."""
    return InForce(day)
