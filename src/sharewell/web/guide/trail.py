"""The trail: what was said, step by step, as the form carries it. The last word on a fact counts; a step back undoes
it.

The trail travels in the form and nowhere else. It is text that anybody could write, so every name and answer is held
against the pack before it is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sharewell.policy.checklist import SOME
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN

#: More steps than any interview has; a longer trail is put together before it goes on.
LONGEST = 120
_WRITTEN = re.compile(r"(~?)([a-z0-9-]{1,60}=[A-Za-z0-9-]{1,60}(?: [a-z0-9-]{1,60}=[A-Za-z0-9-]{1,60}){0,80})")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing said: a question and its answer, with the answers behind it if it is a checklist.

    `filled`: a situation said it, not the person.
    """

    given: tuple[tuple[str, str], ...]
    filled: bool = False

    @property
    def fact(self) -> str:
        """The fact that was asked about."""
        return self.given[0][0]

    @property
    def written(self) -> str:
        """As it stands in the form."""
        return ("~" if self.filled else "") + " ".join(f"{fact}={answer}" for fact, answer in self.given)


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules: the pack, the day (None is today, whenever that is), and rules left out to see what follows."""

    pack: str
    on: date | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trail:
    """Everything that the form carries."""

    rules: Rules
    steps: tuple[Step, ...] = ()

    def then(self, step: Step) -> Trail:
        """The trail with one thing more."""
        return replace(self, steps=(*self.steps, step))

    def back(self) -> tuple[Trail, Step | None]:
        """The trail without its last step of the person's own, and that step; the same trail at the start."""
        if not self.steps or self.steps[-1].filled:
            return self, None
        return replace(self, steps=self.steps[:-1]), self.steps[-1]

    @property
    def filled(self) -> frozenset[str]:
        """Facts whose last word is a situation's."""
        last = {step.fact: step.filled for step in self.steps}
        return frozenset(fact for fact, filled in last.items() if filled)


def steps_from(edition: Edition, written: Iterable[str]) -> tuple[tuple[Step, ...], int]:
    """The steps that can be believed, in order, and how many could not."""
    steps: list[Step] = []
    bad = 0
    for each in written:
        step = _step(edition, each)
        if step is None:
            bad += 1
        else:
            steps.append(step)
    return tuple(steps[-LONGEST * 2 :]), bad


def _step(edition: Edition, written: str) -> Step | None:
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    pairs = tuple((fact, answer) for fact, _, answer in (each.partition("=") for each in match[2].split(" ")))
    if len({fact for fact, _ in pairs}) < len(pairs) or not all(fits(edition, *pair) for pair in pairs):
        return None
    asked, answer = pairs[0]
    behind = {tick.fact for tick in edition.facts[asked].ticks}
    if not {fact for fact, _ in pairs[1:]} <= (behind if answer == SOME else set()):
        return None
    return Step(pairs, filled=bool(match[1]))


def fits(edition: Edition, fact: str, answer: str) -> bool:
    """Whether the pack has this fact and it this answer."""
    return fact in edition.facts and (answer == NOT_KNOWN or answer in edition.domains[fact])


def shortened(trail: Trail, answers: Mapping[str, str]) -> Trail:
    """A trail that has grown too long, put together from the answers that count; going back starts from there."""
    if len(trail.steps) <= LONGEST:
        return trail
    filled = trail.filled
    return replace(trail, steps=tuple(Step(((fact, said),), filled=fact in filled) for fact, said in answers.items()))
