"""Documents: the bytes of a file of answers as nodes that know their place. JSON by our own reader, YAML by authoring's.

Whatever the bytes, the end is nodes or problems with their place, never an exception.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sharewell.cli.node import Listing, Node, Scalar, Table
from sharewell.cli.problem import Place, Problems

MOST_BYTES = 5_000_000
MOST_DEPTH = 40
STDIN = "<stdin>"

_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:(?P<mark>[{}\[\]:,])|(?P<text>"(?:[^"\\\x00-\x1f]|\\.)*")|(?P<word>[-+.\w]+)|(?P<other>\S)|\Z)"""
)
_LITERAL = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", re.ASCII)
_HALVES = re.compile("[\ud800-\udfff]")


def bytes_of(file: str, problems: Problems) -> bytes | None:
    """The bytes of a file, or of standard input for `-`; None after telling why not."""
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            path = Path(file)
            if path.is_dir():
                problems.add(Place(file), "a-folder", "this is a folder", hint="name a file with answers in it")
                return None
            with path.open("rb") as stream:
                raw = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        hint = "name a file, `-` for standard input, or answers as FACT=ANSWER"
        problems.add(Place(file), "missing-file", "there is no such file", hint=hint)
        return None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        problems.add(Place(file), "unreadable", f"cannot read this: {why}")
        return None
    if len(raw) > MOST_BYTES:
        what = f"this is larger than {MOST_BYTES // 1_000_000} MB, which no case comes near"
        problems.add(Place(name_of(file)), "too-large", what, hint="many cases go in as JSON lines, with --batch")
        return None
    return raw


def name_of(file: str) -> str:
    """What a file is called in messages."""
    return STDIN if file == "-" else file


def node_of(raw: bytes, name: str, problems: Problems) -> Node | None:
    """The one document in some bytes, JSON or YAML; None after telling the problems."""
    text = _decoded(raw, name, problems)
    if text is None:
        return None
    if not text.strip():
        hint = "write one answer a line, such as `immediate-danger: no`"
        problems.add(Place(name), "empty", "there is nothing in it", hint=hint)
        return None
    suffix = Path(name).suffix.lower()
    if suffix == ".json":
        return json_node(text, name, problems)
    if suffix not in (".yaml", ".yml") and text.lstrip()[0] in "{[":
        trial = Problems()
        node = json_node(text, name, trial)
        if node is not None or re.match(r'\s*[{\[]\s*["{\[]', text):
            problems.found.extend(trial.found)
            return node
    return _yaml_node(text, name, problems)


def _decoded(raw: bytes, name: str, problems: Problems) -> str | None:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        place = Place(name, good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1)
        problems.add(place, "not-utf-8", "this is not UTF-8 text", hint="save the file as UTF-8")
        return None


def _yaml_node(text: str, name: str, problems: Problems) -> Node | None:
    from sharewell.cli.document_yaml import yaml_node  # noqa: PLC0415 - 40 ms that a JSON file need not wait for

    return yaml_node(text, name, problems)


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
        for kind, token, at in self._tokens():
            if root is not None:
                self._stop(at, "not-json", "something stands after the end", "one file, one mapping")
            done = self._step(stack, kind, token, at)
            if done is not None:
                root = self._closed_into(stack, done, at)
        if root is None:
            self._stop(len(self.text), "not-json", "it ends too early", "a bracket or brace is not closed")
        return root

    def _tokens(self) -> Iterator[tuple[str, str, int]]:
        position = 0
        while found := _TOKEN.match(self.text, position):
            kind = found.lastgroup
            if kind is None:
                return
            yield kind, found[kind], found.start(kind)
            position = found.end()

    def _step(self, stack: list[_Open], kind: str, token: str, at: int) -> Node | None:
        """Take one token; gives a node that it completes."""
        wants = stack[-1].wants if stack else "value"
        if kind == "mark":
            return self._mark(stack, wants, token, at)
        if kind == "other":
            hint = "text in JSON stands between double quotes" if token in "\"'" else ""
            self._stop(at, "not-json", f"`{token}` cannot stand here", hint, token)
        if wants not in ("value", "value or end", "key", "key or end"):
            self._stop(at, "not-json", "a comma, colon or bracket is missing before this", "", token)
        if kind == "text":
            return self._key(stack[-1], token, at) if wants.startswith("key") else self._text(token, at)
        if wants.startswith("key"):
            self._stop(at, "not-json", "a key stands between double quotes in JSON", f'"{token[:40]}"', token)
        if not _LITERAL.fullmatch(token):
            self._stop(at, "not-json", "text stands between double quotes in JSON", f'"{token[:40]}"', token)
        return Scalar(token, self._place(at), plain=True)

    def _mark(self, stack: list[_Open], wants: str, token: str, at: int) -> Node | None:
        top = stack[-1] if stack else None
        if token in "{[" and wants in ("value", "value or end"):
            if len(stack) >= MOST_DEPTH:
                self._stop(at, "too-deep", f"this is nested more than {MOST_DEPTH} deep", "a case is flat")
            stack.append(_Open(self._place(at), token == "{", "key or end" if token == "{" else "value or end"))
            return None
        if top is not None and token == ("}" if top.is_table else "]") and wants in ("comma", "key or end", "value or end"):
            stack.pop()
            return Table(tuple(top.entries), top.place) if top.is_table else Listing(tuple(top.nodes), top.place)
        if top is not None and token == "," and wants == "comma":
            top.wants = "key" if top.is_table else "value"
            return None
        if top is not None and token == ":" and wants == "colon":
            top.wants = "value"
            return None
        hint = "take out the comma before it" if token in "}]" and wants in ("key", "value") else ""
        self._stop(at, "not-json", f"`{token}` cannot stand here", hint, token)
        return None

    def _key(self, top: _Open, token: str, at: int) -> None:
        top.key = self._text(token, at)
        top.wants = "colon"
        line, _ = self._counted(at)
        if top.key.text in top.seen:
            hint = f"first in line {top.seen[top.key.text]}; keep one of them"
            self.problems.add(
                self._place(at), "duplicate-key", f"`{top.key.text[:60]}` is here twice", written=top.key.text, hint=hint
            )
        top.seen.setdefault(top.key.text, line)

    def _closed_into(self, stack: list[_Open], node: Node, at: int) -> Node | None:
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

    def _text(self, token: str, at: int) -> Scalar:
        try:
            text = str(json.loads(token))
        except ValueError:
            self._stop(at, "not-json", "there is a wrong `\\` in this text", "write `\\\\` for one backslash", token)
        if _HALVES.search(text):
            self._stop(at, "unfit-character", "half a character (U+D800 to U+DFFF) stands in this text")
        return Scalar(text, self._place(at), plain=False)

    def _place(self, at: int) -> Place:
        return Place(self.name, *self._counted(at))

    def _counted(self, at: int) -> tuple[int, int]:
        row = bisect_right(self.starts, at) - 1
        return self.line + row, at - self.starts[row] + 1

    def _stop(self, at: int, code: str, what: str, hint: str = "", written: str = "") -> None:
        at = min(at, len(self.text))
        self.problems.add(self._place(at), code, what, written=written, hint=hint)
        raise _Stop
