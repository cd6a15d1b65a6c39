"""Facts: what a rule depends on, with finitely many answers, and the words in which they are asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sharewell.policy.condition import Condition

#: The answer "this cannot be known now". It is an answer a person gave; a fact that nobody asked has no entry at all.
NOT_KNOWN = "not-known"

#: Fact name to answer. A name that is absent was not asked yet.
Answers = Mapping[str, str]


class Scope(StrEnum):
    """What one answer is about: the whole case, one recipient, or one item of information."""

    CASE = "case"
    RECIPIENT = "recipient"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer: the word the rules use, and what the person reads."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """A declared answer, used only while `unless` is definitely false; the determination lists it as declared.

    `otherwise` is the next to try once `unless` is definitely true.
    """

    answer: str
    unless: Condition
    otherwise: Quiet | None = None


@dataclass(frozen=True, slots=True)
class Bands:
    """How a register fills a fact in from a date: whole years at which the answer changes, youngest band first."""

    since: str
    cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of a checklist: ticking it answers another fact; with no `answer`, the guide asks about it next."""

    fact: str
    answer: str
    says: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A question with finitely many answers.

    `likely` holds rough weights of the answers in everyday work (same order as `answers`); it only orders questions and
    never stands for an answer. `first` puts the fact before all others; `after` names facts to be answered before it.
    A fact with `ticks` is a checklist: its answers are *none* of them and *some* of them (see `checklist`).
    """

    name: str
    question: str
    answers: tuple[Answer, ...]
    group: str = ""
    help: str = ""
    why: str = ""
    scope: Scope = Scope.CASE
    who: tuple[str, ...] = ()
    likely: tuple[int, ...] = ()
    quiet: Quiet | None = None
    bands: Bands | None = None
    first: bool = False
    after: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    layer: str = ""

    @property
    def declared(self) -> tuple[Quiet, ...]:
        """The quiet answers in the order in which they are tried; empty for a fact that is always asked."""
        found: list[Quiet] = []
        quiet = self.quiet
        while quiet is not None:
            found.append(quiet)
            quiet = quiet.otherwise
        return tuple(found)

    @property
    def domain(self) -> tuple[str, ...]:
        """The names of the answers, without *not-known*."""
        return tuple(answer.name for answer in self.answers)

    def says(self, answer: str) -> str:
        """The words of an answer; *not-known* has its own.

        Raises: KeyError when the fact has no such answer.
        """
        if answer == NOT_KNOWN:
            return "I don't know"
        return {each.name: each.says for each in self.answers}[answer]
