"""Where each anchor is: on which page. Anchors are stable: `rule-<name>`, `fact-<name>`, `day-<day>`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sharewell.authoring.rulebook.block import Block, Fold, Link, Page, Section, Terms


class Addresses:
    """Page and anchor to a link, as seen from a page. `suffix`: how the files of the format end."""

    def __init__(self, pages: Iterable[Page], suffix: str, front: str) -> None:
        self.suffix = suffix
        self.front = front
        self._page_of = {section.anchor: page.name for page in pages for section in all_sections(page.blocks)}

    def file(self, page: str) -> str:
        """The file of a page."""
        return (self.front if page == "index" else page) + self.suffix

    def of(self, link: Link, here: str) -> str | None:
        """The address of a link; None when there is nothing at its anchor, and the words then stand alone."""
        if link.outside:
            return link.outside if link.outside.startswith(("https://", "http://")) else None
        if link.page:
            return self.file(link.page)
        page = self._page_of.get(link.anchor)
        if page is None:
            return None
        return f"#{link.anchor}" if page == here else f"{self.file(page)}#{link.anchor}"


def all_sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """Every section in some blocks, however deep."""
    for block in blocks:
        match block:
            case Section(blocks=inner):
                yield block
                yield from all_sections(inner)
            case Fold(blocks=inner):
                yield from all_sections(inner)
            case Terms(rows=rows):
                for _, inner in rows:
                    yield from all_sections(inner)
            case _:
                pass
