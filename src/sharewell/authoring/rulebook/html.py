"""The book as HTML: one file a page, one sheet, no script, nothing from elsewhere. Every word of a pack is escaped."""

from __future__ import annotations

from html import escape

from sharewell.authoring.rulebook.address import Addresses
from sharewell.authoring.rulebook.block import (
    Block,
    Bullets,
    Code,
    Condition,
    Figure,
    Fold,
    Inline,
    Link,
    OutcomeTag,
    Para,
    Quiet,
    Section,
    StandingMark,
    Strong,
    Table,
    Terms,
    Words,
)  # fmt: skip  # a list of names
from sharewell.authoring.rulebook.html_condition import condition_html
from sharewell.authoring.rulebook.html_figure import figure_html
from sharewell.authoring.rulebook.icon import icon
from sharewell.authoring.wording.label import Label, outcome_label, standing_label


class HtmlWriter:
    """Writes blocks for one page."""

    def __init__(self, addresses: Addresses, page: str) -> None:
        self.addresses = addresses
        self.page = page

    def words(self, words: Words) -> str:
        """Some words."""
        return "".join(self._inline(each) for each in words)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case str():
                return escape(inline)
            case Link(text=text):
                href = self.addresses.of(inline, self.page)
                return f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)
            case Strong(text):
                return f"<strong>{escape(text)}</strong>"
            case Code(text):
                return f"<code>{escape(text)}</code>"
            case Quiet(text):
                return f'<span class="quiet">{escape(text)}</span>' if text else ""
            case OutcomeTag(outcome):
                return _marked("tag", outcome_label(outcome))
            case StandingMark(standing):
                return _marked("standing", standing_label(standing))

    def blocks(self, blocks: tuple[Block, ...], level: int) -> str:
        """Some blocks; headings in them start at `level`."""
        return "\n".join(self._block(block, level) for block in blocks)

    def _block(self, block: Block, level: int) -> str:
        match block:
            case Para(words, look):
                return f"<p{_class(look)}>{self.words(words)}</p>"
            case Bullets(items, look):
                rows = "".join(f"<li>{self.words(item)}</li>\n" for item in items)
                return f"<ul{_class(look)}>\n{rows}</ul>"
            case Condition(clause):
                return condition_html(clause, self.words)
            case Terms(rows):
                said = "".join(
                    f"<div><dt>{escape(name)}</dt><dd>{self.blocks(inner, level)}</dd></div>\n" for name, inner in rows
                )
                return f'<dl class="terms">\n{said}</dl>'
            case Table():
                return self._table(block)
            case Fold(summary, inner):
                return f"<details>\n<summary>{escape(summary)}</summary>\n{self.blocks(inner, level)}\n</details>"
            case Figure():
                return figure_html(block)
            case Section():
                return self._section(block, level)

    def _section(self, section: Section, level: int) -> str:
        name = "article" if section.look in ("rule", "fact", "finding", "other") else "section"
        title = f'<h{level} id="{section.anchor}-title">{escape(section.title)}</h{level}>'
        kicker = ""
        if section.kicker:
            marks = "".join(f"<li>{said}</li>" for each in section.kicker if (said := self._inline(each)))
            kicker = f'\n<ul class="kicker">{marks}</ul>'
        inner = self.blocks(section.blocks, level + 1)
        return (
            f'<{name}{_class(section.look)} id="{section.anchor}" aria-labelledby="{section.anchor}-title">\n'
            f"<header>{title}{kicker}</header>\n{inner}\n</{name}>"
        )

    def _table(self, table: Table) -> str:
        head = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.head)
        rows = []
        for first, *rest in table.rows:
            cells = "".join(
                f'<td data-head="{escape(name)}">{self.words(cell)}</td>'
                for name, cell in zip(table.head[1:], rest, strict=True)
            )
            rows.append(f'<tr><th scope="row">{self.words(first)}</th>{cells}</tr>\n')
        return (
            f"<table>\n<caption>{escape(table.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{''.join(rows)}</tbody>\n</table>"
        )


def _class(look: str) -> str:
    return f' class="{look}"' if look else ""


def _marked(kind: str, label: Label) -> str:
    return f'<span class="{kind} is-{label.look}">{icon(label.look)}{escape(label.words)}</span>'
