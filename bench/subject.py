"""Subjects: the policies that every contestant runs. Each is one edition of a pack; peers get their text from its values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.condition import Condition, FactIs, atoms
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Effect

from bench import ROOT
from bench.reading import read_pack
from bench.synthetic import synthetic_pack

#: The day on which every subject is read.
DAY = date(2026, 11, 23)

SUBJECTS = ("mini", "synthetic", "england")


@dataclass(frozen=True, eq=False)
class Subject:
    """A policy to measure. `tiers`: names of rules, tier by tier, where the first tier with a rule that holds decides."""

    name: str
    pack: Pack
    edition: Edition
    tiers: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def flags(self) -> frozenset[str]:
        """Facts that are plainly yes or no: a peer gets them as booleans. *Not-known* is never tested for."""
        tested = {
            atom.fact
            for condition in self.conditions
            for atom in atoms(condition)
            if isinstance(atom, FactIs) and NOT_KNOWN in atom.answers
        }
        facts = self.edition.facts.values()
        return frozenset(fact.name for fact in facts if set(fact.domain) == {"yes", "no"}) - tested

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the edition."""
        each = self.edition
        quiet = tuple(fact.quiet.unless for fact in each.facts.values() if fact.quiet)
        named = (each.findings.values(), each.rules, each.safeguards, each.bases, each.advice, each.myths)
        return quiet + tuple(one.when for group in named for one in group) + tuple(one.never for one in each.exclusions)

    @property
    def size(self) -> str:
        """The subject in numbers."""
        each = self.edition
        bits = sum(max(1, (len(fact.domain) - 1).bit_length()) for fact in each.facts.values())
        more = len(each.safeguards) + len(each.bases) + len(each.advice) + len(each.myths)
        return (
            f"{len(each.rules)} rules, {len(each.facts)} facts ({bits} bits), {len(each.findings)} findings"
            f"{f', {more} safeguards, bases, advice and myths' if more else ''}"
        )


@cache
def subject(name: str) -> Subject:
    """The subject of that name, on the benchmark's day."""
    if name == "england":
        pack = read_pack(ROOT / "packs" / "england")
        return Subject(name, pack, pack.on(DAY))
    pack = synthetic_pack() if name == "synthetic" else read_pack(Path(__file__).parent / "packs" / name)
    edition = pack.on(DAY)
    return Subject(name, pack, edition, _tiers(edition))


def _tiers(edition: Edition) -> tuple[tuple[str, ...], ...]:
    """The five tiers of the mini and the synthetic policy."""
    def named(effects: set[Effect], tag: str | None = None) -> tuple[str, ...]:
        return tuple(
            rule.name for rule in edition.rules
            if rule.effect in effects and (tag is None or ((tag in rule.tags) if tag else not rule.tags))
        )

    return (
        named({Effect.PROHIBITS}, ""),
        named({Effect.REQUIRES}),
        named({Effect.PROHIBITS}, "qualified"),
        named({Effect.WEIGHS}),
        named({Effect.ASKS, Effect.PERMITS}),
    )
