"""A peer for one case: how it takes its input, how it answers, and how many reasons it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bench.subject import Subject
from bench.task import Said
from bench.wording import word

Reasons = Literal["first", "tier", "all"]


@dataclass(frozen=True)
class Loaded:
    """A peer with the policy loaded. `prepare` is not timed: a case in the form the peer likes best."""

    decide: Callable[[Any], Said]
    prepare: Callable[[dict[str, str]], Any]
    reasons: Reasons
    text_bytes: int = 0


def natural(subject: Subject) -> Callable[[dict[str, str]], dict[str, Any]]:
    """Answers with identifiers for names, and true or false for yes-or-no facts."""
    flags = subject.flags

    def prepare(case: dict[str, str]) -> dict[str, Any]:
        return {word(name): (said == "yes") if name in flags else said for name, said in case.items()}

    return prepare


def by_tier(subject: Subject) -> Callable[[list[str]], Said]:
    """The answer from the deciding tier and its rules that hold, for peers that stop at the first tier."""
    outcome = {rule.name: str(rule.effect.outcome) for rule in subject.edition.rules}
    rank = {rule.name: place for place, rule in enumerate(subject.edition.rules)}

    def conclude(rules: list[str]) -> Said:
        rules.sort(key=rank.__getitem__)
        return Said(outcome[rules[0]] if rules else "refer", tuple(rules))

    return conclude
