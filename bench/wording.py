"""Turning conditions into the text of another language: an infix writer, and the atoms' common forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not


def word(name: str) -> str:
    """A name of the pack as an identifier."""
    return name.replace("-", "_").replace(" ", "_")


def listed(domain: Iterable[str], answers: frozenset[str]) -> list[str]:
    """The answers of a test in the order of the fact, other words (such as *not-known*) last."""
    order = list(domain)
    return [each for each in order if each in answers] + sorted(answers - set(order))


def spans(domain: tuple[str, ...], answers: frozenset[str]) -> list[tuple[int, int]]:
    """The answers of a test as runs of neighbouring places, so that bands become comparisons."""
    made: list[tuple[int, int]] = []
    for place, name in enumerate(domain):
        if name in answers:
            if made and made[-1][1] == place - 1:
                made[-1] = (made[-1][0], place)
            else:
                made.append((place, place))
    return made


@dataclass(frozen=True)
class Infix:
    """How a language writes conditions. `atom` gets a fact and its listed answers; `finding` a name."""

    atom: Callable[[FactIs], str]
    finding: Callable[[str], str]
    conjunction: str = " && "
    disjunction: str = " || "
    negation: str = "!"
    true: str = "true"
    false: str = "false"

    def write(self, condition: Condition) -> str:
        """The condition as text."""
        match condition:
            case FactIs():
                return self.atom(condition)
            case FindingHolds(name):
                return self.finding(name)
            case Not(part):
                return f"{self.negation}({self.write(part)})"
            case AllOf(()):
                return self.true
            case AnyOf(()):
                return self.false
            case AllOf(parts):
                return f"({self.conjunction.join(self.write(part) for part in parts)})"
            case AnyOf(parts):
                return f"({self.disjunction.join(self.write(part) for part in parts)})"
