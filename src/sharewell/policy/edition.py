"""An edition: the rules in force on one day, with overrides expanded. A frozen value; every reading starts from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from sharewell.policy.condition import Condition, FactIs, atoms
from sharewell.policy.fact import NOT_KNOWN, Fact
from sharewell.policy.rule import Advice, Basis, Effect, Myth, Rule, Safeguard

if TYPE_CHECKING:
    from sharewell.policy.pack import Exclusion, Finding, PackId

_EFFECTS = list(Effect)


class LoopError(ValueError):
    """Overrides, findings or quiet answers that refer to each other in a circle."""

    def __init__(self, kind: str, loop: tuple[str, ...]) -> None:
        self.kind = kind
        self.loop = loop
        super().__init__(f"{kind} form a loop: {' -> '.join(loop)}")


@dataclass(frozen=True, slots=True)
class Edition:
    """The rules of one day.

    `rules` are in deciding order (effect, then as written); `overriders[i]` are the indexes of the rules that put
    rule `i` out, and `order` is an order of indexes in which every overrider comes before what it overrides.
    `findings` are in an order in which each comes after those it uses, `quiet_order` likewise for facts with a quiet
    answer. `names_not_known` are the facts for which a condition names *not-known*.
    """

    pack: PackId
    day: date
    facts: dict[str, Fact]
    findings: dict[str, Finding]
    rules: tuple[Rule, ...]
    overriders: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    quiet_order: tuple[str, ...]
    safeguards: tuple[Safeguard, ...] = ()
    bases: tuple[Basis, ...] = ()
    advice: tuple[Advice, ...] = ()
    myths: tuple[Myth, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    domains: dict[str, frozenset[str]] = field(default_factory=dict)
    names_not_known: frozenset[str] = frozenset()

    @staticmethod
    def of(  # noqa: PLR0913 - by name only: it mirrors the fields of a pack
        *,
        pack: PackId,
        day: date,
        facts: tuple[Fact, ...],
        findings: tuple[Finding, ...],
        rules: tuple[Rule, ...],
        safeguards: tuple[Safeguard, ...] = (),
        bases: tuple[Basis, ...] = (),
        advice: tuple[Advice, ...] = (),
        myths: tuple[Myth, ...] = (),
        exclusions: tuple[Exclusion, ...] = (),
    ) -> Edition:
        """Put an edition together.

        Raises: LoopError when overrides, findings or quiet answers form a loop.
        """
        ranked = tuple(sorted(rules, key=lambda rule: _EFFECTS.index(rule.effect)))
        overriders = _overriders(ranked)
        by_name = {finding.name: finding for finding in findings}
        uses = {
            finding.name: [atom.finding for atom in atoms(finding.when) if not isinstance(atom, FactIs)]
            for finding in findings
        }
        quiet = {
            fact.name: [atom.fact for each in fact.declared for atom in atoms(each.unless) if isinstance(atom, FactIs)]
            for fact in facts
            if fact.quiet
        }
        ordered = _sorted("findings", uses)
        return Edition(
            pack=pack,
            day=day,
            facts={fact.name: fact for fact in facts},
            findings={name: by_name[name] for name in ordered if name in by_name},
            rules=ranked,
            overriders=overriders,
            order=tuple(
                int(index)
                for index in _sorted(
                    "overrides",
                    {str(i): [str(j) for j in by] for i, by in enumerate(overriders)},
                    names={str(i): rule.name for i, rule in enumerate(ranked)},
                )
            ),
            quiet_order=tuple(name for name in _sorted("quiet answers", quiet) if name in quiet),
            safeguards=safeguards,
            bases=bases,
            advice=advice,
            myths=myths,
            exclusions=exclusions,
            domains={fact.name: frozenset(fact.domain) for fact in facts},
            names_not_known=_naming_not_known(
                [
                    *(rule.when for rule in rules),
                    *(finding.when for finding in findings),
                    *(each.when for group in (safeguards, bases, advice, myths) for each in group),
                    *(quiet.unless for fact in facts for quiet in fact.declared),
                    *(each.never for each in exclusions),
                ]
            ),
        )

    def facts_in(self, condition: Condition) -> frozenset[str]:
        """Every fact that a condition reads, findings opened."""
        seen: set[str] = set()
        stack = list(atoms(condition))
        opened: set[str] = set()
        while stack:
            atom = stack.pop()
            if isinstance(atom, FactIs):
                seen.add(atom.fact)
            elif atom.finding not in opened:
                opened.add(atom.finding)
                stack.extend(atoms(self.findings[atom.finding].when))
        return frozenset(seen)


def _naming_not_known(conditions: Iterable[Condition]) -> frozenset[str]:
    """Facts for which some condition asks whether they are *not-known*."""
    tests = (atom for condition in conditions for atom in atoms(condition) if isinstance(atom, FactIs))
    return frozenset(test.fact for test in tests if NOT_KNOWN in test.answers)


def _overriders(rules: tuple[Rule, ...]) -> tuple[tuple[int, ...], ...]:
    """For each rule the indexes of those that override it. `*` spares the rules that override its own rule."""
    names = {rule.name: i for i, rule in enumerate(rules)}
    tagged: dict[str, list[int]] = {}
    for i, rule in enumerate(rules):
        for tag in rule.tags:
            tagged.setdefault(f"@{tag}", []).append(i)
    over: list[set[int]] = [set() for _ in rules]
    for i, rule in enumerate(rules):
        for written in rule.overrides:
            if written != "*":
                for j in tagged.get(written, [names[written]] if written in names else []):
                    over[j].add(i)
    for i, rule in enumerate(rules):
        if "*" in rule.overrides:
            for j in range(len(rules)):
                if j != i and j not in over[i]:
                    over[j].add(i)
    return tuple(tuple(sorted(each - {i})) for i, each in enumerate(over))


def _sorted(kind: str, graph: dict[str, list[str]], names: dict[str, str] | None = None) -> tuple[str, ...]:
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise LoopError(kind, tuple((names or {}).get(name, name) for name in error.args[1])) from None
