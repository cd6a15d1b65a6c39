"""How often the three-valued reading says that a fact could still change the outcome when in truth none can."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sharewell.authoring.proof.cases import Cases, Reading
from sharewell.authoring.proof.formula import neg
from sharewell.authoring.proof.rulings import overriders_of, rulings
from sharewell.authoring.proof.solver import Solver
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import determine
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Asking:
    """Of `looked_at` partial cases, how many were incomplete, and in which of those no answer could change the outcome.

    `contradictory` cases have no consistent way to be completed.
    """

    looked_at: int
    incomplete: int
    contradictory: int
    needless: tuple[tuple[dict[str, str], Outcome], ...]

    @property
    def share(self) -> float:
        """The share of partial cases in which a question is asked needlessly."""
        return len(self.needless) / self.looked_at if self.looked_at else 0.0


def needless(edition: Edition, partials: Iterable[Mapping[str, str]]) -> Asking:
    """Look through partial cases for those that are incomplete although every real answer gives the same outcome.

    What was answered *not-known* stays so; what is not answered may still get any real answer that is consistent.
    """
    solver = Solver()
    cases = Cases(solver, {name: (*fact.domain, NOT_KNOWN) for name, fact in edition.facts.items()})
    reading = Reading(edition, cases)
    said = rulings(reading, edition.rules, overriders_of([edition]))
    solver.require(reading.consistent())
    looked_at = incomplete = contradictory = 0
    found: list[tuple[dict[str, str], Outcome]] = []
    for answers in partials:
        looked_at += 1
        if determine(edition, answers).outcome is not Outcome.INCOMPLETE:
            continue
        incomplete += 1
        given = [
            cases.among(name, [answers[name]]) if name in answers else neg(cases.among(name, [NOT_KNOWN]))
            for name in edition.facts
        ]
        if not solver.possible(*given):
            contradictory += 1
            continue
        outcome = next(each for each, formula in said.outcomes.items() if solver.holds(formula))
        if not solver.possible(*given, neg(said.outcomes[outcome])):
            found.append((dict(answers), outcome))
    return Asking(looked_at, incomplete, contradictory, tuple(found))
