"""The place that runs it, as pages show it: its name and the telephone lines that always stand at the top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone line. `opens` and `closes` are written `08:30`; `hours` is what people read."""

    name: str
    number: str
    hours: str = ""
    opens: str = ""
    closes: str = ""

    @property
    def dial(self) -> str:
        """The number without its spaces."""
        return self.number.replace(" ", "")

    def open_at(self, moment: time) -> bool:
        """Whether somebody answers now; a line that names no hours is always answered."""
        if not (self.opens and self.closes):
            return True
        opens, closes = time.fromisoformat(self.opens), time.fromisoformat(self.closes)
        return opens <= moment < closes if opens < closes else moment >= opens or moment < closes


@dataclass(frozen=True, slots=True)
class Place:
    """Who runs it, and whom to ring there."""

    organisation: str = ""
    duty: Line | None = None
    out_of_hours: Line | None = None
    advice: tuple[Line, ...] = ()

    def desk(self, moment: time) -> Line | None:
        """The line to ring now: the duty desk, or out of its hours the other."""
        if self.duty and self.out_of_hours and not self.duty.open_at(moment):
            return self.out_of_hours
        return self.duty or self.out_of_hours
