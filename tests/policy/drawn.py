"""Packs and answers drawn at random, small enough to check every case of, strange enough to find faults."""

from __future__ import annotations

import datetime as dt
import random
from itertools import product

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.edition import Edition, LoopError
from sharewell.policy.fact import NOT_KNOWN, Answer, Fact, Quiet
from sharewell.policy.pack import Exclusion, Finding, Pack
from sharewell.policy.rule import Effect, InForce, Place, Rule, Safeguard

DAY = dt.date(2026, 1, 1)
EVER = InForce(dt.date(2000, 1, 1))


def drawn_pack(seed: int, *, facts: int = 6, findings: int = 3, rules: int = 10) -> Pack:
    """A pack without loops; the same seed gives the same pack."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    while True:
        pack = _draw(dice, facts, findings, rules)
        try:
            pack.on(DAY)
        except LoopError:
            continue
        return pack


def drawn_edition(seed: int, **sizes: int) -> Edition:
    """The edition of a drawn pack on a day on which all of it is in force."""
    return drawn_pack(seed, **sizes).on(DAY)


def drawn_answers(edition: Edition, seed: int, *, known: float = 0.5, not_known: float = 0.1) -> dict[str, str]:
    """Some answers: each fact is answered with the likelihood `known`, and then `not-known` with that likelihood."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    return {
        name: NOT_KNOWN if dice.random() < not_known else dice.choice(fact.domain)
        for name, fact in edition.facts.items()
        if dice.random() < known
    }


def all_answers(edition: Edition, given: dict[str, str]) -> list[dict[str, str]]:
    """Every way to answer what is not answered yet, `not-known` included."""
    names = [name for name in edition.facts if name not in given]
    choices = [(*edition.facts[name].domain, NOT_KNOWN) for name in names]
    return [{**given, **dict(zip(names, choice, strict=True))} for choice in product(*choices)]


def _draw(dice: random.Random, facts: int, findings: int, rules: int) -> Pack:
    known: list[Fact] = []
    for i in range(facts):
        answers = tuple(Answer(f"a{j}", f"Answer {j}") for j in range(dice.choice((2, 2, 3))))
        quiet = None
        if known and dice.random() < 0.25:
            other = Quiet(answers[1].name, _condition(dice, known, [], 1)) if dice.random() < 0.5 else None
            quiet = Quiet(answers[0].name, _condition(dice, known, [], 1), other)
        known.append(Fact(f"fact-{i}", f"Question {i}?", answers, quiet=quiet, first=i == 0))
    named: list[str] = []
    concluded = []
    for i in range(findings):
        concluded.append(Finding(f"finding-{i}", "means", _condition(dice, known, named, 2)))
        named.append(f"finding-{i}")
    drawn = []
    for i in range(rules):
        overrides = [f"rule-{j}" for j in range(i) if dice.random() < 0.12]
        overrides += ["@tag"] if dice.random() < 0.1 else []
        overrides += ["*"] if dice.random() < 0.03 else []
        drawn.append(
            Rule(
                name=f"rule-{i}",
                effect=dice.choice(list(Effect)),
                when=_condition(dice, known, named, 2),
                reason=f"Reason {i}.",
                cites=(),
                in_force=EVER,
                overrides=tuple(overrides),
                tags=("tag",) if dice.random() < 0.2 else (),
                instead=("someone",) if dice.random() < 0.1 else (),
            )
        )
    exclusions = (Exclusion("ex", _condition(dice, known, [], 1), "not both"),) if dice.random() < 0.3 else ()
    step = Safeguard("step", "Do this.", _condition(dice, known, named, 1), Place.FIRST, (), EVER)
    return Pack(
        name="drawn", version="1", title="Drawn", first_day=dt.date(2000, 1, 1), facts=tuple(known),
        findings=tuple(concluded), rules=tuple(drawn), safeguards=(step,), exclusions=exclusions,
    )  # fmt: skip


def _condition(dice: random.Random, facts: list[Fact], findings: list[str], depth: int) -> Condition:
    kind = dice.random()
    if depth == 0 or kind < 0.35:
        if findings and dice.random() < 0.3:
            return FindingHolds(dice.choice(findings))
        fact = dice.choice(facts)
        answers = set(dice.sample(fact.domain, dice.randint(1, len(fact.domain) - (dice.random() < 0.9))))
        if dice.random() < 0.1:
            answers.add(NOT_KNOWN)
        return FactIs(fact.name, frozenset(answers))
    parts = tuple(_condition(dice, facts, findings, depth - 1) for _ in range(dice.choice((2, 2, 3))))
    return AllOf(parts) if kind < 0.65 else AnyOf(parts) if kind < 0.85 else Not(parts[0])
