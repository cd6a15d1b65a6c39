"""Problems of a pack: what is wrong, where it is written, and what was probably meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import ClassVar

#: How much of what was written is quoted back.
QUOTED = 60


class AuthoringError(Exception):
    """Something about the text of a pack stops the work. `code` is stable; the text is made from the data."""

    code: ClassVar[str] = "authoring"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: line and column count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The place as editors and terminals know it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem. `what` is the sentence, `written` the word it is about, `hint` what was probably meant or to do.

    A warning does not stop a pack from being loaded.
    """

    file: str
    line: int
    column: int
    code: str
    what: str
    written: str = ""
    hint: str = ""
    warning: bool = False

    def __str__(self) -> str:
        """One line, starting with the place, fit to be shown in a terminal."""
        told = f"{Place(self.file, self.line, self.column)}: {'warning: ' if self.warning else ''}{self.what}"
        return printable(f"{told}; {self.hint}" if self.hint else told)


class PackProblems(AuthoringError):  # noqa: N818 - it holds all of them at once, and the plural says so
    """A pack that cannot be loaded: every problem of it, in order of place."""

    code = "pack-problems"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Problems:
    """Collects problems while a pack is read, so that they can be told all at once."""

    found: list[Problem] = field(default_factory=list)

    def add(
        self, place: Place, code: str, what: str, *, written: str = "", hint: str = "", warning: bool = False
    ) -> None:
        """Add a problem at a place."""
        problem = Problem(place.file, place.line, place.column, code, what, quoted(written), hint, warning)
        if problem not in self.found[-20:]:
            self.found.append(problem)

    def drop(self, codes: Collection[str]) -> None:
        """Forget the problems with these codes, if there are others: they only follow from those."""
        others = [problem for problem in self.found if problem.code not in codes]
        if any(not problem.warning for problem in others):
            self.found = others

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the pack from being loaded."""
        return [problem for problem in self.found if not problem.warning]


def printable(text: str) -> str:
    """The text with a mark for every letter that a terminal would obey or not show."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def quoted(written: str) -> str:
    """What was written, short and on one line."""
    return printable(written if len(written) <= QUOTED else written[:QUOTED] + "…")


def nearest(written: str, names: Collection[str]) -> str:
    """The hint `did you mean …?` for a name that is not among `names`, or nothing if none is near."""
    near = get_close_matches(written[:QUOTED], names, n=1, cutoff=0.7) if written else []
    return f"did you mean `{near[0]}`?" if near else ""
