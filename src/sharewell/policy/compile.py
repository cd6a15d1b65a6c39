"""The fast reading of one case: Python generated from an edition. Same meaning as `evaluate`, tested against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from sharewell.policy.certain import Look
from sharewell.policy.condition import AllOf, Condition, FactIs, Not
from sharewell.policy.determination import Determination
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader, conclude
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.generate import Writer, masks_source
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.rule import Rule
from sharewell.policy.standing import Standings, possible_outcomes, standings
from sharewell.policy.truth import Truth

Get = Callable[[str], str | None]
_MEMO = 65_536


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome with every rule that stands and every rule that was put out.

    `outcome` is None while it is unsettled.
    """

    outcome: Outcome | None
    possible: frozenset[Outcome]
    applied: tuple[Rule, ...]
    overridden: tuple[Rule, ...]
    standing: Standings
    checked: bool


class Compiled:
    """An edition made fast.

    Build it once a day and keep it: building takes tens of milliseconds, a verdict microseconds.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        conditions = [rule.when for rule in edition.rules]
        self._rails = cast("Callable[[Get], tuple[int, int]]", _function(edition, conditions, rails=True))
        self._full: Callable[[Mapping[str, str]], int] | None = None
        self._contradicts = cast(
            "Callable[[Get], tuple[int, int]]", _function(edition, contradicting(edition), rails=True)
        )
        self._memo: dict[tuple[int, int], Verdict] = {}

    def verdict(self, answers: Mapping[str, str]) -> Verdict:
        """Outcome and reasons for a case in which every fact that a rule reads has an answer.

        Where a fact is missing or *not-known* it answers as `partial` does. Names are not checked: see `determine`.
        """
        if self._full is None:
            self._full = cast("Callable[[Mapping[str, str]], int]", self._complete())
        if NOT_KNOWN in answers.values():
            return self.partial(answers)
        try:
            mask = self._full(answers)
        except KeyError:
            return self.partial(answers)
        said = self._memo.get((mask, mask)) or self._settle(mask, mask)
        return self._capped(said, answers) if said.checked else said

    def partial(self, answers: Mapping[str, str]) -> Verdict:
        """Outcome, possible outcomes and reasons for a case in which facts may be missing or *not-known*."""
        masks = self._rails(answers.get)
        said = self._memo.get(masks) or self._settle(*masks)
        return self._capped(said, answers) if said.checked else said

    def determine(self, answers: Mapping[str, str]) -> Determination:
        """The same determination as `evaluate.determine`.

        Raises: UnknownFactError for a name that the pack does not have.
        """
        reader = Reader(self.edition, answers)
        masks = self._rails(answers.get)
        return conclude(reader, (self._memo.get(masks) or self._settle(*masks)).standing, self.look)

    def look(self, answers: Mapping[str, str]) -> Look:
        """The outcomes still possible, and whether the answers contradict each other."""
        masks = self._rails(answers.get)
        said = self._memo.get(masks) or self._settle(*masks)
        return Look(said.possible, self._can_contradict and self._contradicts(answers.get)[0] != 0)

    def _complete(self) -> Callable[..., object]:
        return _function(self.edition, [rule.when for rule in self.edition.rules], rails=False)

    def _capped(self, said: Verdict, answers: Mapping[str, str]) -> Verdict:
        if self._contradicts(answers.get)[0] == 0:
            return said
        return Verdict(Outcome.REFER, said.possible, said.applied, said.overridden, said.standing, checked=True)

    def _settle(self, true: int, may: int) -> Verdict:
        edition = self.edition
        truths = [
            Truth.TRUE if true >> i & 1 else Truth.OPEN if may >> i & 1 else Truth.FALSE
            for i in range(len(edition.rules))
        ]
        standing = standings(edition, truths)
        possible = possible_outcomes(edition, standing)
        outcome = next(iter(possible)) if len(possible) == 1 else None
        at_once = any("*" in edition.rules[i].overrides for i in standing.sure)
        said = Verdict(
            outcome=outcome,
            possible=possible,
            applied=tuple(edition.rules[i] for i in sorted(standing.sure)),
            overridden=tuple(edition.rules[i] for i in sorted(standing.out)),
            standing=standing,
            checked=outcome in SHARING and not at_once and self._can_contradict,
        )
        if len(self._memo) >= _MEMO:
            self._memo.clear()
        self._memo[true, may] = said
        return said

    @property
    def _can_contradict(self) -> bool:
        return bool(self.edition.quiet_order or self.edition.exclusions)


def contradicting(edition: Edition) -> list[Condition]:
    """Conditions of which none may hold:

    a quiet fact answered otherwise while nothing opens it, and declared exclusions.
    """
    found: list[Condition] = []
    for name in edition.quiet_order:
        earlier: list[Condition] = []
        for quiet in edition.facts[name].declared:
            other = edition.domains[name] - {quiet.answer}
            found.append(AllOf((FactIs(name, frozenset(other)), Not(quiet.unless), *earlier)))
            earlier.append(quiet.unless)
    exclusions = [exclusion.never for exclusion in edition.exclusions]
    return [*found, *exclusions]


@lru_cache(maxsize=64)
def _cached(source: str) -> Any:
    return compile(source, "<sharewell edition>", "exec")


def _function(edition: Edition, conditions: Sequence[Condition], *, rails: bool) -> Callable[..., object]:
    writer = Writer(edition, rails=rails)
    source = masks_source(writer, conditions)
    space: dict[str, object] = dict(writer.constants)
    exec(_cached(source), space)  # noqa: S102 - our own source: names are numbered, no text of a pack is in it
    return cast("Callable[..., object]", space["masks"])


def compiled(edition: Edition) -> Compiled:
    """Make an edition fast."""
    return Compiled(edition)
