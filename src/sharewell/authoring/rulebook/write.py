"""Write the rulebook of a pack to a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from sharewell.authoring.rulebook.address import Addresses
from sharewell.authoring.rulebook.block import Page
from sharewell.authoring.rulebook.book import Rulebook
from sharewell.authoring.rulebook.changes import COMPARED
from sharewell.authoring.rulebook.chart_page import chart_page
from sharewell.authoring.rulebook.compose import rulebook
from sharewell.authoring.rulebook.fact_page import fact_page, finding_page
from sharewell.authoring.rulebook.front_page import front_page
from sharewell.authoring.rulebook.html_page import STYLESHEET, html_page
from sharewell.authoring.rulebook.markdown import MarkdownWriter
from sharewell.authoring.rulebook.other_page import other_pages
from sharewell.authoring.rulebook.rule_page import rule_page
from sharewell.authoring.rulebook.source_page import day_page, source_page
from sharewell.policy.case import Case
from sharewell.policy.pack import Pack


def write_rulebook(
    pack: Pack,
    folder: Path | str,
    *,
    formats: Sequence[str] = ("html", "md"),
    cases: Sequence[Case] | None = None,
    days: Iterable[date] = COMPARED,
    on: date | None = None,
) -> tuple[Path, ...]:
    """Write every page of the rulebook; the same pack gives the same bytes. Returns the files, in order of name.

    `days` are put side by side; `on` is the day of reading, which marks today's rules and reviews that are due.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = rendered(rulebook(pack, cases=cases, days=days, on=on), formats)
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in sorted(written))


def rendered(book: Rulebook, formats: Sequence[str] = ("html", "md")) -> dict[str, str]:
    """File name to text. The front page is `index.html` and `README.md`.

    Raises: ValueError for a format other than `html` and `md`.
    """
    unknown = set(formats) - {"html", "md"}
    if unknown:
        raise ValueError(f"no format {', '.join(sorted(unknown))}: there are html and md")
    book_pages = pages(book)
    texts: dict[str, str] = {}
    if "html" in formats:
        addresses = Addresses(book_pages, ".html", "index")
        texts |= {addresses.file(each.name): html_page(each, book_pages, book.pack, addresses) for each in book_pages}
        texts[STYLESHEET] = stylesheet()
    if "md" in formats:
        addresses = Addresses(book_pages, ".md", "README")
        texts |= {addresses.file(each.name): MarkdownWriter(addresses, each.name).whole(each) for each in book_pages}
    return texts


def pages(book: Rulebook) -> tuple[Page, ...]:
    """Every page, in the order of the navigation."""
    others = (
        *(rule_page(part, book) for part in book.parts),
        fact_page(book),
        finding_page(book),
        *other_pages(book),
        source_page(book),
        day_page(book),
        chart_page(book),
    )
    return (front_page(book, others), *others)


def stylesheet() -> str:
    """The sheet of the book, with that of the charts."""
    own = files("sharewell.authoring.rulebook").joinpath("rulebook.css").read_text(encoding="utf-8")
    charts = files("sharewell.authoring.drawing").joinpath("drawing.css").read_text(encoding="utf-8")
    return own + "\n" + charts
