"""A chart as a nested list in plain text: the same thing for those who read it aloud or have it read to them."""

from __future__ import annotations

from collections.abc import Iterator

from sharewell.authoring.drawing.chart import Box, Chart, Ladder


def outline(chart: Chart) -> str:
    """Dashes, two spaces a level. The first line is the title."""
    rows = _ladder(chart) if isinstance(chart, Ladder) else (row for each in chart.boxes for row in _branch(each, 1))
    return "\n".join("  " * depth + "- " + " ".join(text.split()) for depth, text in [(0, chart.title), *rows]) + "\n"


def _ladder(ladder: Ladder) -> Iterator[tuple[int, str]]:
    for opening in ladder.opening:
        yield 1, opening
    for i, rung in enumerate(ladder.rungs, 1):
        yield 1, f"Question {i}. {rung.asks}{_note(rung.note)}"
        yield 2, f"If yes: {rung.outcome}"
        yield 2, f"If no: question {i + 1}" if i < len(ladder.rungs) else f"If no: {ladder.closing[0]}"
        if rung.detail:
            yield 2, "The rules"
            for each in rung.detail:
                yield from _branch(each, 3)
    if ladder.aside:
        yield 1, ladder.aside


def _branch(node: Box, depth: int) -> Iterator[tuple[int, str]]:
    joined = {"fact": f" {node.note}", "lead": ":" if node.under else ""}.get(node.look, _note(node.note))
    yield depth, node.says + joined
    for each in node.under:
        yield from _branch(each, depth + 1)


def _note(note: str) -> str:
    return f" ({note.rstrip('.')})" if note else ""
