"""Which rules stand, and which outcomes that leaves possible. Shared by every reading; it knows truths, not facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sharewell.policy.edition import Edition
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.rule import Effect
from sharewell.policy.truth import Truth


@dataclass(frozen=True, slots=True)
class Standings:
    """Indexes into the edition's rules:

    `sure` certainly stand, `may` could stand (includes `sure`), `out` hold but are overridden.
    """

    sure: frozenset[int]
    may: frozenset[int]
    out: frozenset[int]


def standings(edition: Edition, truths: Sequence[Truth]) -> Standings:
    """Apply the overrides: a rule that a standing rule overrides is out.

    A rule surely stands if its condition holds and nothing that may stand overrides it; it may stand if its condition
    is not false and nothing that surely stands overrides it.
    """
    sure: set[int] = set()
    may: set[int] = set()
    out: set[int] = set()
    for i in edition.order:
        if truths[i] is Truth.FALSE:
            continue
        if any(j in sure for j in edition.overriders[i]):
            if truths[i] is Truth.TRUE:
                out.add(i)
            continue
        may.add(i)
        if truths[i] is Truth.TRUE and not any(j in may for j in edition.overriders[i]):
            sure.add(i)
    return Standings(frozenset(sure), frozenset(may), frozenset(out))


def possible_outcomes(edition: Edition, standing: Standings) -> frozenset[Outcome]:
    """Every outcome that the answers still to come could give; one alone means that the outcome is settled."""
    sure = {edition.rules[i].effect for i in standing.sure}
    may = {edition.rules[i].effect for i in standing.may}
    possible: set[Outcome] = set()
    if Effect.PROHIBITS in may:
        if Effect.REQUIRES in may:
            possible.add(Outcome.REFER)
        if Effect.REQUIRES not in sure:
            possible.add(Outcome.MUST_NOT_SHARE)
        if Effect.PROHIBITS in sure:
            return frozenset(possible)
    for effect in Effect:
        if effect is Effect.PROHIBITS:
            continue
        if effect in may:
            possible.add(effect.outcome)
        if effect in sure:
            return frozenset(possible)
    return frozenset(possible | {Outcome.REFER})


def final(possible: frozenset[Outcome]) -> Outcome:
    """The outcome when nothing more can be asked.

    One possible outcome is it. If what cannot be known leaves several open and each of them lets the information go,
    it is the weakest of them: nobody is sent for advice on whether to share when only the strength of the reason is
    in doubt. Otherwise it is *refer*.
    """
    if len(possible) == 1:
        return next(iter(possible))
    if possible <= SHARING:
        return min(possible, key=[Outcome.MAY_SHARE, Outcome.SHOULD_SHARE, Outcome.MUST_SHARE].index)
    return Outcome.REFER


def capped(outcome: Outcome, *, contradicted: bool, at_once: bool) -> Outcome:
    """A sharing outcome that rests on contradictory answers becomes *refer*, unless an emergency rule stands."""
    return Outcome.REFER if contradicted and not at_once and outcome in SHARING else outcome
