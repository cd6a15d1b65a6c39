"""A chart as Mermaid text. Labels are quoted and every character that Mermaid could read is written as an entity."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sharewell.authoring.drawing.chart import Box, Chart, Ladder, Tree

_ENTITIES = {
    "#": "#35;", '"': "#quot;", "&": "#amp;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\\": "#92;", "{": "#123;",
    "}": "#125;", "[": "#91;", "]": "#93;", "|": "#124;", ";": "#59;", "%": "#37;", "*": "#42;", "_": "#95;",
    "~": "#126;",
}  # fmt: skip  # pairs

_CLASSES = {
    "no": "fill:#fcefec,stroke:#9a1f16,color:#13211f",
    "not-yet": "fill:#f2f0ea,stroke:#56605d,color:#13211f",
    "must": "fill:#eef1fb,stroke:#2b4296,color:#13211f",
    "should": "fill:#e7f3f3,stroke:#0b5d66,color:#13211f",
    "weigh": "fill:#f5eef8,stroke:#6d3a80,color:#13211f",
    "ask": "fill:#fbf2e0,stroke:#855000,color:#13211f",
    "may": "fill:#ebf4ea,stroke:#2a6a33,color:#13211f",
    "refer": "fill:#edf1f5,stroke:#3a5166,color:#13211f",
    "finding": "fill:#f2f0ea,stroke:#6d7a76,color:#13211f",
}


def escaped(text: str) -> str:
    """A label in which nothing is markup."""
    return "".join(_ENTITIES.get(char, char) for char in " ".join(text.split()) if char.isprintable())


def mermaid(chart: Chart) -> str:
    """A chart as Mermaid."""
    lines = list(_ladder(chart) if isinstance(chart, Ladder) else _tree(chart))
    used = {look for look in _CLASSES if any(line.endswith(f":::{_class(look)}") for line in lines)}
    classes = [f"  classDef {_class(look)} {style};" for look, style in _CLASSES.items() if look in used]
    return "\n".join([_head(chart), *lines, *classes]) + "\n"


def _head(chart: Chart) -> str:
    """The direction, and the words for a screen reader (they end at the line, so nothing in them is markup)."""
    title, about = (" ".join(each.split()).replace(";", ",").replace("#", "") for each in (chart.title, chart.about))
    way = "TD" if isinstance(chart, Ladder) else "LR"
    return f"flowchart {way}\n  accTitle: {title}\n  accDescr: {about}"


def _ladder(ladder: Ladder) -> Iterator[str]:
    for i, opening in enumerate(ladder.opening):
        yield f'  s{i}["{escaped(opening)}"]'
        if i:
            yield f"  s{i - 1} --> s{i}"
    last = f"s{len(ladder.opening) - 1}" if ladder.opening else ""
    for i, rung in enumerate(ladder.rungs):
        note = f"<br/>{escaped(rung.note)}" if rung.note else ""
        yield f'  q{i}{{"{escaped(rung.asks)}{note}"}}'
        yield f'  o{i}["{escaped(rung.outcome)}"]{_styled(rung.look)}'
        if last:
            yield f"  {last} -->{'|no|' if i else ''} q{i}"
        yield f"  q{i} -->|yes| o{i}"
        last = f"q{i}"
    says, look = ladder.closing
    yield f'  z["{escaped(says)}"]{_styled(look)}'
    if last:
        yield f"  {last} -->|no| z"
    if ladder.aside:
        yield f'  aside["{escaped(ladder.aside)}"]'


def _tree(tree: Tree) -> Iterator[str]:
    numbers = count()
    for each in tree.boxes:
        yield from _branch(each, None, numbers)


def _branch(node: Box, above: str | None, numbers: Iterator[int]) -> Iterator[str]:
    name = f"n{next(numbers)}"
    note = f"<br/>{escaped(node.note)}" if node.note else ""
    label = f"{escaped(node.says)}{note}"
    frame = f'(["{label}"])' if node.look == "lead" else f'["{label}"]'
    yield f"  {name}{frame}{_styled(node.look)}"
    if above:
        yield f"  {above} --- {name}"
    for each in node.under:
        yield from _branch(each, name, numbers)


def _styled(look: str) -> str:
    return f":::{_class(look)}" if look in _CLASSES else ""


def _class(look: str) -> str:
    return "is" + "".join(part.capitalize() for part in look.split("-"))
