"""Where things stand: a ladder runs down the page with its outcomes at the side, a tree is indented like a list.

Both are as wide as a small phone, so that at any width of a page the words are as large as the words around them.
"""

from __future__ import annotations

from sharewell.authoring.drawing.chart import Box, Chart, Ladder, Tree
from sharewell.authoring.drawing.svg import Words, box, document, line
from sharewell.authoring.wording.label import outcome_label
from sharewell.policy.outcome import Outcome

WIDTH = 360.0
_EDGE, _PAD, _GAP = 1.0, 10.0, 30.0
_ASKS, _OUTCOME = 186.0, 136.0
_INDENT, _BETWEEN, _NARROWEST = 18.0, 8.0, 150.0
_BOLD = frozenset({"lead", *(outcome_label(outcome).look for outcome in Outcome)})


def svg(chart: Chart, *, standalone: bool) -> str:
    """A chart as SVG."""
    inner, width, height = _ladder(chart) if isinstance(chart, Ladder) else _tree(chart)
    return document(chart.title, chart.about, width, height, inner, standalone=standalone)


def _ladder(ladder: Ladder) -> tuple[str, float, float]:
    drawn: list[str] = []
    y = _EDGE
    middle = _EDGE + _ASKS / 2
    for i, opening in enumerate(ladder.opening):
        words = Words.of(opening, "", WIDTH - 2 * _EDGE - 2 * _PAD)
        height = words.height + 2 * _PAD
        if i:
            drawn.append(line([(middle, y - 16), (middle, y)], arrow=True))
        drawn += [box(_EDGE, y, WIDTH - 2 * _EDGE, height, "opening"), words.drawn(_EDGE + _PAD, y + _PAD)]
        y += height + 16
    y += _GAP - 16
    for i, rung in enumerate(ladder.rungs):
        asks = Words.of(rung.asks, rung.note, _ASKS - 2 * _PAD)
        outcome = Words.of(rung.outcome, "", _OUTCOME - 2 * _PAD, bold=True)
        height = max(asks.height, outcome.height) + 2 * _PAD
        right = WIDTH - _EDGE - _OUTCOME
        drawn += [
            line([(middle, y - (_GAP if i or ladder.opening else 0)), (middle, y)], arrow=True),
            Words.of("", "no" if i else "", 40).drawn(middle + 8, y - _GAP + 9),
            box(_EDGE, y, _ASKS, height, "asks"),
            asks.drawn(_EDGE + _PAD, y + (height - asks.height) / 2 - 1),
            line([(_EDGE + _ASKS, y + height / 2), (right, y + height / 2)], arrow=True),
            Words.of("", "yes", 40).drawn(_EDGE + _ASKS + 5, y + height / 2 - 18),
            box(right, y, _OUTCOME, height, rung.look),
            outcome.drawn(right + _PAD, y + (height - outcome.height) / 2 - 1),
        ]
        y += height + _GAP
    says, look = ladder.closing
    words = Words.of(says, "None of these. The rules do not settle it.", WIDTH - 2 * _EDGE - 2 * _PAD, bold=True)
    drawn += [
        line([(middle, y - _GAP), (middle, y)], arrow=True),
        Words.of("", "no", 40).drawn(middle + 8, y - _GAP + 9),
        box(_EDGE, y, WIDTH - 2 * _EDGE, words.height + 2 * _PAD, look),
        words.drawn(_EDGE + _PAD, y + _PAD - 1),
    ]
    y += words.height + 2 * _PAD
    if ladder.aside:
        aside = Words.of("", ladder.aside, WIDTH - 2 * _EDGE - 2 * _PAD)
        y += 20
        drawn += [
            box(_EDGE, y, WIDTH - 2 * _EDGE, aside.height + 2 * _PAD, "aside"),
            aside.drawn(_EDGE + _PAD, y + _PAD),
        ]
        y += aside.height + 2 * _PAD
    return "\n".join(each for each in drawn if each), WIDTH, y + _EDGE


def _tree(tree: Tree) -> tuple[str, float, float]:
    depth = max((_depth(each) for each in tree.boxes), default=1)
    width = max(WIDTH, _NARROWEST + 2 * _EDGE + (depth - 1) * _INDENT)
    drawn: list[str] = []
    y = _EDGE
    for each in tree.boxes:
        y = _branch(each, _EDGE, y, width, drawn) + 2 * _BETWEEN
    return "\n".join(each for each in drawn if each), width, max(y - 2 * _BETWEEN + _EDGE, 2 * _EDGE)


def _branch(node: Box, x: float, y: float, width: float, drawn: list[str]) -> float:
    """Draw a box at `x`, `y` and all under it; the bottom of it all. A lead (`all of these`) has no frame."""
    framed = node.look != "lead"
    pad = _PAD if framed else 0.0
    words = Words.of(node.says, node.note, width - _EDGE - x - 2 * pad, bold=node.look in _BOLD)
    height = words.height + (2 * 7.0 if framed else 4.0)
    if framed:
        drawn.append(box(x, y, width - _EDGE - x, height, node.look, round_by=6))
    drawn.append(words.drawn(x + pad, y + (6.0 if framed else 1.0)))
    stem = x + _INDENT / 2 - (0 if framed else 4)
    bottom = y + height
    for child in node.under:
        top = bottom + _BETWEEN
        elbow = top + (15.0 if child.look != "lead" else 10.0)
        drawn.insert(
            0, line([(stem, y + height), (stem, elbow), (x + _INDENT - (0 if child.look != "lead" else 3), elbow)])
        )
        bottom = _branch(child, x + _INDENT, top, width, drawn)
    return bottom


def _depth(node: Box) -> int:
    return 1 + max((_depth(each) for each in node.under), default=0)
