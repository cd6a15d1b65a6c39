"""Pages: what is shown, as a list of blocks, and how it is put on a terminal of any width, with or without colour."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100
NARROWEST = 24


@dataclass(frozen=True, slots=True)
class Title:
    """The one thing to take away. `tone`: calm, or danger for danger now."""

    text: str
    lines: tuple[str, ...] = ()
    tone: str = "calm"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `style`: plain, strong, or quiet."""

    text: str
    style: str = "plain"
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A line with a marker, and quieter lines under it."""

    marker: str
    text: str
    notes: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """Numbered answers; in columns where there are many and the terminal is wide."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line, before what comes next."""


Block = Title | Heading | Text | Item | Choices | Gap


@dataclass(slots=True)
class Page:
    """Blocks in order."""

    blocks: list[Block] = field(default_factory=list)

    def title(self, text: str, *lines: str, tone: str = "calm") -> None:
        """Add the one thing to take away."""
        self.blocks.append(Title(text, tuple(line for line in lines if line), tone))

    def heading(self, text: str) -> None:
        """Add a heading."""
        self.blocks.append(Heading(text))

    def text(self, text: str, *, style: str = "plain", indent: int = 0) -> None:
        """Add a paragraph, if there is any text."""
        if text:
            self.blocks.append(Text(text, style, indent))

    def item(self, marker: str, text: str, *notes: str, strong: bool = False) -> None:
        """Add a line with a marker."""
        self.blocks.append(Item(marker, text, tuple(note for note in notes if note), strong))

    def gap(self) -> None:
        """Add an empty line at the end."""
        self.blocks.append(Gap())

    def choices(self, items: Sequence[tuple[str, str]]) -> None:
        """Add numbered answers."""
        self.blocks.append(Choices(tuple(items)))


def wants_plain(stream: TextIO | None = None) -> bool:
    """Whether to print without boxes and colour: not a terminal, or one that cannot do them."""
    stream = stream or sys.stdout
    return not stream.isatty() or os.environ.get("TERM", "") in ("dumb", "")


def columns() -> int:
    """How wide to print."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((88, 24)).columns))


class Printer:
    """Puts pages on a stream."""

    def __init__(self, *, plain: bool, stream: TextIO | None = None) -> None:
        self.plain = plain
        self._stream = stream

    def show(self, page: Page) -> None:
        """Print a page."""
        stream = self._stream or sys.stdout
        if self.plain:
            stream.write("\n".join(plain_lines(page, columns())) + "\n")
        else:
            from sharewell.cli.page_rich import show  # noqa: PLC0415 - 60 ms that a pipe need not wait for

            show(page, stream, columns())
        stream.flush()

    def console(self) -> Console:
        """A console for progress, on standard error."""
        from rich.console import Console as RichConsole  # noqa: PLC0415 - as above

        return RichConsole(stderr=True, no_color=self.plain)


def plain_lines(page: Page, width: int) -> list[str]:
    """The lines of a page without any colour or box."""
    lines: list[str] = []
    last: Block | None = None
    for block in page.blocks:
        if apart(last, block):
            lines.append("")
        lines.extend(_plain(block, width))
        last = block
    return lines


def apart(last: Block | None, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    if last is None or isinstance(last, Heading | Gap) or isinstance(block, Gap):
        return False
    if isinstance(last, Text) and isinstance(block, Text) and last.style == block.style == "quiet":
        return False
    return not (isinstance(last, Item) and isinstance(block, Item))


def _plain(block: Block, width: int) -> list[str]:
    match block:
        case Title(text=text, lines=under):
            rule = "=" * min(width, max(map(len, textwrap.wrap(text, width) or [""])))
            return [
                rule,
                *textwrap.wrap(text, width),
                rule,
                *(line for each in under for line in textwrap.wrap(each, width)),
            ]
        case Gap():
            return [""]
        case Heading(text=text):
            lines = textwrap.wrap(text, width)
            return [*lines, "-" * min(width, max(map(len, lines)))]
        case Text(text=text, indent=indent):
            return _wrapped(text, width, " " * indent, " " * indent)
        case Item(marker=marker, text=text, notes=notes):
            front = f"{marker} " if marker else ""
            hang = " " * len(front)
            return [
                *_wrapped(text, width, front, hang),
                *(line for note in notes for line in _wrapped(note, width, hang, hang)),
            ]
        case Choices(items=items):
            wide = max(len(number) for number, _ in items)
            return [
                line
                for number, says in items
                for line in _wrapped(says, width, f"  {number.rjust(wide)}  ", " " * (wide + 4))
            ]


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=True
    ) or [first.rstrip()]
