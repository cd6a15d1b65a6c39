"""The fast reading of one case: Python generated from an edition. Same meaning as `evaluate`, tested against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from types import CodeType
from typing import cast

from sharewell.policy.certain import Look
from sharewell.policy.condition import AllOf, Condition, FactIs, Not
from sharewell.policy.determination import Determination
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader, UnknownFactError, conclude
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.generate import Writer, masks_source
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.rule import Rule
from sharewell.policy.standing import Standings, possible_outcomes, standings
from sharewell.policy.truth import Truth

Get = Callable[[str], str | None]
_MEMO = 65_536
_all_known = frozenset({NOT_KNOWN}).isdisjoint


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
        self._rules = len(edition.rules)
        self._rule_bits = (1 << self._rules) - 1
        self._conditions = [rule.when for rule in edition.rules]
        self._barred = contradicting(edition)
        self._rails = cast("Callable[[Get], tuple[int, int]]", _function(edition, self._conditions, rails=True))
        self._memo: dict[tuple[int, int], Verdict] = {}
        self._settled: dict[int, Verdict] = {}
        self._whole: dict[tuple[int, int], Determination] = {}

    @cached_property
    def _contradicts(self) -> Callable[[Get], tuple[int, int]]:
        return cast("Callable[[Get], tuple[int, int]]", _function(self.edition, self._barred, rails=True))

    @cached_property
    def _complete(self) -> Callable[[Mapping[str, str]], tuple[int, int]]:
        """The rules and what may not be, for cases in which every fact has a real answer."""
        made = _function(self.edition, [*self._conditions, *self._barred], rails=False)
        return cast("Callable[[Mapping[str, str]], tuple[int, int]]", made)

    @cached_property
    def _everything(self) -> Callable[[Mapping[str, str]], tuple[int, int]]:
        """The same with what goes with an answer."""
        each = self.edition
        collected = [one.when for group in (each.safeguards, each.bases, each.advice, each.myths) for one in group]
        made = _function(self.edition, [*self._conditions, *self._barred, *collected], rails=False, every_quiet=True)
        return cast("Callable[[Mapping[str, str]], tuple[int, int]]", made)

    def verdict(self, answers: Mapping[str, str]) -> Verdict:
        """Outcome and reasons for a case in which every fact that a rule reads has an answer.

        Where a fact is missing or *not-known* it answers as `partial` does. Names are not checked: see `determine`.
        """
        if _all_known(answers.values()):
            try:
                mask, _ = self._complete(answers)
            except KeyError:
                return self.partial(answers)
            return self._settled.get(mask) or self._conclude(mask)
        return self.partial(answers)

    def _conclude(self, mask: int) -> Verdict:
        rules = mask & self._rule_bits
        said = self._memo.get((rules, rules)) or self._settle(rules, rules)
        if said.checked and mask != rules:
            said = replace(said, outcome=Outcome.REFER)
        if len(self._settled) >= _MEMO:
            self._settled.clear()
        self._settled[mask] = said
        return said

    def partial(self, answers: Mapping[str, str]) -> Verdict:
        """Outcome, possible outcomes and reasons for a case in which facts may be missing or *not-known*."""
        masks = self._rails(answers.get)
        said = self._memo.get(masks) or self._settle(*masks)
        return self._capped(said, answers) if said.checked else said

    def determine(self, answers: Mapping[str, str]) -> Determination:
        """The same determination as `evaluate.determine`.

        Raises: UnknownFactError for a name that the pack does not have.
        """
        if _all_known(answers.values()):
            domains = self.edition.domains
            try:
                for name, answer in answers.items():
                    if answer not in domains[name]:
                        raise UnknownFactError(name, answer)
                masks = self._everything(answers)
            except KeyError:
                pass
            else:
                return self._whole.get(masks) or self._first_met(answers, masks)
        reader = Reader(self.edition, answers)
        rails = self._rails(answers.get)
        return conclude(reader, (self._memo.get(rails) or self._settle(*rails)).standing, self.look)

    def look(self, answers: Mapping[str, str]) -> Look:
        """The outcomes still possible, and whether the answers contradict each other."""
        masks = self._rails(answers.get)
        said = self._memo.get(masks) or self._settle(*masks)
        return Look(said.possible, self._can_contradict and self._contradicts(answers.get)[0] != 0)

    def _first_met(self, answers: Mapping[str, str], masks: tuple[int, int]) -> Determination:
        """Conclude plainly and keep it: the masks say all that it rests on. Contradictions name answers: never kept."""
        rules = masks[0] & self._rule_bits
        standing = (self._memo.get((rules, rules)) or self._settle(rules, rules)).standing
        said = conclude(Reader(self.edition, answers), standing, self.look)
        if len(self._whole) >= _MEMO:
            self._whole.clear()
        if not said.contradictions:
            self._whole[masks] = said
        return said

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
def _cached(source: str) -> CodeType:
    return compile(source, "<sharewell edition>", "exec")


def _function(
    edition: Edition, conditions: Sequence[Condition], *, rails: bool, every_quiet: bool = False
) -> Callable[..., object]:
    writer = Writer(edition, rails=rails)
    source = masks_source(writer, conditions, every_quiet=every_quiet)
    space: dict[str, object] = {}
    exec(_with(_cached(source), writer.constants), space)  # noqa: S102 - our own source: names are numbered, no text of a pack is in it
    return cast("Callable[..., object]", space["masks"])


def _with(code: CodeType, constants: Mapping[str, object]) -> CodeType:
    """The code with its constants put where the source has their numbers: read faster than globals."""
    return code.replace(
        co_consts=tuple(
            _with(each, constants)
            if isinstance(each, CodeType)
            else constants.get(each, each)
            if isinstance(each, str)
            else each
            for each in code.co_consts
        )
    )


def compiled(edition: Edition) -> Compiled:
    """Make an edition fast."""
    return Compiled(edition)
