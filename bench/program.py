"""The outcome alone, as a chain of conditions: what an engine without reasons has to run. The first that holds decides.

Contradictions are not looked at, as on our own planes: the cases have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bench.subject import Subject
from sharewell.policy.condition import AllOf, AnyOf, Condition, FindingHolds, Not, atoms
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect

OUTCOMES = tuple(Outcome)
CODE = {outcome: code for code, outcome in enumerate(OUTCOMES)}


@dataclass(frozen=True)
class Program:
    """`named`: intermediate conditions, each after those it uses; `chain`: condition and outcome code."""

    named: dict[str, Condition]
    chain: tuple[tuple[Condition, int], ...]
    default: int = CODE[Outcome.REFER]

    def levels(self) -> list[dict[str, Condition]]:
        """The named conditions in layers that read only earlier layers: for engines that add columns."""
        depth: dict[str, int] = {}
        for name, condition in self.named.items():
            used = [depth[atom.finding] for atom in atoms(condition) if isinstance(atom, FindingHolds)]
            depth[name] = max(used, default=-1) + 1
        made: list[dict[str, Condition]] = [{} for _ in range(max(depth.values(), default=-1) + 1)]
        for name, condition in self.named.items():
            made[depth[name]][name] = condition
        return made


@cache
def program_of(subject: Subject) -> Program:
    """The shortest chain: rule by rule where the policy has tiers, effect by effect of the standing rules where not."""
    edition = subject.edition
    findings = {name: finding.when for name, finding in edition.findings.items()}
    if subject.tiers:
        rules = {rule.name: rule for rule in edition.rules}
        order = [rules[name] for tier in subject.tiers for name in tier]
        return Program(findings, tuple((rule.when, CODE[rule.effect.outcome]) for rule in order))
    named = dict(findings)
    stands: dict[int, Condition] = {}
    for i in edition.order:
        rule = edition.rules[i]
        if edition.overriders[i]:
            named[f"stands {rule.name}"] = AllOf((rule.when, *(Not(stands[j]) for j in edition.overriders[i])))
        else:
            named[f"stands {rule.name}"] = rule.when
        stands[i] = FindingHolds(f"stands {rule.name}")
    for effect in Effect:
        named[f"any {effect}"] = AnyOf(
            tuple(stands[i] for i, rule in enumerate(edition.rules) if rule.effect is effect)
        )
    some = {effect: FindingHolds(f"any {effect}") for effect in Effect}
    chain: list[tuple[Condition, int]] = [(AllOf((some[Effect.PROHIBITS], some[Effect.REQUIRES])), CODE[Outcome.REFER])]
    chain += [(some[effect], CODE[effect.outcome]) for effect in Effect]
    return Program(named, tuple(chain))
