"""numpy as one would write it by hand: a mask per condition over whole columns, in blocks that fit the cache."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from bench.program import program_of
from bench.subject import Subject
from bench.wording import spans
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not

BLOCK = 1 << 15


class Columns:
    """Conditions over columns of answers; each finding is worked out once."""

    def __init__(self, subject: Subject, table: dict[str, Any], named: dict[str, Condition] | None = None) -> None:
        self.domains = {name: fact.domain for name, fact in subject.edition.facts.items()}
        self.named = named or {name: finding.when for name, finding in subject.edition.findings.items()}
        self.table = table
        self.memo: dict[str, Any] = {}
        self.count = len(next(iter(table.values())))

    def holds(self, condition: Condition) -> Any:
        """True where the condition holds."""
        match condition:
            case FactIs(fact):
                return self._test(fact, condition.answers)
            case FindingHolds(name):
                if name not in self.memo:
                    self.memo[name] = self.holds(self.named[name])
                return self.memo[name]
            case Not(part):
                return ~self.holds(part)
            case AllOf(()) | AnyOf(()):
                return np.full(self.count, isinstance(condition, AllOf))
            case AllOf(parts):
                return reduce(np.logical_and, [self.holds(part) for part in parts])
            case AnyOf(parts):
                return reduce(np.logical_or, [self.holds(part) for part in parts])

    def _test(self, fact: str, answers: frozenset[str]) -> Any:
        column = self.table[fact]
        if column.dtype == bool:
            return (
                np.full(len(column), len(answers) > 1) if len(answers) != 1 else column if "yes" in answers else ~column
            )
        last = len(self.domains[fact]) - 1
        mask = None
        for low, high in spans(self.domains[fact], answers):
            if low == high:
                part = column == low
            elif low == 0 or high == last:
                part = column <= high if low == 0 else column >= low
            else:
                part = (column >= low) & (column <= high)
            mask = part if mask is None else mask | part
        return np.zeros(len(column), bool) if mask is None else mask


def native(subject: Subject, table: dict[str, Any]) -> dict[str, Any]:
    """Columns as a peer would keep them: yes-or-no facts as booleans, the others as small codes."""
    facts = subject.edition.facts
    return {
        name: (column == facts[name].domain.index("yes")) if name in subject.flags else column
        for name, column in table.items()
    }


def load(subject: Subject, table: dict[str, Any], block: int = BLOCK) -> Callable[[], Any]:
    """A run over all cases, giving one outcome code per case; the last link of the chain is written first."""
    program, held = program_of(subject), native(subject, table)
    count = len(next(iter(held.values())))

    def run() -> Any:
        said = np.empty(count, np.uint8)
        for start in range(0, count, block):
            part = {name: column[start : start + block] for name, column in held.items()}
            read = Columns(subject, part, program.named)
            out = said[start : start + block]
            out[:] = program.default
            for condition, code in reversed(program.chain):
                np.putmask(out, read.holds(condition), code)
        return said

    return run
