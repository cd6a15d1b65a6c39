"""Subjects: the policies that every contestant runs, each one edition of a pack."""

from __future__ import annotations

import os
import pickle
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from bench import ROOT
from bench.synthetic import synthetic_pack
from sharewell.authoring import load_pack
from sharewell.policy.condition import Condition, FactIs, atoms
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Effect

#: The day on which every subject is read.
DAY = date(2026, 11, 23)

#: `england-rules` is the national pack without what goes with an answer: safeguards, bases, advice and myths.
SUBJECTS = ("mini", "synthetic", "england-rules", "england")


@dataclass(frozen=True, eq=False)
class Subject:
    """A policy to measure. `tiers`: names of rules, where the first tier with a rule that holds decides."""

    name: str
    pack: Pack
    edition: Edition
    tiers: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def flags(self) -> frozenset[str]:
        """Facts that are plainly yes or no: a peer gets them as booleans. *Not-known* is never tested for."""
        tested = {
            atom.fact
            for condition in self._conditions()
            for atom in atoms(condition)
            if isinstance(atom, FactIs) and NOT_KNOWN in atom.answers
        }
        facts = self.edition.facts.values()
        return frozenset(fact.name for fact in facts if set(fact.domain) == {"yes", "no"}) - tested

    def _conditions(self) -> list[Condition]:
        each = self.edition
        quiet = [declared.unless for fact in each.facts.values() for declared in fact.declared]
        named = (each.findings.values(), each.rules, each.safeguards, each.bases, each.advice, each.myths)
        return [*quiet, *(one.when for group in named for one in group), *(one.never for one in each.exclusions)]

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
    pack = pack_of(name.removesuffix("-rules"))
    edition = pack.on(DAY)
    if name.endswith("-rules"):
        edition = replace(edition, safeguards=(), bases=(), advice=(), myths=())
    return Subject(name, pack, edition, () if name.startswith("england") else _tiers(edition))


@cache
def pack_of(name: str) -> Pack:
    """The pack of that name; a child process takes it from where `keep_packs` put it."""
    kept = os.environ.get("BENCH_PACKS")
    if kept:
        pack = pickle.loads(Path(kept, name).read_bytes())
        assert isinstance(pack, Pack)
        return pack
    if name == "synthetic":
        return synthetic_pack()
    return load_pack(ROOT / "packs" / name if name == "england" else Path(__file__).parent / "packs" / name)


def keep_packs(folder: Path) -> None:
    """Read the packs once and keep them for the child processes of this run."""
    for name in {each.removesuffix("-rules") for each in SUBJECTS}:
        (folder / name).write_bytes(pickle.dumps(pack_of(name)))
    os.environ["BENCH_PACKS"] = str(folder)


def _tiers(edition: Edition) -> tuple[tuple[str, ...], ...]:
    """The five tiers of the mini and the synthetic policy."""

    def named(*effects: Effect, qualified: bool = False) -> tuple[str, ...]:
        rules = edition.rules
        return tuple(rule.name for rule in rules if rule.effect in effects and ("qualified" in rule.tags) == qualified)

    return (
        named(Effect.PROHIBITS),
        named(Effect.REQUIRES),
        named(Effect.PROHIBITS, qualified=True),
        named(Effect.WEIGHS),
        named(Effect.ASKS, Effect.PERMITS),
    )
