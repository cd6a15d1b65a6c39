"""A sitting: what a trail of answers comes to, and which question comes next.

Answers that do not fit a newer one are put aside, not lost: a step back brings them again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sharewell.policy.checklist import NONE, SOME, shown, ticked, usual
from sharewell.policy.determination import Contradiction
from sharewell.policy.fact import NOT_KNOWN, Fact, Tick
from sharewell.policy.outcome import Outcome
from sharewell.web.guide.trail import Step, Trail
from sharewell.web.reading.shelf import Reading


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer put aside, or a checklist brought into line, because a newer answer does not fit it."""

    fact: str
    answer: str
    because: Contradiction


class Sitting:
    """The answers of a trail, under the rules of a reading."""

    def __init__(self, reading: Reading, trail: Trail) -> None:
        self.reading = reading
        self.trail = trail
        self.facts = reading.edition.facts
        self.answers: dict[str, str] = {}
        self.dropped: list[Dropped] = []
        for step in trail.steps:
            self._take(step)

    @cached_property
    def next(self) -> Fact | None:
        """The question to ask now, or None when the answer is settled."""
        name = self.reading.interview.next(self.answers)
        return self.facts[name] if name else None

    @cached_property
    def possible(self) -> frozenset[Outcome]:
        """The outcomes that the answers so far allow."""
        return self.reading.compiled.partial(self.answers).possible

    @property
    def in_danger(self) -> bool:
        """Whether a fact that is asked before all others was answered yes."""
        return any(fact.first and self.answers.get(fact.name) == "yes" for fact in self.facts.values())

    def asked(self) -> int:
        """How many questions the person has answered."""
        return len({step.fact for step in self.trail.steps if not step.filled})

    def at_most(self) -> int:
        """How many questions can still be asked, this one included, with what a checklist among them would open."""
        order = self.reading.interview.order(self.answers)
        behind = {tick.fact for name in order for tick in self.facts[name].ticks}
        return len({*order, *(name for name in behind if name not in self.answers)})

    def lines(self, checklist: Fact) -> tuple[Tick, ...]:
        """The lines of a checklist worth showing now."""
        behind = {tick.fact for tick in checklist.ticks} | {checklist.name}
        rest = {name: answer for name, answer in self.answers.items() if name not in behind}
        return shown(checklist, self.reading.interview.order(rest)) or checklist.ticks

    def ticked(self, checklist: Fact, ticks: Collection[Tick], unsure: Collection[str]) -> Step:
        """What a checklist says: the ticked lines, the facts the person is not sure of, all else seen and as usual.

        A fact with two lines ticked is asked about next, as is one whose line has no answer; lines that were not shown
        are left open.
        """
        edition, name = self.reading.edition, checklist.name
        seen = {line.fact for line in self.lines(checklist)}
        said = {tick.fact for tick in ticks}
        twice = {fact for fact in said if len({tick.answer for tick in ticks if tick.fact == fact}) > 1}
        once = {(tick.fact, tick.answer) for tick in ticks if tick.fact not in twice}
        given = ticked(edition, name, once)
        if twice or unsure:
            every = {line.fact for line in checklist.ticks}
            given = {**{fact: usual(edition, fact) for fact in every}, **given, name: SOME}
            given = {fact: answer for fact, answer in given.items() if fact not in twice and (fact, "") not in once}
            given.update(dict.fromkeys(unsure, NOT_KNOWN))
        rest = {fact: answer for fact, answer in given.items() if fact != name and fact in seen}
        return Step(((name, given[name]), *rest.items()))

    def told(self) -> dict[str, str]:
        """Answers as a person would tell them, without those seen on a checklist and left as usual."""
        left = self.left_alone()
        return {name: answer for name, answer in self.answers.items() if name not in left}

    def left_alone(self) -> dict[str, str]:
        """Answers seen on a checklist and left as usual."""
        behind = {
            tick.fact for fact in self.facts.values() for tick in fact.ticks if self.answers.get(fact.name) == SOME
        }
        edition = self.reading.edition
        return {
            name: answer for name, answer in self.answers.items() if name in behind and answer == usual(edition, name)
        }

    def _take(self, step: Step) -> None:
        given = {**self._kept_of(step), **dict(step.given)}
        if any(answer != usual(self.reading.edition, fact) for fact, answer in given.items() if fact != step.fact):
            given[step.fact] = SOME if given[step.fact] == NONE else given[step.fact]
        for tick in self.facts[step.fact].ticks:
            self.answers.pop(tick.fact, None)
        self.answers.update(given)
        self.dropped = []
        while clash := self._clash(given.keys()):
            older = [name for name in clash.facts if name in self.answers and name not in given]
            for name in older if clash.facts[0] in given else older[-1:]:
                self.dropped.append(Dropped(name, self.answers[name], clash))
                self._aside(name)

    def _kept_of(self, step: Step) -> dict[str, str]:
        """What stays of earlier answers when nothing on a list is true: what no line denies, the rest as usual."""
        checklist, edition = self.facts[step.fact], self.reading.edition
        if not checklist.ticks or dict(step.given)[step.fact] != NONE:
            return {}
        lines = {(tick.fact, tick.answer) for tick in checklist.ticks}
        every = dict.fromkeys(tick.fact for tick in checklist.ticks)
        told = {fact: self.answers[fact] for fact in every if fact in self.answers}
        stays = {fact: answer for fact, answer in told.items() if (fact, answer) not in lines}
        if all(answer == usual(edition, fact) for fact, answer in stays.items()):
            return stays
        return {**{fact: usual(edition, fact) for fact in every}, **stays}

    def _aside(self, name: str) -> None:
        """Put an answer aside. A checklist with no tick becomes one with some; what it settled stays as it was seen."""
        fact = self.facts[name]
        if fact.ticks and self.answers[name] == NONE:
            self.answers[name] = SOME
            for behind in dict.fromkeys(tick.fact for tick in fact.ticks):
                if behind not in self.answers:
                    self.answers[behind] = usual(self.reading.edition, behind)
        else:
            del self.answers[name]

    def _clash(self, given: Collection[str]) -> Contradiction | None:
        """A contradiction between these answers and others, that putting another aside would end."""
        for each in self.reading.contradictions(self.answers):
            others = [name for name in each.facts if name in self.answers and name not in given]
            if others and set(each.facts) & set(given):
                return each
        return None
