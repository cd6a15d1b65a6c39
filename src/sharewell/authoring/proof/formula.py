"""Z3 formulas with constants folded, and pairs of them for what is surely true and what may be true.

Z3 ships no types: the only `Any` of the proofs is in this module and in `solver`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import z3

#: A Z3 Boolean, or a constant that never reaches Z3.
Formula = Any


def conj(parts: Iterable[Formula]) -> Formula:
    """And."""
    kept: list[Formula] = []
    for part in parts:
        if part is False:
            return False
        if part is not True:
            kept.append(part)
    return z3.And(kept) if len(kept) > 1 else kept[0] if kept else True


def disj(parts: Iterable[Formula]) -> Formula:
    """Or."""
    kept: list[Formula] = []
    for part in parts:
        if part is True:
            return True
        if part is not False:
            kept.append(part)
    return z3.Or(kept) if len(kept) > 1 else kept[0] if kept else False


def neg(part: Formula) -> Formula:
    """Not."""
    return not part if isinstance(part, bool) else z3.Not(part)


@dataclass(frozen=True, slots=True, eq=False)
class Rails:
    """What is surely true and what may be true: the two ends of a three-valued truth.

    They are one and the same object wherever no answer *not-known* can come in, and nothing is then built twice.
    """

    true: Formula
    may: Formula

    @staticmethod
    def two_valued(formula: Formula) -> Rails:
        """Both rails alike."""
        return Rails(formula, formula)

    @property
    def settled(self) -> bool:
        """Whether the rails cannot differ."""
        return self.true is self.may

    @property
    def false(self) -> Formula:
        """Surely false."""
        return neg(self.may)


def every(parts: Iterable[Rails]) -> Rails:
    """And of three-valued truths."""
    listed = list(parts)
    true = conj(part.true for part in listed)
    return Rails(true, true if all(part.settled for part in listed) else conj(part.may for part in listed))


def some(parts: Iterable[Rails]) -> Rails:
    """Or of three-valued truths."""
    listed = list(parts)
    true = disj(part.true for part in listed)
    return Rails(true, true if all(part.settled for part in listed) else disj(part.may for part in listed))


def opposite(part: Rails) -> Rails:
    """Not of a three-valued truth."""
    true = neg(part.may)
    return Rails(true, true if part.settled else neg(part.true))
