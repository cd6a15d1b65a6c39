"""A sitting: the answers given so far, and what follows from giving, changing and taking back one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sharewell.cli.reading import Reading, Said
from sharewell.policy.ask import Interview
from sharewell.policy.checklist import NONE, SOME, shown, ticked, usual
from sharewell.policy.determination import Contradiction
from sharewell.policy.evaluate import Reader
from sharewell.policy.fact import NOT_KNOWN, Fact, Tick
from sharewell.policy.outcome import Outcome
from sharewell.policy.steps import next_for_steps, open_steps


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer put aside, or a checklist brought into line, because a newer answer does not fit it."""

    fact: str
    answer: str
    because: Contradiction


class Sitting:
    """One interview. Every change can be taken back."""

    def __init__(self, reading: Reading, answers: Mapping[str, str]) -> None:
        self.reading = reading
        self.answers: dict[str, str] = dict(answers)
        self.settle_steps = False
        self._before: list[dict[str, str]] = []

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by name."""
        return self.reading.edition.facts

    @property
    def interview(self) -> Interview:
        """What orders the questions."""
        return self.reading.interview

    @property
    def asked(self) -> int:
        """How many questions were answered in this sitting."""
        return len(self._before)

    def next(self) -> Fact | None:
        """The question to ask now, or None when the answer is settled, and the steps too if that is wanted."""
        name = self.interview.next(self.answers) or (self._next_for_steps() if self.settle_steps else None)
        return self.facts[name] if name else None

    def _next_for_steps(self) -> str | None:
        said = self.reading.compiled.determine(self.answers)
        edition = self.reading.edition
        return next_for_steps(edition, self.answers, open_steps(edition, self.answers, said.outcome))

    def answer(self, fact: str, answer: str) -> list[Dropped]:
        """Take an answer; answers that do not fit it are put aside, so that they can be asked again."""
        return self._give({fact: answer})

    def lines(self, checklist: str) -> tuple[Tick, ...]:
        """The lines of a checklist worth showing now."""
        fact = self.facts[checklist]
        behind = {tick.fact for tick in fact.ticks} | {checklist}
        rest = {name: answer for name, answer in self.answers.items() if name not in behind}
        return shown(fact, self.interview.order(rest)) or fact.ticks

    def tick(self, checklist: str, ticks: Collection[Tick], unsure: Collection[str] = ()) -> list[Dropped]:
        """Take a checklist: the lines that fit, and the facts about which the person is not sure.

        A fact with two lines ticked is asked about next, as is one whose line has no answer. Lines that were not shown
        are left open.
        """
        fact = self.facts[checklist]
        seen = {line.fact for line in self.lines(checklist)}
        before = dict(self.answers)
        for name in {line.fact for line in fact.ticks}:
            self.answers.pop(name, None)
        said = {tick.fact for tick in ticks}
        twice = {name for name in said if len({tick.answer for tick in ticks if tick.fact == name}) > 1}
        once = {(tick.fact, tick.answer) for tick in ticks if tick.fact not in twice}
        given = ticked(self.reading.edition, checklist, once)
        if twice or unsure:
            every = {line.fact for line in fact.ticks}
            given = {**{name: usual(self.reading.edition, name) for name in every}, **given, checklist: SOME}
            given = {name: answer for name, answer in given.items() if name not in twice and (name, "") not in once}
            given.update(dict.fromkeys(unsure, NOT_KNOWN))
        seen_only = {name: answer for name, answer in given.items() if name == checklist or name in seen}
        return self._give(seen_only, before)

    def _give(self, given: Mapping[str, str], before: dict[str, str] | None = None) -> list[Dropped]:
        self._before.append(dict(self.answers) if before is None else before)
        self.answers.update(given)
        dropped: list[Dropped] = []
        while clash := self._clash(given.keys()):
            older = [name for name in clash.facts if name in self.answers and name not in given]
            for name in older if clash.facts[0] in given else older[-1:]:
                dropped.append(Dropped(name, self.answers[name], clash))
                self._aside(name)
        return dropped

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
        for each in Reader(self.reading.edition, self.answers).contradictions():
            others = [name for name in each.facts if name in self.answers and name not in given]
            if others and set(each.facts) & set(given):
                return each
        return None

    def back(self) -> bool:
        """Take the last answer back, with all that followed from it; false at the start."""
        if not self._before:
            return False
        self.answers = self._before.pop()
        return True

    def said(self) -> Said:
        """What the rules say so far, with what would change it."""
        return self.reading.say(self.answers)

    def possible(self) -> list[Outcome]:
        """The outcomes that are still possible."""
        possible = self.reading.compiled.partial(self.answers).possible
        return [outcome for outcome in Outcome if outcome in possible]

    def at_most(self) -> int:
        """How many questions can still be asked, this one included, with what a checklist among them would open."""
        order = self.interview.order(self.answers)
        behind = {tick.fact for name in order for tick in self.facts[name].ticks}
        return len({*order, *(name for name in behind if name not in self.answers)})


def told(answers: Mapping[str, str], reading: Reading) -> tuple[dict[str, str], dict[str, str]]:
    """Answers as a person would tell them, and apart from them those seen on a checklist and left as usual."""
    behind = {
        tick.fact for fact in reading.edition.facts.values() for tick in fact.ticks if answers.get(fact.name) == SOME
    }
    left = {
        name: answer for name, answer in answers.items() if name in behind and answer == usual(reading.edition, name)
    }
    return {name: answer for name, answer in answers.items() if name not in left}, left
