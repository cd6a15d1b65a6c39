"""The flowchart: a picture that can be followed with the eye, and the same as a list for those who hear it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from sharewell.authoring.drawing import NothingToDrawError, draw
from sharewell.authoring.drawing.svg import stylesheet
from sharewell.web.clock import today
from sharewell.web.reading.shelf import pack_named, reading
from sharewell.web.rulebook import views
from sharewell.web.rulebook.book import Book
from sharewell.web.rulebook.choice import of_a_book


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list, with what hangs on it."""

    says: str
    under: tuple[Item, ...] = ()


@require_GET
@of_a_book
def flowchart(request: HttpRequest, book: Book, theme: str = "") -> HttpResponse:
    """In which order the rules decide; or one theme."""
    if theme and theme not in book.themes:
        raise Http404
    day = today()
    try:
        picture, outline = drawn(book.pack.name, day, theme)
    except NothingToDrawError as error:
        raise Http404 from error
    counted = {rule.theme for rule in reading(book.pack.name, day).edition.rules}
    context = {
        "theme": theme,
        "title": book.themes[theme] if theme else "",
        "picture": picture,
        "outline": outline.under,
        "themes": [(name, title) for name, title in book.themes.items() if name in counted],
        **views.day_words(book, day),
    }
    return views.shown(request, book, "flowchart", context)


@require_GET
def sheet(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls it with the request
    """The sheet of the drawings, which belongs to those who draw them."""
    response = HttpResponse(stylesheet(), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


@lru_cache(maxsize=64)
def drawn(pack: str, day: date, theme: str = "") -> tuple[SafeString, Item]:
    """A drawing and its list, kept.

    Raises: NothingToDrawError.
    """
    edition = pack_named(pack).on(day)
    picture = draw(edition, theme=theme or None, standalone=False)
    text = draw(edition, theme=theme or None, format="text")
    return mark_safe(picture), nested(text)  # noqa: S308 - the writer of drawings escapes every word of a pack


def nested(outline: str) -> Item:
    """The list from its dashes, two spaces a level."""
    rows = [(len(row) - len(row.lstrip()), row.strip().removeprefix("- ")) for row in outline.splitlines() if row]

    def build(start: int, depth: int) -> tuple[tuple[Item, ...], int]:
        items: list[Item] = []
        at = start
        while at < len(rows) and rows[at][0] == depth:
            says = rows[at][1]
            under, at = build(at + 1, depth + 2)
            items.append(Item(says, under))
        return tuple(items), at

    return build(0, 0)[0][0]
