"""Which rules override which, over all days: as an edition expands them, for pairs that are ever in force together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sharewell.authoring.rulebook.book import Overriding
from sharewell.authoring.wording.day import overlap
from sharewell.policy.rule import Effect, Rule


@dataclass(frozen=True, slots=True)
class Overrides:
    """By rule name: what it overrides, and what overrides it."""

    of: dict[str, tuple[Overriding, ...]]
    by: dict[str, tuple[str, ...]]


def overrides(rules: tuple[Rule, ...]) -> Overrides:
    """Expand names and tags, then `*`, which spares the rules that override its own rule."""
    named = {rule.name: rule for rule in rules}
    tagged: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        for tag in rule.tags:
            tagged[f"@{tag}"].append(rule.name)
    of: dict[str, list[Overriding]] = defaultdict(list)
    by: dict[str, set[str]] = defaultdict(set)

    def expanded(rule: Rule, names: list[str]) -> tuple[str, ...]:
        return tuple(
            name
            for name in names
            if name in named and name != rule.name and overlap(rule.in_force, named[name].in_force)
        )

    for rule in rules:
        for written in rule.overrides:
            if written != "*":
                out = expanded(rule, tagged.get(written, [written]))
                of[rule.name].append(Overriding(written, out))
                for name in out:
                    by[name].add(rule.name)
    for rule in sorted(rules, key=lambda each: list(Effect).index(each.effect)):
        if "*" in rule.overrides:
            out = tuple(name for name in expanded(rule, list(named)) if name not in by[rule.name])
            of[rule.name].append(Overriding("*", out))
            for name in out:
                by[name].add(rule.name)
    return Overrides(
        {name: tuple(each) for name, each in of.items()},
        {name: tuple(other for other in named if other in over) for name, over in by.items()},
    )
