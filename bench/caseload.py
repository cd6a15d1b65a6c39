"""Simulated cases: each fact drawn on its own by the pack's `likely` weights, then made to agree with each other."""

from __future__ import annotations

from typing import Any

import numpy as np

from bench.peers.numpy_hand import Columns
from bench.subject import Subject
from sharewell.policy.compile import contradicting
from sharewell.policy.condition import AnyOf
from sharewell.policy.edition import Edition

#: One byte per fact and case: the place of the answer among the fact's answers.
Table = dict[str, Any]
_TURNS = 16


def odds(edition: Edition, name: str) -> list[float]:
    """The chance of each answer, in the order of the answers; all alike where the pack says nothing."""
    fact = edition.facts[name]
    weights = fact.likely if any(fact.likely) else (1,) * len(fact.answers)
    return [weight / sum(weights) for weight in weights]


def columns(subject: Subject, count: int, seed: int = 7, even: float = 0.0) -> Table:
    """Complete cases as columns, none of which contradicts itself.

    `even`: the share of the cases in which all answers are equally likely, so that corners are met.
    """
    draw = np.random.default_rng(seed)
    table = settled(subject, _drawn(subject.edition, draw, count, even))
    for turn in range(_TURNS):
        if not _mended(subject, table, draw, turn):
            return table
    wrong = contradicted(subject, table)
    right = np.resize(np.flatnonzero(~wrong), int(wrong.sum()))
    for column in table.values():
        column[wrong] = column[right]
    return table


def _mended(subject: Subject, table: Table, draw: np.random.Generator, turn: int) -> bool:
    """Redraw a fact of each exclusion where it holds, the last in the pack first; false when all was well."""
    order = list(subject.edition.facts)
    found = False
    for exclusion in subject.edition.exclusions:
        wrong = np.flatnonzero(Columns(subject, table).holds(exclusion.never))
        if len(wrong):
            found = True
            facts = sorted(subject.edition.facts_in(exclusion.never), key=order.index)
            name = facts[-1 - turn % len(facts)]
            answers = len(subject.edition.facts[name].answers)
            table[name][wrong] = draw.integers(0, answers, len(wrong), np.uint8)
    settled(subject, table)
    return found


def _drawn(edition: Edition, draw: np.random.Generator, count: int, even: float) -> Table:
    corner = draw.random(count) < even
    table: Table = {}
    for name, fact in edition.facts.items():
        edges = (np.cumsum(odds(edition, name)) * 65536).round().astype(np.int64)
        answer = np.searchsorted(edges, np.arange(65536), side="right").clip(0, len(fact.answers) - 1).astype(np.uint8)
        table[name] = answer[draw.integers(0, 65536, count, np.uint16)]
        if even:
            table[name][corner] = draw.integers(0, len(fact.answers), int(corner.sum()), np.uint8)
    return table


def contradicted(subject: Subject, table: Table) -> Any:
    """True where the answers cannot be true together."""
    return Columns(subject, table).holds(AnyOf(tuple(contradicting(subject.edition))))


def settled(subject: Subject, table: Table) -> Table:
    """Each quiet fact at the quiet answer that nothing opens, if there is one, so that no case contradicts itself."""
    for name in subject.edition.quiet_order:
        fact = subject.edition.facts[name]
        left = np.ones(len(table[name]), bool)
        for quiet in fact.declared:
            opened = Columns(subject, table).holds(quiet.unless)
            table[name][left & ~opened] = fact.domain.index(quiet.answer)
            left &= opened
    return table


def case_at(subject: Subject, table: Table, row: int) -> dict[str, str]:
    """One row as answers."""
    facts = subject.edition.facts
    return {name: facts[name].domain[int(column[row])] for name, column in table.items()}


def cases(subject: Subject, count: int, seed: int = 7, even: float = 0.5) -> list[dict[str, str]]:
    """Complete cases as answers."""
    table = columns(subject, count, seed, even)
    return [case_at(subject, table, row) for row in range(count)]
