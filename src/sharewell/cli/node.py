"""Nodes: what a file of answers holds, each part knowing where it was written."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.cli.problem import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word or text. `plain`: written without quotes, so that `true`, `12` and `null` can be told from text."""

    text: str
    place: Place
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """Some nodes in order."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with their nodes, in order; a key that is written twice is here twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The first node of a key."""
        return next((node for name, node in self.entries if name.text == key), None)


Node = Scalar | Listing | Table
