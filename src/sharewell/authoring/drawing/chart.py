"""What a chart holds, before it is drawn: a ladder of questions, or a tree."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.authoring.problem import AuthoringError


class NothingToDrawError(AuthoringError):
    """A chart of something that the edition does not have. `known`: the names there are."""

    code = "nothing-to-draw"

    def __init__(self, kind: str, name: str, known: tuple[str, ...]) -> None:
        self.kind = kind
        self.name = name
        self.known = known
        super().__init__(f"no {kind} `{name}` in force on that day")


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a tree: what it says, a smaller second voice under it, and what hangs on it. `look` repeats the kind."""

    says: str
    look: str
    note: str = ""
    under: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Boxes under boxes; read from the top, each under what it belongs to."""

    title: str
    about: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A question; on `yes` the outcome beside it stands, otherwise the next is asked. `detail` is for the list."""

    asks: str
    note: str
    outcome: str
    look: str
    detail: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Questions from the top down. `opening` stands before the first, `closing` is the outcome when all say no."""

    title: str
    about: str
    opening: tuple[str, ...]
    rungs: tuple[Rung, ...]
    closing: tuple[str, str]
    aside: str = ""


Chart = Tree | Ladder
