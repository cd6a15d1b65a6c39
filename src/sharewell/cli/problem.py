"""Problems with what the command line was given: what is wrong, where it is written, what was probably meant.

The same shape as in `authoring`, which this door does not load to answer one case: that would bring YAML with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import ClassVar

#: How much of what was written is quoted back.
QUOTED = 60
#: How many problems of one file are told.
MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, or the option or argument as it was typed: line and column count from 1; 0 means all of it."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The place as editors and terminals know it."""
        file = quoted(self.file, most=200)
        return f"{file}:{self.line}:{self.column}" if self.line else file


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: a stable code, the sentence, the word it is about, and what to do."""

    place: Place
    code: str
    what: str
    written: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """`FILE:LINE:COL: what; hint`."""
        return f"{self.place}: {self.message}"

    @property
    def message(self) -> str:
        """What and hint, without the place."""
        return f"{self.what}; {self.hint}" if self.hint else self.what


@dataclass(slots=True)
class Problems:
    """Collects problems, so that they can be told all at once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, code: str, what: str, *, written: str = "", hint: str = "") -> None:
        """Add a problem at a place."""
        self.found.append(Problem(place, code, what, quoted(written), hint))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.found)


class CommandError(Exception):
    """A command ends without having done its work. `code` is stable; the text is made from the data."""

    code: ClassVar[str] = "command"


class Refused(CommandError):  # noqa: N818 - it reads as what happened
    """What was given cannot be used. Holds every problem of it, in order of place."""

    code = "refused"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NotAllWell(CommandError):  # noqa: N818 - it reads as what happened
    """The work was done, and what it found is not in order. It has been told already."""

    code = "not-all-well"


def refusal(where: str, code: str, what: str, *, written: str = "", hint: str = "") -> Refused:
    """A refusal of one thing: `where` is a file, or the option or argument as it was typed."""
    return Refused([Problem(Place(where), code, what, quoted(written), hint)])


def quoted(written: str, *, most: int = QUOTED) -> str:
    """What was written, short and on one line, fit to be shown in a terminal."""
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in written[: most + 1])
    return plain if len(plain) <= most else plain[:most] + "…"


def near(written: str, names: Collection[str]) -> str:
    """The name that was probably meant, or nothing."""
    import difflib  # noqa: PLC0415 - 5 ms that only a mistake costs

    folded = written[:QUOTED].strip().lower().replace("_", "-").replace(" ", "-")
    if folded in names:
        return folded
    found = difflib.get_close_matches(folded, names, n=1, cutoff=0.6) if folded else []
    return found[0] if found else ""
