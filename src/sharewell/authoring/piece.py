"""Pieces: a file as the formatter sees it, with its comments, each kept by the entry or item it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

_COMMENT = re.compile(r"(?:^|(?<=[ \n]))#[^\n]*", re.MULTILINE)


@dataclass(slots=True)
class Piece:
    """A text, a list or a mapping. `flow`: written in brackets. `parts` of a mapping have keys."""

    text: str | None = None
    parts: list[Part] = field(default_factory=list)
    is_table: bool = False
    flow: bool = False

    @property
    def commented(self) -> bool:
        """Whether any comment is inside."""
        return any(part.before or part.after or part.piece.commented for part in self.parts)


@dataclass(slots=True)
class Part:
    """An entry of a mapping or an item of a list. `before`: comment lines above it; `after`: the one at its end."""

    key: str
    piece: Piece
    start: int
    end: int
    before: list[str] = field(default_factory=list)
    after: str = ""

    @property
    def is_leaf(self) -> bool:
        """Whether nothing inside it begins a line of its own."""
        return self.piece.flow or self.piece.text is not None


@dataclass(slots=True)
class Page:
    """The root of a file and the comments after everything."""

    root: Piece | None
    tail: list[str] = field(default_factory=list)


def page_of(text: str) -> Page:
    """The pieces of a text that is known to be plain YAML without tabs."""
    builder = _Builder(text)
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        builder.take(event)
    page = Page(builder.root)
    _place_comments(text, page, builder.lines, _comments(text, builder.scalars))
    return page


def comments_in(page: Page) -> list[str]:
    """Every comment, sorted."""
    found = [line for line in page.tail if line]
    todo = [page.root] if page.root else []
    while todo:
        for part in todo.pop().parts:
            found += [line for line in part.before if line]
            found += [part.after] if part.after else []
            todo.append(part.piece)
    return sorted(found)


class _Builder:
    """Builds pieces from events. `lines` are the parts that begin a line of their own, in order of their start."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Piece | None = None
        self.scalars: list[tuple[int, int]] = []
        self.lines: list[Part] = []
        self._open: list[tuple[Piece, int]] = []
        self._keys: list[tuple[str, int] | None] = []

    def take(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            self.scalars.append((_after_header(self.text, start) if event.style in ("|", ">") else start, end))
            self._add(Piece(text=event.value), start, end)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            piece = Piece(is_table=isinstance(event, yaml.MappingStartEvent), flow=bool(event.flow_style))
            self._add(piece, start, end)
            self._open.append((piece, start))
            self._keys.append(None)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            piece, _ = self._open.pop()
            self._keys.pop()
            if self._open and self._open[-1][0].parts:
                last = self._open[-1][0].parts[-1]
                last.end = end if piece.flow else max([last.start, *(part.end for part in piece.parts)])

    def _add(self, piece: Piece, start: int, end: int) -> None:
        if not self._open:
            self.root = piece
            return
        inside, _ = self._open[-1]
        if inside.is_table and self._keys[-1] is None:
            self._keys[-1] = (piece.text or "", start)
            return
        key, first = self._keys[-1] or ("", start)
        self._keys[-1] = None
        part = Part(key, piece, first, end)
        inside.parts.append(part)
        if not any(each.flow for each, _ in self._open):
            self.lines.append(part)


def _after_header(text: str, start: int) -> int:
    """Where the lines of a block text begin: a comment may stand behind its `>-`."""
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _comments(text: str, scalars: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Each comment with its index: a `#` after space that is in no scalar."""
    spans = iter(scalars)
    span = next(spans, None)
    for found in _COMMENT.finditer(text):
        while span and span[1] <= found.start():
            span = next(spans, None)
        if span is None or not span[0] <= found.start() < span[1]:
            yield found.start(), found[0].rstrip()


def _place_comments(text: str, page: Page, lines: list[Part], comments: Iterator[tuple[int, str]]) -> None:
    """Give each comment to the part that it is about, or to the end of the page."""
    for index, comment in comments:
        line_start = text.rfind("\n", 0, index) + 1
        alone = not text[line_start:index].strip()
        owner = next((part for part in reversed(lines) if part.start < index), None)
        if owner and index < owner.end and (owner.is_leaf or not alone):
            owner.before.append(comment)
        elif owner and not alone and owner.is_leaf and owner.end > line_start:
            owner.before += [owner.after] if owner.after else []
            owner.after = comment
        else:
            following = next((part for part in lines if part.start > index), None)
            into = following.before if following else page.tail
            into.append(comment)
            if text[index + len(comment) :].split("\n", 2)[1:2] == [""]:
                into.append("")
