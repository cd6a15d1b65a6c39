"""Three-valued truth: true, false, or still open.

Strong Kleene logic. *Open* covers both a fact that was not asked and one that cannot be known now: neither may ever be
taken for yes or for no.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """What can be said of a condition with the answers given so far."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"

    def __bool__(self) -> bool:
        """Refuse to be used as a yes or no: an open condition has neither."""
        raise TypeError("a Truth is not a bool: compare it with Truth.TRUE, Truth.FALSE or Truth.OPEN")


def negation(of: Truth) -> Truth:
    """True becomes false, false becomes true, open stays open."""
    if of is Truth.OPEN:
        return of
    return Truth.FALSE if of is Truth.TRUE else Truth.TRUE


def conjunction(of: Iterable[Truth]) -> Truth:
    """False if any is false, else open if any is open, else true (also for none at all)."""
    said = Truth.TRUE
    for truth in of:
        if truth is Truth.FALSE:
            return Truth.FALSE
        if truth is Truth.OPEN:
            said = Truth.OPEN
    return said


def disjunction(of: Iterable[Truth]) -> Truth:
    """True if any is true, else open if any is open, else false (also for none at all)."""
    said = Truth.FALSE
    for truth in of:
        if truth is Truth.TRUE:
            return Truth.TRUE
        if truth is Truth.OPEN:
            said = Truth.OPEN
    return said
