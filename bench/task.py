"""What one case asks of a peer: the conditions that hold, put together on the host into outcome and reasons.

No peer knows overrides. The host part is the same for all of them, and remembered: a set of conditions seen before
costs one look-up, which is kinder to the peers than doing it each time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bench.subject import Subject
from sharewell.policy.compile import contradicting
from sharewell.policy.condition import AnyOf, Condition
from sharewell.policy.determination import Determination
from sharewell.policy.outcome import Outcome
from sharewell.policy.standing import capped, possible_outcomes, standings
from sharewell.policy.truth import Truth

CONTRADICTED = "contradicted"


class Said(NamedTuple):
    """An answer: the outcome, the rules that stand, those overridden, and what goes with the answer."""

    outcome: str
    applied: tuple[str, ...]
    overridden: tuple[str, ...] = ()
    collected: tuple[str, ...] = ()


def named_conditions(subject: Subject) -> dict[str, Condition]:
    """Every condition a full answer needs: rules, what goes with it, and whether answers contradict each other."""
    each = subject.edition
    made = {rule.name: rule.when for rule in each.rules}
    for kind, group in _collected(subject).items():
        made |= {f"{kind} {name}": when for name, (when, _) in group.items()}
    if each.exclusions or each.quiet_order:
        made[CONTRADICTED] = AnyOf(tuple(contradicting(each)))
    return made


def _collected(subject: Subject) -> dict[str, dict[str, tuple[Condition, frozenset[Outcome]]]]:
    each = subject.edition
    return {
        "safeguard": {one.name: (one.when, one.outcomes) for one in each.safeguards},
        "basis": {one.name: (one.when, frozenset[Outcome]()) for one in each.bases},
        "advice": {one.name: (one.when, one.outcomes) for one in each.advice},
        "myth": {one.name: (one.when, one.outcomes) for one in each.myths},
    }


def host(subject: Subject) -> Callable[[tuple[str, ...]], Said]:
    """From the names of the conditions that hold to a full answer."""
    rules = subject.edition.rules
    limits = {
        f"{kind} {name}": outcomes
        for kind, group in _collected(subject).items()
        for name, (_, outcomes) in group.items()
    }
    memory: dict[tuple[str, ...], Said] = {}

    def conclude(holding: tuple[str, ...]) -> Said:
        known = memory.get(holding)
        if known is None:
            held = set(holding)
            standing = standings(subject.edition, [Truth.TRUE if rule.name in held else Truth.FALSE for rule in rules])
            (outcome,) = possible_outcomes(subject.edition, standing)
            at_once = any("*" in rules[i].overrides for i in standing.sure)
            outcome = capped(outcome, contradicted=CONTRADICTED in held, at_once=at_once)
            known = memory[holding] = Said(
                outcome,
                tuple(rules[i].name for i in sorted(standing.sure)),
                tuple(rules[i].name for i in sorted(standing.out)),
                tuple(name for name, only in limits.items() if name in held and (not only or outcome in only)),
            )
        return known

    return conclude


def said_by(determination: Determination) -> Said:
    """A determination in the same form."""
    groups = (
        ("safeguard", determination.safeguards),
        ("basis", determination.bases),
        ("advice", determination.advice),
        ("myth", determination.myths),
    )
    return Said(
        determination.outcome,
        tuple(rule.name for rule in determination.applied),
        tuple(rule.name for rule in determination.overridden),
        tuple(f"{kind} {each.name}" for kind, group in groups for each in group),
    )


def tier_reasons(subject: Subject, said: Said) -> tuple[str, ...]:
    """Of the rules that stand, those of the tier that decides."""
    deciding = next((tier for tier in subject.tiers if set(tier) & set(said.applied)), ())
    return tuple(name for name in said.applied if name in deciding)
