"""Sources and citations: where a rule comes from, and how sure we are of having read it there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How far a source may be relied on. Weak standing is shown wherever the rule is shown."""

    READ = "read"
    SECOND_HAND = "second-hand"
    RECALLED = "recalled"
    AWAITING_SIGN_OFF = "awaiting-sign-off"

    @property
    def weak(self) -> bool:
        """Anything not read in the source itself."""
        return self is not Standing.READ

    @property
    def says(self) -> str:
        """The standing in plain words."""
        return {
            Standing.READ: "read in the source",
            Standing.SECOND_HAND: "read second-hand, not in the source itself",
            Standing.RECALLED: "from knowledge, to be checked against the source",
            Standing.AWAITING_SIGN_OFF: "uncertain: awaiting legal sign-off",
        }[self]


@dataclass(frozen=True, slots=True)
class Source:
    """An Act, regulations, a judgment, guidance or a policy."""

    name: str
    title: str
    kind: str
    publisher: str
    standing: Standing
    review_by: date
    read_on: date | None = None
    dated: date | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source. `standing` is the source's unless the citation carries its own."""

    source: str
    at: str
    standing: Standing
    gist: str = ""
