"""Certainty by cases: when three-valued logic cannot see that nothing can change the outcome any more, try what is
left.

Strong Kleene logic loses sight of answers that exclude each other, and of rules that take over from one another. So a
case that looks open, but in which a rule of some outcome already surely stands, is tried out: every consistent answer
to the facts that still matter, one fact after the other, stopping each branch as soon as it is settled. If every
branch ends in that outcome, it is final, and the standing rule is its reason. The search is bounded; past the bound
the case stays open and one question more is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect
from sharewell.policy.standing import Standings

#: At most so many partial cases are looked at.
BOUND = 160


@dataclass(frozen=True, slots=True)
class Look:
    """What a reading says of a partial case:

    the outcomes still possible, and whether the answers contradict each other.
    """

    possible: frozenset[Outcome]
    contradicted: bool


def outcome_of_standing(edition: Edition, standing: Standings) -> Outcome | None:
    """The outcome of the highest effect that surely stands, if one does."""
    sure = {edition.rules[i].effect for i in standing.sure}
    if {Effect.PROHIBITS, Effect.REQUIRES} <= sure:
        return Outcome.REFER
    return next((effect.outcome for effect in Effect if effect in sure), None)


def certain(
    edition: Edition,
    answers: Mapping[str, str],
    live: Sequence[str],
    expected: Outcome | None,
    look: Callable[[Mapping[str, str]], Look],
) -> bool:
    """Whether every consistent answer to the `live` facts gives the expected outcome, found out within the bound."""
    if expected is None:
        return False
    tried = [name for name in live if answers.get(name) is None or name not in edition.names_not_known]
    left = BOUND

    def every(given: dict[str, str], position: int) -> bool:
        nonlocal left
        if position == len(tried):
            return False
        name = tried[position]
        for answer in _answers(edition, name, answers):
            left -= 1
            if left < 0:
                return False
            further = {**given, name: answer}
            seen = look(further)
            if seen.contradicted:
                continue
            if expected not in seen.possible:
                return False
            if len(seen.possible) > 1 and not every(further, position + 1):
                return False
        return True

    return every(dict(answers), 0)


def _answers(edition: Edition, name: str, given: Mapping[str, str]) -> tuple[str, ...]:
    """Every real answer, and *not-known* where a rule asks for just that and the person has not said so."""
    domain = edition.facts[name].domain
    return (*domain, NOT_KNOWN) if name in edition.names_not_known and name not in given else domain
