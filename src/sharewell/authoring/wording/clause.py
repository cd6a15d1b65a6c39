"""Conditions in English: a tree of short lines that says exactly what the condition says, and nothing it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sharewell.authoring.wording.label import listed
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.fact import NOT_KNOWN, Fact
from sharewell.policy.pack import Finding


@dataclass(frozen=True, slots=True)
class FactClause:
    """A question and the answers that count; `negated`: the answers that do not."""

    fact: str
    question: str
    answers: tuple[str, ...]
    negated: bool = False

    @property
    def says(self) -> str:
        """The answers in a row; in quotation marks where they would run into each other."""
        run = len(self.answers) > 1 and any("," in answer or " or " in answer for answer in self.answers)
        return ("not " if self.negated else "") + listed(tuple(f"“{a}”" if run else a for a in self.answers))


@dataclass(frozen=True, slots=True)
class FindingClause:
    """A finding that holds, or with `negated` does not."""

    finding: str
    means: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class GroupClause:
    """Parts under a lead such as `all of these`. Without parts the lead says it all: `always` or `never`."""

    lead: str
    parts: tuple[Clause, ...] = ()


Clause = FactClause | FindingClause | GroupClause

ALL, ANY, NOT_ALL, NONE, ALWAYS, NEVER = (
    "all of these", "any of these", "not all of these", "none of these", "always", "never",
)  # fmt: skip  # one line


class Wording:
    """Says conditions in the words of a pack's facts and findings."""

    def __init__(self, facts: Mapping[str, Fact], findings: Mapping[str, Finding]) -> None:
        self.facts = facts
        self.findings = findings

    def clause(self, condition: Condition, *, negated: bool = False) -> Clause:
        """A condition as a clause; groups inside a group of the same kind are joined, double negations taken away."""
        match condition:
            case FactIs(name, answers):
                fact = self.facts.get(name)
                return FactClause(name, fact.question if fact else name, _answers(fact, answers), negated)
            case FindingHolds(name):
                finding = self.findings.get(name)
                return FindingClause(name, finding.means if finding else name, negated)
            case Not(part):
                return self.clause(part, negated=not negated)
            case AllOf(parts):
                return self._group(parts, (NOT_ALL if negated else ALL), NEVER if negated else ALWAYS, negated=negated)
            case AnyOf(parts):
                return self._group(parts, (NONE if negated else ANY), ALWAYS if negated else NEVER, negated=negated)

    def _group(self, parts: tuple[Condition, ...], lead: str, empty: str, *, negated: bool) -> Clause:
        if not parts:
            return GroupClause(empty)
        if len(parts) == 1:
            return self.clause(parts[0], negated=negated)
        said: list[Clause] = []
        same = ALL if lead in (ALL, NOT_ALL) else ANY
        for part in parts:
            clause = self.clause(part)
            joins = isinstance(clause, GroupClause) and clause.lead == same
            said.extend(clause.parts if joins and isinstance(clause, GroupClause) else (clause,))
        return GroupClause(lead, tuple(said))


def _answers(fact: Fact | None, answers: frozenset[str]) -> tuple[str, ...]:
    """The words of the answers, in the order of the fact, "I don't know" last."""
    if fact is None:
        return tuple(sorted(answers))
    known = tuple(answer.says for answer in fact.answers if answer.name in answers)
    odd = tuple(sorted(answers - set(fact.domain) - {NOT_KNOWN}))
    return (*known, *odd, *((fact.says(NOT_KNOWN),) if NOT_KNOWN in answers else ()))


def lines(clause: Clause, depth: int = 0) -> Iterator[tuple[int, str]]:
    """A clause as plain lines with their depth."""
    match clause:
        case FactClause(question=question):
            yield depth, f"{question} {clause.says}"
        case FindingClause(means=means, negated=negated):
            yield depth, f"not so: {means}" if negated else means
        case GroupClause(lead, parts):
            yield depth, f"{lead}:" if parts else lead
            for part in parts:
                yield from lines(part, depth + 1)
