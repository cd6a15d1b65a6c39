"""JSON answers, each part with its place: the standard library tells no places, and hides a key written twice."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from sharewell.cli.node import Listing, Node, Scalar, Table
from sharewell.cli.problem import Place, Problems, quoted

MOST_DEPTH = 40

_WORD = re.compile(
    r"""[ \t\r\n]*
    (?:(?P<mark>[{}\[\]:,])|(?P<text>"(?:[^"\\\x00-\x1f]|\\.)*")|(?P<word>[-+.\w]+)|(?P<other>[^ \t\r\n])|\Z)""",
    re.VERBOSE,
)
_LITERAL = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", re.ASCII)
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet. `wants` is what may stand next."""

    place: Place
    is_table: bool
    wants: str
    nodes: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    key: Scalar | None = None
    seen: dict[str, int] = field(default_factory=dict)


class _Stop(Exception):  # noqa: N818 - never leaves this module
    """The rest cannot be read with sense."""


def json_node(text: str, name: str, problems: Problems, *, line: int = 1) -> Node | None:
    """A JSON text as nodes; None after telling the problems. `line` is the number of its first line.

    A word that is not in quotes (`true`, `12`, `null`) becomes a scalar that is `plain`.
    """
    before = len(problems.found)
    try:
        node = _JsonReader(text, name, problems, line).read()
    except _Stop:
        return None
    return node if len(problems.found) == before else None


class _JsonReader:
    """Reads with a stack of its own, so that no nesting can exhaust Python's."""

    def __init__(self, text: str, name: str, problems: Problems, line: int) -> None:
        self.text = text
        self.name = name
        self.problems = problems
        self.line = line
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def read(self) -> Node:
        stack: list[_Open] = []
        root: Node | None = None
        for kind, word, at in self._words():
            if root is not None:
                self._stop(at, "not-json", "something stands after the end", "one file, one mapping")
            done = self._step(stack, kind, word, at)
            if done is not None:
                root = _placed(stack, done)
        if root is None:
            self._stop(len(self.text), "not-json", "it ends too early", "a bracket or brace is not closed")
        return root

    def _words(self) -> Iterator[tuple[str, str, int]]:
        position = 0
        while found := _WORD.match(self.text, position):
            kind = found.lastgroup
            if kind is None:
                return
            yield kind, found[kind], found.start(kind)
            position = found.end()

    def _step(self, stack: list[_Open], kind: str, word: str, at: int) -> Node | None:
        """Take one word; gives a node that it completes."""
        wants = stack[-1].wants if stack else "value"
        if kind == "mark":
            return self._mark(stack, wants, word, at)
        if kind == "other":
            hint = "text in JSON stands between double quotes" if word in "\"'" else ""
            self._stop(at, "not-json", f"`{quoted(word)}` cannot stand here", hint, word)
        if wants not in ("value", "value or end", "key", "key or end"):
            self._stop(at, "not-json", "a comma, colon or bracket is missing before this", "", word)
        if kind == "text" and wants.startswith("key"):
            self._key(stack[-1], word, at)
            return None
        if kind == "text":
            return self._text(word, at)
        if wants.startswith("key"):
            self._stop(at, "not-json", "a key stands between double quotes in JSON", _in_quotes(word), word)
        if not _LITERAL.fullmatch(word):
            self._stop(at, "not-json", "text stands between double quotes in JSON", _in_quotes(word), word)
        return Scalar(word, self._place(at), plain=True)

    def _mark(self, stack: list[_Open], wants: str, word: str, at: int) -> Node | None:
        top = stack[-1] if stack else None
        if word in "{[" and wants in ("value", "value or end"):
            if len(stack) >= MOST_DEPTH:
                self._stop(at, "too-deep", f"this is nested more than {MOST_DEPTH} deep", "a case is flat")
            stack.append(_Open(self._place(at), word == "{", "key or end" if word == "{" else "value or end"))
            return None
        if (
            top is not None
            and word == ("}" if top.is_table else "]")
            and wants in ("comma", "key or end", "value or end")
        ):
            stack.pop()
            return Table(tuple(top.entries), top.place) if top.is_table else Listing(tuple(top.nodes), top.place)
        if top is not None and word == "," and wants == "comma":
            top.wants = "key" if top.is_table else "value"
            return None
        if top is not None and word == ":" and wants == "colon":
            top.wants = "value"
            return None
        hint = "take out the comma before it" if word in "}]" and wants in ("key", "value") else ""
        return self._stop(at, "not-json", f"`{quoted(word)}` cannot stand here", hint, word)

    def _key(self, top: _Open, word: str, at: int) -> None:
        top.key = self._text(word, at)
        top.wants = "colon"
        line, _ = self._counted(at)
        if top.key.text in top.seen:
            hint = f"first in line {top.seen[top.key.text]}; keep one of them"
            self.problems.add(
                self._place(at),
                "duplicate-key",
                f"`{quoted(top.key.text)}` is here twice",
                written=top.key.text,
                hint=hint,
            )
        top.seen.setdefault(top.key.text, line)

    def _text(self, word: str, at: int) -> Scalar:
        try:
            text = str(json.loads(word))
        except ValueError:
            self._stop(at, "not-json", "there is a wrong `\\` in this text", "write `\\\\` for one backslash", word)
        if _HALVES.search(text):
            self._stop(at, "unfit-character", "half a character (U+D800 to U+DFFF) stands in this text")
        return Scalar(text, self._place(at), plain=False)

    def _place(self, at: int) -> Place:
        return Place(self.name, *self._counted(at))

    def _counted(self, at: int) -> tuple[int, int]:
        row = bisect_right(self.starts, at) - 1
        return self.line + row, at - self.starts[row] + 1

    def _stop(self, at: int, code: str, what: str, hint: str = "", written: str = "") -> NoReturn:
        at = min(at, len(self.text))
        self.problems.add(self._place(at), code, what, written=written, hint=hint)
        raise _Stop


def _placed(stack: list[_Open], node: Node) -> Node | None:
    """Put a finished node where it belongs; gives it back if it is the whole document."""
    if not stack:
        return node
    top = stack[-1]
    if top.is_table and top.key is not None:
        top.entries.append((top.key, node))
        top.key = None
    else:
        top.nodes.append(node)
    top.wants = "comma"
    return None


def _in_quotes(word: str) -> str:
    return f'write "{quoted(word, most=40)}"'
