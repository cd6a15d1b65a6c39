"""Simulated cases: every fact drawn on its own by the pack's `likely` weights, then quiet answers put where they belong."""

from __future__ import annotations

from typing import Any

import numpy as np
from sharewell.policy.edition import Edition

from bench.peers.numpy_hand import Columns
from bench.subject import Subject

#: One byte per fact and case: the place of the answer among the fact's answers.
Table = dict[str, Any]


def odds(edition: Edition, name: str) -> list[float]:
    """The chance of each answer, in the order of the answers; all alike where the pack says nothing."""
    fact = edition.facts[name]
    weights = fact.likely if any(fact.likely) else (1,) * len(fact.answers)
    return [weight / sum(weights) for weight in weights]


def columns(subject: Subject, count: int, seed: int = 7, even: float = 0.0) -> Table:
    """Complete cases as columns. `even`: the share of the cases in which all answers are alike, so that corners are met."""
    draw = np.random.default_rng(seed)
    edition = subject.edition
    corner = draw.random(count) < even
    table: Table = {}
    for name, fact in edition.facts.items():
        edges = (np.cumsum(odds(edition, name)) * 65536).round().astype(np.int64)
        answer = np.searchsorted(edges, np.arange(65536), side="right").clip(0, len(fact.answers) - 1).astype(np.uint8)
        table[name] = answer[draw.integers(0, 65536, count, np.uint16)]
        if even:
            table[name][corner] = draw.integers(0, len(fact.answers), int(corner.sum()), np.uint8)
    return settled(subject, table)


def settled(subject: Subject, table: Table) -> Table:
    """Each quiet fact at its quiet answer unless something opens it, so that no case contradicts itself."""
    for name in subject.edition.quiet_order:
        fact = subject.edition.facts[name]
        if fact.quiet:
            table[name][~Columns(subject, table).holds(fact.quiet.unless)] = fact.domain.index(fact.quiet.answer)
    return table


def case_at(subject: Subject, table: Table, row: int) -> dict[str, str]:
    """One row as answers."""
    facts = subject.edition.facts
    return {name: facts[name].domain[int(column[row])] for name, column in table.items()}


def cases(subject: Subject, count: int, seed: int = 7, even: float = 0.5) -> list[dict[str, str]]:
    """Complete cases as answers."""
    table = columns(subject, count, seed, even)
    return [case_at(subject, table, row) for row in range(count)]
