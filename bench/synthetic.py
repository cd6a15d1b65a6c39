"""A made-up policy of the size of a real one: 150 rules over 80 facts in 10 topics. Random, but always the same."""

from __future__ import annotations

import random
from datetime import date

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.fact import Answer, Fact
from sharewell.policy.pack import Finding, Pack
from sharewell.policy.rule import Effect, InForce, Rule
from sharewell.policy.source import Citation, Source, Standing

_DAY = date(2008, 10, 1)
_TOPICS, _EACH = 10, 8
#: Letter of the tier, effect, share of the rules, tags, overrides.
_TIERS = [
    ("p", Effect.PROHIBITS, 0.20, (), ("@mandatory",)),
    ("m", Effect.REQUIRES, 0.13, ("mandatory",), ("@qualified",)),
    ("q", Effect.PROHIBITS, 0.27, ("qualified",), ()),
    ("e", Effect.WEIGHS, 0.20, (), ()),
    ("a", Effect.ASKS, 0.10, (), ()),
    ("b", Effect.PERMITS, 0.10, (), ()),
]


def synthetic_pack(rules: int = 150, seed: int = 1) -> Pack:
    """Topic 0 is the request form, read by every rule; each rule adds literals of one topic, often a finding."""
    draw = random.Random(seed)
    topics = [[_fact(draw, topic, place) for place in range(_EACH)] for topic in range(_TOPICS)]
    findings = tuple(
        Finding(
            name=f"d{topic}-{j}",
            means="A finding of the synthetic policy.",
            when=AnyOf(
                tuple(
                    AllOf(tuple(_literal(draw, fact) for fact in draw.sample(topics[topic], 2)))
                    for _ in range(draw.choice((2, 3)))
                )
            ),
        )
        for topic in range(1, _TOPICS)
        for j in range(2)
    )
    cites = (Citation("synthetic", "made up", Standing.READ),)
    return Pack(
        name="synthetic",
        version="2026.1",
        title="A made-up policy for benchmarks",
        first_day=_DAY,
        facts=tuple(fact for topic in topics for fact in topic),
        findings=findings,
        rules=tuple(
            Rule(
                name=f"{letter}{i:03d}",
                effect=effect,
                when=_body(draw, topics, findings),
                reason=f"Reason {letter}{i:03d} of the synthetic policy.",
                cites=cites,
                in_force=InForce(_DAY),
                tags=tags,
                overrides=overrides,
            )
            for letter, effect, share, tags, overrides in _TIERS
            for i in range(round(rules * share))
        ),
        sources=(Source("synthetic", "Made up", "other", "Sharewell", Standing.READ, date(2027, 11, 22)),),
    )


def _fact(draw: random.Random, topic: int, place: int) -> Fact:
    """Place 0 holds words, 1 often too, 2 sometimes bands of a number; the others are yes or no."""
    name = f"t{topic}-{place}"
    if place == 0 or (place == 1 and topic < _TOPICS // 2):
        names = [f"{name}-v{k}" for k in range(8 if topic == 0 else draw.choice((3, 4, 5)))]
        weights = [draw.randint(10, 110) for _ in names]
    elif place == 2 and topic % 2 == 0:
        names = [f"{name}-band{k}" for k in range(4)]
        cuts = sorted(draw.sample(range(5, 95), 3))
        weights = [high - low for low, high in zip([0, *cuts], [*cuts, 101], strict=True)]
    else:
        names = ["yes", "no"]
        often = draw.choice((5, 10, 30, 70, 90))
        weights = [often, 100 - often]
    answers = tuple(Answer(each, each) for each in names)
    return Fact(name=name, question=f"What of {name}?", answers=answers, likely=tuple(weights))


def _literal(draw: random.Random, fact: Fact) -> Condition:
    """A test of one fact: of an answer or its denial, of a few answers, or of every band from one on."""
    names = list(fact.domain)
    if "band" in names[0]:
        test = FactIs(fact.name, frozenset(names[draw.randint(1, 3) :]))
    elif len(names) == 2:
        test = FactIs(fact.name, frozenset({"yes"}))
    else:
        test = FactIs(fact.name, frozenset(draw.sample(names, min(draw.choice((1, 1, 2, 3)), len(names) - 1))))
    return Not(test) if draw.random() < 0.4 else test


def _body(draw: random.Random, topics: list[list[Fact]], findings: tuple[Finding, ...]) -> Condition:
    own = topics[draw.randrange(1, _TOPICS)]
    parts = [_literal(draw, fact) for fact in draw.sample(own, draw.choice((1, 2)))]
    parts += [_literal(draw, fact) for fact in draw.sample(topics[0], draw.choice((1, 2)))]
    if draw.random() < 0.6:
        finding: Condition = FindingHolds(draw.choice(findings).name)
        parts.append(Not(finding) if draw.random() < 0.3 else finding)
    if draw.random() < 0.4:
        parts.append(_literal(draw, draw.choice(topics[draw.randrange(1, _TOPICS)])))
    return AllOf(tuple(parts))
