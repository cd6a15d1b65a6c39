"""Which rule took another's place: same theme, one begins when the other ends, and a sign that they belong together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sharewell.policy.condition import FactIs, atoms
from sharewell.policy.rule import Rule

#: How much of what two rules depend on must be the same for them to be taken for one rule and its successor.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class History:
    """By rule name: the rules it took the place of, and the rules that took its place."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]


def history(rules: tuple[Rule, ...]) -> History:
    """Pairs of rules that follow each other. A guess from the text, to point a reader; it decides nothing."""
    begins: dict[object, list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.in_force.start is not None:
            begins[rule.in_force.start].append(rule)
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for old in rules:
        for new in begins[old.in_force.end] if old.in_force.end is not None else ():
            if old.theme == new.theme and _belong(old, new):
                before[new.name].append(old.name)
                after[old.name].append(new.name)
    return History({k: tuple(v) for k, v in before.items()}, {k: tuple(v) for k, v in after.items()})


def _belong(old: Rule, new: Rule) -> bool:
    mentioned = old.name in new.note or new.name in old.note
    return mentioned or old.name in new.overrides or _stem(old) == _stem(new) or _alike(old, new) >= _ALIKE


def _stem(rule: Rule) -> str:
    """The name without the word or year that tells editions apart."""
    head, _, tail = rule.name.rpartition("-")
    return head if head and (tail.isdigit() or tail in _EDITIONS) else rule.name


_EDITIONS = frozenset({"early", "earlier", "before", "old", "new", "now", "later"})


def _alike(old: Rule, new: Rule) -> float:
    one, other = _reads(old), _reads(new)
    return len(one & other) / len(one | other) if one | other else 1.0


def _reads(rule: Rule) -> frozenset[tuple[str, str]]:
    return frozenset(
        ("fact", atom.fact) if isinstance(atom, FactIs) else ("finding", atom.finding) for atom in atoms(rule.when)
    )
