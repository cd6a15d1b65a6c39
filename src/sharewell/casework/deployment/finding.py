"""What a check-up finds: well, worth a look, or to be mended; each in plain words, with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How it stands."""

    WELL = "well"
    LOOK = "look"
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `do` is empty where nothing is to be done."""

    state: State
    what: str
    do: str = ""


def well(what: str) -> Finding:
    """As it should be."""
    return Finding(State.WELL, what)


def look(what: str, do: str) -> Finding:
    """It works, and somebody should know."""
    return Finding(State.LOOK, what, do)


def mend(what: str, do: str) -> Finding:
    """It must not stay so."""
    return Finding(State.MEND, what, do)
