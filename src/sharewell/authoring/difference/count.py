"""How much of all situations changed: counted where they are few, sampled where they are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod, sqrt

from sharewell.authoring.difference.sample import Draw, Moves
from sharewell.authoring.difference.share import Share
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader, determine
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome

#: So many situations are still counted one by one.
COUNTED = 20_000


@dataclass(frozen=True, slots=True)
class Count:
    """How many situations moved from which outcome to which."""

    moves: Moves
    exact: bool
    everyday: Moves | None = None

    def share(self, before: Outcome, after: Outcome) -> Share:
        """The share of one change."""
        return self._share(lambda one, two: (one, two) == (before, after))

    def changed(self) -> Share:
        """The share of all changes."""
        return self._share(lambda one, two: one is not two)

    def _share(self, counts: _Test) -> Share:
        of = self.moves.total()
        part = _part(self.moves, counts)
        margin = 0.0 if self.exact or not of else 2 * sqrt(part * (1 - part) / of)
        everyday = None if self.everyday is None else _part(self.everyday, counts)
        return Share(part, of, self.exact, margin, everyday)


_Test = Callable[[Outcome, Outcome], bool]


def _part(moves: Moves, counts: _Test) -> float:
    total = moves.total()
    return sum(count for (one, two), count in moves.items() if counts(one, two)) / total if total else 0.0


def count(before: Edition, after: Edition, codes: Mapping[str, Sequence[str]]) -> Count:
    """Count one by one, or draw."""
    if prod(len(each) for each in codes.values()) <= COUNTED:
        return Count(Counter(_counted(before, after, codes)), exact=True)
    weighted = any(fact.likely for fact in after.facts.values())
    everyday = Draw(before, after, codes, everyday=True).moves() if weighted else None
    return Count(Draw(before, after, codes, everyday=False).moves(), exact=False, everyday=everyday)


def _counted(before: Edition, after: Edition, codes: Mapping[str, Sequence[str]]) -> Iterator[tuple[Outcome, Outcome]]:
    for choice in product(*codes.values()):
        answers = dict(zip(codes, choice, strict=True))
        one = {name: answer for name, answer in answers.items() if name in before.facts}
        two = {name: answer for name, answer in answers.items() if name in after.facts}
        if consistent(before, one) and consistent(after, two):
            yield determine(before, one).outcome, determine(after, two).outcome


def consistent(edition: Edition, answers: Mapping[str, str]) -> bool:
    """Whether the answers can be true together, and *not-known* is said only of what is asked."""
    if Reader(edition, answers).contradictions():
        return False
    silent = {name for name, answer in answers.items() if answer == NOT_KNOWN and edition.facts[name].quiet}
    return all(
        name not in Reader(edition, {fact: a for fact, a in answers.items() if fact != name}).effective
        for name in silent
    )
