"""Conditions: what must hold for a rule to apply. A closed language of `all`, `any`, `not` and "fact is one of"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sharewell.policy.truth import Truth, conjunction, disjunction, negation


@dataclass(frozen=True, slots=True)
class FactIs:
    """The fact's answer is one of these. `answers` may name `not-known`."""

    fact: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class FindingHolds:
    """The named finding holds."""

    finding: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; with no parts it always holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; with no parts it never holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = FactIs | FindingHolds | AllOf | AnyOf | Not

ALWAYS = AllOf(())


def atoms(condition: Condition) -> Iterator[FactIs | FindingHolds]:
    """Every fact test and finding named in a condition, in the order written; findings are not opened."""
    match condition:
        case FactIs() | FindingHolds():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)


def truth_of(condition: Condition, of_atom: Callable[[FactIs | FindingHolds], Truth]) -> Truth:
    """The truth of a condition, given the truth of its atoms. The plain reading: a walk over the tree."""
    match condition:
        case AllOf(parts):
            return conjunction(truth_of(part, of_atom) for part in parts)
        case AnyOf(parts):
            return disjunction(truth_of(part, of_atom) for part in parts)
        case Not(part):
            return negation(truth_of(part, of_atom))
        case _:
            return of_atom(condition)


def truth_of_answer(answer: str | None, test: FactIs, domain: frozenset[str], not_known: str) -> Truth:
    """Whether an answer passes a fact test.

    No answer (`None`): nobody asked, so it is settled only if every possible answer passes or none does. *Not known*
    passes if the test names it, or if every real answer passes; otherwise it leaves the test open.
    """
    real = test.answers & domain
    if answer is None:
        if real == domain and not_known in test.answers:
            return Truth.TRUE
        return Truth.OPEN if test.answers else Truth.FALSE
    if answer == not_known:
        if not_known in test.answers or real == domain:
            return Truth.TRUE
        return Truth.OPEN if real else Truth.FALSE
    return Truth.TRUE if answer in test.answers else Truth.FALSE
