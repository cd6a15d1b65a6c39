"""Charts in HTML: the drawing, and the same as a nested list."""

from __future__ import annotations

from html import escape

from sharewell.authoring.rulebook.block import Figure


def figure_html(figure: Figure) -> str:
    """A chart with its caption and its list."""
    return (
        f'<figure class="drawn">\n{figure.svg}\n<figcaption>{escape(figure.caption)}</figcaption>\n</figure>\n'
        f"<details>\n<summary>The same as a list</summary>\n{outline_html(figure.outline)}\n</details>"
    )


def outline_html(outline: str) -> str:
    """A nested list written with dashes, two spaces a level, as HTML."""
    said, depth = [], -1
    for line in outline.splitlines():
        text = line.lstrip()
        level = (len(line) - len(text)) // 2
        if level > depth:
            said.append("<ul>" * (level - depth))
        else:
            said.append("</li>" + "</ul></li>" * (depth - level))
        said.append(f"<li>{escape(text.removeprefix('- '))}")
        depth = level
    said.append("</li></ul>" * (depth + 1))
    return "".join(said)
