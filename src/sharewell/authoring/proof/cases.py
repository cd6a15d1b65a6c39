"""Every case at once: one small bit-vector a fact, and conditions over them as `sharewell.policy.condition` reads them.

A case here is complete: every fact has a real answer or, where the pack somewhere names *not-known* for it,
*not-known*. For the other facts *not-known* only leaves tests open, and the three-valued reading is sound: what it
settles is what every real answer would give, and it lets information go only where every real answer would. So what is
proved of real answers holds of every determination.

Cases are consistent: a quiet fact that nothing opens has its quiet answer, and no exclusion holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sharewell.authoring.proof.formula import Formula, Rails, conj, disj, every, neg, opposite, some
from sharewell.authoring.proof.solver import Solver
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not, atoms
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN


class Cases:
    """The facts of one case that is not yet any particular case. `codes` are the answers of each fact, in order."""

    def __init__(self, solver: Solver, codes: Mapping[str, tuple[str, ...]]) -> None:
        self.solver = solver
        self.codes = dict(codes)
        self.vectors: dict[str, Any] = {name: solver.number(name, len(each)) for name, each in codes.items()}

    def twin(self, fact: str) -> Cases:
        """The same case with one fact of its own."""
        other = Cases(self.solver, {fact: self.codes[fact]})
        other.codes = self.codes
        other.vectors = {**self.vectors, **other.vectors}
        return other

    def among(self, fact: str, answers: Iterable[str]) -> Formula:
        """The fact's answer is one of these; answers that the fact does not have count for nothing."""
        codes = [self.codes[fact].index(answer) for answer in answers if answer in self.codes[fact]]
        if len(codes) == len(self.codes[fact]):
            return True
        return disj(self.vectors[fact] == code for code in sorted(codes))

    def example(self) -> dict[str, str]:
        """The answers of the solver's example."""
        return {name: self.codes[name][self.solver.value(vector)] for name, vector in self.vectors.items()}


class Reading:
    """The conditions of an edition over cases. Findings are named once."""

    def __init__(self, edition: Edition, cases: Cases) -> None:
        self.edition = edition
        self.cases = cases
        self._findings: dict[str, Rails] = {}

    def rails(self, condition: Condition) -> Rails:
        """What is surely true and what may be true of a condition."""
        match condition:
            case FactIs():
                return self._test(condition)
            case FindingHolds(name):
                if name not in self._findings:
                    said = self.rails(self.edition.findings[name].when)
                    solver = self.cases.solver
                    true = solver.named(name, said.true)
                    self._findings[name] = Rails(true, true if said.settled else solver.named(name, said.may))
                return self._findings[name]
            case AllOf(parts):
                return every(self.rails(part) for part in parts)
            case AnyOf(parts):
                return some(self.rails(part) for part in parts)
            case Not(part):
                return opposite(self.rails(part))

    def _test(self, test: FactIs) -> Rails:
        """As `truth_of_answer`, for an answer that was given."""
        domain = self.edition.domains[test.fact]
        real = test.answers & domain
        if NOT_KNOWN in test.answers or real == domain:
            return Rails.two_valued(self.cases.among(test.fact, (*real, NOT_KNOWN)))
        true = self.cases.among(test.fact, real)
        if not real or NOT_KNOWN not in self.cases.codes[test.fact]:
            return Rails.two_valued(true)
        return Rails(true, self.cases.among(test.fact, (*real, NOT_KNOWN)))

    def consistent(self) -> Formula:
        """The answers can be true together, and nothing is answered that was not open."""
        parts = []
        for name in self.edition.quiet_order:
            passed: list[Formula] = []
            for quiet in self.edition.facts[name].declared:
                opened = self.rails(quiet.unless)
                parts.append(disj([*passed, opened.may, self.cases.among(name, [quiet.answer])]))
                passed.append(neg(opened.true))
        parts += [self.rails(Not(exclusion.never)).may for exclusion in self.edition.exclusions]
        return conj(parts)


def codes_of(edition: Edition, *more: Condition, not_known: bool = True) -> dict[str, tuple[str, ...]]:
    """The answers of each fact, with *not-known* for facts where a condition names it."""
    named = {atom.fact for atom in _tests(edition, more) if NOT_KNOWN in atom.answers} if not_known else set()
    return {name: (*fact.domain, NOT_KNOWN) if name in named else fact.domain for name, fact in edition.facts.items()}


def conditions_of(edition: Edition) -> list[Condition]:
    """Every condition of an edition."""
    quiet = [each.unless for fact in edition.facts.values() for each in fact.declared]
    return [
        *quiet,
        *(finding.when for finding in edition.findings.values()),
        *(rule.when for rule in edition.rules),
        *(each.when for each in edition.safeguards),
        *(each.when for each in edition.bases),
        *(each.when for each in edition.advice),
        *(each.when for each in edition.myths),
        *(exclusion.never for exclusion in edition.exclusions),
    ]


def _tests(edition: Edition, more: Iterable[Condition]) -> Iterable[FactIs]:
    for condition in [*conditions_of(edition), *more]:
        yield from (atom for atom in atoms(condition) if isinstance(atom, FactIs))
