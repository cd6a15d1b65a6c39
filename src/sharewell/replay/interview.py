"""Interviews replayed: how many questions a case takes, asked in the guide's order and answered by somebody who knows
all the facts. The tests of the packs hold the counts to their limits; the benchmarks report them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from sharewell.policy.ask import Interview
from sharewell.policy.checklist import ticks_for
from sharewell.policy.condition import Condition, FactIs, FindingHolds, truth_of, truth_of_answer
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader
from sharewell.policy.fact import NOT_KNOWN, Fact
from sharewell.policy.truth import Truth

#: How often a case is drawn anew because its answers cannot be true together.
_PATIENCE = 1000


class NoCaseError(RuntimeError):
    """No consistent case came out of many draws: the exclusions of the pack leave next to none."""

    def __init__(self, tries: int) -> None:
        self.tries = tries
        super().__init__(f"none of {tries} cases was consistent")


@dataclass(frozen=True, slots=True)
class Replayed:
    """One interview: the screens in their order, and every answer that they gave."""

    asked: tuple[str, ...]
    answers: Mapping[str, str]


def replayed(interview: Interview, known: Mapping[str, str]) -> Replayed:
    """Ask somebody who knows `known` until the outcome is settled; a checklist is one screen.

    `known` answers every fact that may be asked, checklists aside: see `completed`.

    Raises: KeyError for a question that `known` does not answer.
    """
    asked: list[str] = []
    answers: dict[str, str] = {}
    edition = interview.edition
    while (name := interview.next(answers)) is not None:
        asked.append(name)
        if edition.facts[name].ticks:
            answers.update(ticks_for(edition, name, known))
        else:
            answers[name] = known[name]
    return Replayed(tuple(asked), answers)


def completed(edition: Edition, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers, with every other fact at its likeliest answer that goes with them.

    Used for recorded cases, which leave out the facts that only open others: an answer that would declare away one
    of the recorded answers, a *not-known* included, is passed over.
    """
    full = dict(answers)
    for name, fact in edition.facts.items():
        if name not in full:
            by_likelihood = [answer for answer, _ in sorted(_weighted(fact), key=lambda pair: -pair[1])]
            fitting = (answer for answer in by_likelihood if _fits(edition, {**full, name: answer}))
            full[name] = next(fitting, by_likelihood[0])
    return full


def drawn_cases(edition: Edition, count: int, *, seed: int) -> Iterator[dict[str, str]]:
    """Complete cases without contradictions, each answer drawn by its `likely` weight; the same for the same seed.

    Raises: NoCaseError if the answers drawn never go together.
    """
    draw = Random(seed)  # noqa: S311 - imagined cases, no secret
    for _ in range(count):
        yield _drawn(edition, draw)


def _drawn(edition: Edition, draw: Random) -> dict[str, str]:
    quiet = set(edition.quiet_order)
    order = [*(name for name in edition.facts if name not in quiet), *edition.quiet_order]
    for _ in range(_PATIENCE):
        answers: dict[str, str] = {}
        for name in order:
            declared = _declared(edition, name, answers)
            answers[name] = declared if declared is not None else _any_answer(edition.facts[name], draw)
        if not Reader(edition, answers).contradictions():
            return answers
    raise NoCaseError(_PATIENCE)


def _any_answer(fact: Fact, draw: Random) -> str:
    names, weights = zip(*_weighted(fact), strict=True)
    return str(draw.choices(names, weights)[0])


def _weighted(fact: Fact) -> list[tuple[str, float]]:
    return list(zip(fact.domain, fact.likely or [1] * len(fact.domain), strict=True))


def _fits(edition: Edition, answers: Mapping[str, str]) -> bool:
    unknown = (name for name in edition.quiet_order if answers.get(name) == NOT_KNOWN)
    return all(_declared(edition, name, answers) is None for name in unknown) and not (
        Reader(edition, answers).contradictions()
    )


def _declared(edition: Edition, name: str, answers: Mapping[str, str]) -> str | None:
    """The quiet answer that a fact has by the other answers, if nothing opens it."""
    for quiet in edition.facts[name].declared:
        opened = _truth(edition, quiet.unless, answers)
        if opened is not Truth.TRUE:
            return quiet.answer if opened is Truth.FALSE else None
    return None


def _truth(edition: Edition, condition: Condition, answers: Mapping[str, str]) -> Truth:
    def atom(test: FactIs | FindingHolds) -> Truth:
        if isinstance(test, FactIs):
            return truth_of_answer(answers.get(test.fact), test, edition.domains[test.fact], NOT_KNOWN)
        return _truth(edition, edition.findings[test.finding].when, answers)

    return truth_of(condition, atom)
