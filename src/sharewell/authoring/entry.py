"""Entries: one item as written, read key by key. What cannot be read becomes a problem and an empty stand-in."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from sharewell.authoring.node import Listing, Node, Scalar, Table, kind_of
from sharewell.authoring.problem import Place, Problems, nearest
from sharewell.authoring.shape import Shape

_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")


class Entry:
    """One item: its table, checked against its shape. A pack with any problem is thrown away, stand-ins and all."""

    def __init__(self, table: Table, shape: Shape, problems: Problems) -> None:
        self.table = table
        self.shape = shape
        self.problems = problems
        self.place = table.place
        written = {key.text for key, _ in table.entries}
        for key, _ in table.entries:
            if key.text not in shape.keys:
                self.tell(
                    key, "unknown-key", f"{_a(shape.kind)} has no key `{key.text}`", nearest(key.text, shape.keys)
                )
        for name in shape.keys:
            if name in shape.required and name not in written:
                problems.add(self.place, "missing-key", f"this {shape.kind} has no `{name}`", written=name)

    def tell(self, scalar: Scalar, code: str, what: str, hint: str = "") -> None:
        """Add a problem about a word."""
        self.problems.add(scalar.place, code, what, written=scalar.text, hint=hint)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return self.table.get(key) is not None

    def at(self, key: str) -> Place:
        """Where the value of a key is, or else the item."""
        node = self.table.get(key)
        return node.place if node else self.place

    def scalar(self, key: str) -> Scalar | None:
        """The one word or text of a key; an empty one is a problem."""
        node = self.table.get(key)
        if node is None:
            return None
        return self.as_scalar(node, f"`{key}`")

    def as_scalar(self, node: Node, what: str) -> Scalar | None:
        """A node that must be a word that is not empty."""
        if not isinstance(node, Scalar):
            self.problems.add(node.place, "wrong-shape", f"{what} is one word or text, not {kind_of(node)}")
            return None
        if not node.text.strip():
            self.tell(node, "empty", f"{what} is empty")
            return None
        return node

    def text(self, key: str) -> str:
        """The text of a key, without space around it; empty if it is not written."""
        scalar = self.scalar(key)
        return scalar.text.strip() if scalar else ""

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """The words of a list, none of them empty or twice."""
        node = self.table.get(key)
        if node is None:
            return ()
        return self.as_scalars(node, f"`{key}`")

    def as_scalars(self, node: Node, what: str) -> tuple[Scalar, ...]:
        """A node that must be a list of words."""
        if not isinstance(node, Listing):
            hint = f"write [{node.text}]" if isinstance(node, Scalar) and node.text else ""
            self.problems.add(node.place, "wrong-shape", f"{what} is a list, not {kind_of(node)}", hint=hint)
            return ()
        if not node.items:
            self.problems.add(node.place, "empty", f"{what} is empty")
        words = [word for item in node.items if (word := self.as_scalar(item, f"a part of {what}"))]
        seen: set[str] = set()
        for word in words:
            if word.text in seen:
                self.tell(word, "duplicate", f"`{word.text}` is here twice")
            seen.add(word.text)
        return tuple(words)

    def words(self, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(word.text.strip() for word in self.scalars(key))

    def choice(self, key: str, among: Collection[str], default: str) -> str:
        """One of some words."""
        scalar = self.scalar(key)
        if scalar is None:
            return default
        return self.chosen(scalar, among, f"`{key}`") or default

    def chosen(self, scalar: Scalar, among: Collection[str], what: str) -> str:
        """The word if it is one of `among`; otherwise a problem and nothing."""
        if scalar.text in among:
            return scalar.text
        hint = nearest(scalar.text, among) or f"it is one of {', '.join(among)}"
        self.tell(scalar, "unknown-word", f"{what} cannot be `{_cut(scalar.text)}`", hint)
        return ""

    def flag(self, key: str) -> bool:
        """`yes` or `no`; not written means no."""
        return self.choice(key, ("yes", "no"), "no") == "yes"

    def day(self, key: str) -> date | None:
        """A real day written YYYY-MM-DD."""
        scalar = self.scalar(key)
        if scalar is None:
            return None
        try:
            if _DAY.fullmatch(scalar.text):
                return date.fromisoformat(scalar.text)
        except ValueError:
            self.tell(scalar, "not-a-day", f"there is no day `{scalar.text}`")
            return None
        self.tell(scalar, "not-a-day", f"`{_cut(scalar.text)}` is not a day", "write YYYY-MM-DD")
        return None

    def number(self, scalar: Scalar, what: str) -> int:
        """A whole number of zero or more, at most six figures."""
        if _NUMBER.fullmatch(scalar.text):
            return int(scalar.text)
        self.tell(scalar, "not-a-number", f"{what} is a whole number, not `{_cut(scalar.text)}`")
        return 0

    def inside(self, key: str, shape: Shape) -> Entry | None:
        """The mapping of a key as an entry of its own."""
        node = self.table.get(key)
        return None if node is None else self.as_entry(node, shape, f"`{key}`")

    def each_inside(self, key: str, shape: Shape) -> tuple[Entry, ...]:
        """The mappings of a list."""
        node = self.table.get(key)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            self.problems.add(node.place, "wrong-shape", f"`{key}` is a list, not {kind_of(node)}")
            return ()
        if not node.items:
            self.problems.add(node.place, "empty", f"`{key}` is empty")
        entries = (self.as_entry(item, shape, f"a part of `{key}`") for item in node.items)
        return tuple(entry for entry in entries if entry)

    def as_entry(self, node: Node, shape: Shape, what: str) -> Entry | None:
        """A node that must be a mapping of some shape."""
        if isinstance(node, Table):
            return Entry(node, shape, self.problems)
        self.problems.add(node.place, "wrong-shape", f"{what} is a mapping, not {kind_of(node)}")
        return None

    def pairs(self, key: str) -> tuple[tuple[Scalar, Node], ...]:
        """The entries of a mapping with keys of the author's own."""
        node = self.table.get(key)
        if node is None:
            return ()
        if isinstance(node, Table):
            return node.entries
        self.problems.add(node.place, "wrong-shape", f"`{key}` is a mapping, not {kind_of(node)}")
        return ()


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _cut(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
