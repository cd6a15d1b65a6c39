"""The book as Markdown: the same pages, for readers of the repository. Anchors are the same as in HTML."""

from __future__ import annotations

import re

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
    Page,
    Para,
    Quiet,
    Section,
    StandingMark,
    Strong,
    Table,
    Terms,
    Words,
)  # fmt: skip  # a list of names
from sharewell.authoring.wording.clause import Clause, FactClause, FindingClause, GroupClause
from sharewell.authoring.wording.label import outcome_label, standing_label
from sharewell.policy.source import Standing

_SHAPES = {
    Standing.READ: "●", Standing.SECOND_HAND: "◐", Standing.RECALLED: "○", Standing.AWAITING_SIGN_OFF: "◌",
}  # fmt: skip  # one line


def escaped(text: str) -> str:
    """Text that stays text: nothing in it starts markup, a tag, a list or a link."""
    text = re.sub(r"\s+", " ", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_\[\]|~#$])", r"\\\1", text)
    return re.sub(r"^(\s*)(?:([-+])|(\d+)([.)]))(?=\s)", lambda m: f"{m[1]}{m[3] or ''}\\{m[2] or m[4]}", text)


class MarkdownWriter:
    """Writes one page."""

    def __init__(self, addresses: Addresses, page: str) -> None:
        self.addresses = addresses
        self.page = page

    def whole(self, page: Page) -> str:
        """A whole page."""
        home = "" if page.name == "index" else f"[Rulebook]({self.addresses.file('index')})\n\n"
        text = f"# {escaped(page.title)}\n\n{home}{escaped(page.lead)}\n\n{self._blocks(page.blocks, 2)}"
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def words(self, words: Words) -> str:
        """Some words on one line."""
        return "".join(self._inline(each) for each in words)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case str():
                return escaped(inline)
            case Link(text=text):
                href = self.addresses.of(inline, self.page)
                target = href.replace(" ", "%20").replace(")", "%29").replace("(", "%28") if href else ""
                return f"[{escaped(text)}]({target})" if href else escaped(text)
            case Strong(text):
                return f"**{escaped(text.strip())}**" + (" " if text.endswith(" ") else "")
            case Code(text):
                return f"`{text.replace('`', '')}`"
            case Quiet(text):
                return escaped(text)
            case OutcomeTag(outcome):
                return f"**{outcome_label(outcome).words}**"
            case StandingMark(standing):
                return f"{_SHAPES[standing]} {standing_label(standing).words}"

    def _blocks(self, blocks: tuple[Block, ...], level: int) -> str:
        return "\n\n".join(self._block(block, level) for block in blocks)

    def _block(self, block: Block, level: int) -> str:
        match block:
            case Section():
                return self._section(block, level)
            case Table(caption, head, rows):
                line = "\n".join("| " + " | ".join(self.words(cell) for cell in row) + " |" for row in rows)
                return f"{escaped(caption)}:\n\n| {' | '.join(head)} |\n|{' --- |' * len(head)}\n{line}"
            case Figure(caption, _, mermaid, outline):
                chart = f"```mermaid\n{mermaid.rstrip()}\n```"
                return f"{escaped(caption)}:\n\n{chart}\n\nThe same as a list:\n\n{_outline(outline)}"
            case Terms(rows):
                return "\n".join(self._term(name, inner) for name, inner in rows)
            case Para(words):
                return self.words(words)
            case Bullets() | Condition() | Fold():
                return "\n".join(self._listed(block, 0))

    def _section(self, section: Section, level: int) -> str:
        marks = " · ".join(said for each in section.kicker if (said := self._inline(each)))
        kicker = f"\n\n{marks}" if marks else ""
        heading = f"{'#' * min(level, 6)} {escaped(section.title)}"
        return f'<a id="{section.anchor}"></a>\n\n{heading}{kicker}\n\n{self._blocks(section.blocks, level + 1)}'

    def _term(self, name: str, blocks: tuple[Block, ...]) -> str:
        if len(blocks) == 1 and isinstance(blocks[0], Para):
            return f"- **{escaped(name)}.** {self.words(blocks[0].words)}"
        rows = [row for block in blocks for row in self._listed(block, 1)]
        return "\n".join([f"- **{escaped(name)}:**", *rows])

    def _listed(self, block: Block, depth: int) -> list[str]:
        """A block as lines of a list."""
        dash = "  " * depth + "- "
        match block:
            case Para(words):
                return [dash + self.words(words)]
            case Bullets(items):
                return [dash + self.words(item) for item in items]
            case Condition(clause):
                return self._clause(clause, depth)
            case Fold(summary, inner):
                return [f"{dash}{escaped(summary)}:", *(row for each in inner for row in self._listed(each, depth + 1))]
            case _:
                return [dash + self._block(block, 6)]

    def _clause(self, clause: Clause, depth: int) -> list[str]:
        dash = "  " * depth + "- "
        match clause:
            case FactClause(fact, question, answers, negated):
                said = " or ".join(f"**{escaped(answer)}**" for answer in answers)
                return [f"{dash}{self._inline(Link(question, f'fact-{fact}'))} {'not ' if negated else ''}{said}"]
            case FindingClause(finding, means, negated):
                return [dash + ("not so: " if negated else "") + self._inline(Link(means, f"finding-{finding}"))]
            case GroupClause(lead, parts):
                said = lead[:1].upper() + lead[1:]
                deeper = [row for part in parts for row in self._clause(part, depth + 1)]
                return [f"{dash}{said}:", *deeper] if parts else [dash + said]


def _outline(outline: str) -> str:
    return "\n".join(re.sub(r"^(\s*- )(.*)$", lambda m: m[1] + escaped(m[2]), line) for line in outline.splitlines())
