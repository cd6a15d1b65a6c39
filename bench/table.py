"""Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(heads: str, rows: Iterable[Sequence[object]]) -> list[str]:
    """Lines of a table. `heads` are parted by `|`; a head that ends in a colon has its column to the right.

    A row that is too short is filled up with empty cells.
    """
    names = [head.strip() for head in heads.split("|")]
    lines = [_row(name.removesuffix(":") for name in names), _row("---:" if n.endswith(":") else "---" for n in names)]
    for row in rows:
        cells = [str(cell) for cell in row]
        lines.append(_row(cells + [""] * (len(names) - len(cells))))
    return [*lines, ""]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
