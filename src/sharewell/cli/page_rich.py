"""Pages on a terminal that can do more: boxes, weight and calm colour. Never colour alone."""

from __future__ import annotations

from typing import TextIO

from rich import box
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Styled

from sharewell.cli.page import Block, Choices, Gap, Heading, Item, Page, Text, Title, apart

STYLES = {"plain": "", "strong": "bold", "quiet": "dim"}
TONES = {"calm": "cyan", "danger": "bold red"}
#: From this many answers on, and this wide, they stand in two columns.
_MANY, _WIDE = 10, 90


def show(page: Page, stream: TextIO, width: int) -> None:
    """Print a page."""
    console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False, legacy_windows=False)
    last: Block | None = None
    for block in page.blocks:
        if apart(last, block):
            console.print()
        console.print(_drawn(block, width))
        last = block


def _drawn(block: Block, width: int) -> RenderableType:
    match block:
        case Title(text=text, lines=under, tone=tone):
            parts: list[RenderableType] = [Styled(text, "bold")]
            parts += [Styled(line) for line in under]
            return Panel(Group(*parts), box=box.ROUNDED, border_style=TONES[tone], padding=(0, 1), width=width)
        case Gap():
            return Styled("")
        case Heading(text=text):
            return Styled(text, "bold underline")
        case Text(text=text, style=style, indent=indent):
            return Padding(Styled(text, STYLES[style]), (0, 0, 0, indent))
        case Item(marker=marker, text=text, notes=notes, strong=strong):
            grid = Table.grid(padding=(0, 1))
            grid.add_column(no_wrap=True)
            grid.add_column(overflow="fold")
            first = Styled(text, "bold" if strong else "")
            grid.add_row(Styled(marker, "bold"), Group(first, *(Styled(note, "dim") for note in notes)))
            return Padding(grid, (0, 0, 0, 1))
        case Choices(items=items):
            return _choices(items, width)


def _choices(items: tuple[tuple[str, str], ...], width: int) -> RenderableType:
    if len(items) < _MANY or width < _WIDE:
        return Padding(_numbered(items), (0, 0, 0, 2))
    half = (len(items) + 1) // 2
    left, right = _numbered(items[:half]), _numbered(items[half:])
    return Padding(Columns([left, right], equal=True, expand=True), (0, 0, 0, 2))


def _numbered(items: tuple[tuple[str, str], ...]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="bold cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for number, says in items:
        grid.add_row(number, says)
    return grid
