"""Whose book is read: one of the packs on the shelf, named in the address, and carried along by every link."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sharewell.web.reading.shelf import pack_named, pack_names, title_of
from sharewell.web.rulebook.book import Book, book_of

#: What stands in an address for a pack that is not the usual one.
PACK = "pack"
P = ParamSpec("P")


def of_a_book(
    view: Callable[Concatenate[HttpRequest, Book, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view the book that the address names; a page that says which there are, if there is none of that name."""

    @wraps(view)
    def respond(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        name = asked(request)
        if name not in pack_names():
            context = {"section": "rulebook", "packs": offered(settings.SHAREWELL_PACK)}
            return render(request, "sharewell/rulebook/no_such_pack.html", context, status=404)
        return view(request, book_of(name), *args, **kwargs)

    return respond


def asked(request: HttpRequest) -> str:
    """The pack that an address names; the usual one if it names none."""
    return request.GET.get(PACK, "")[:60] or settings.SHAREWELL_PACK


def offered(chosen: str) -> list[tuple[str, str, bool]]:
    """The packs on the shelf: name, title, and whether it is the one that is read."""
    return [(name, pack_named(name).title, name == chosen) for name in pack_names()]


def address(pack: str, name: str, *args: object) -> str:
    """The address of a page of the book of a pack."""
    found = reverse(name, args=args)
    return found if pack == settings.SHAREWELL_PACK else f"{found}?{urlencode({PACK: pack})}"


def said_of(book: Book) -> dict[str, object]:
    """What every page says of its book. `other_pack`: it is not the usual one, so a band says whose it is."""
    name = book.pack.name
    usual = settings.SHAREWELL_PACK
    return {
        "pack": name,
        "other_pack": name if name != usual else "",
        "pack_title": book.pack.title,
        "usual_title": pack_named(usual).title,
        "packs": offered(name),
        "rules_line": title_of(name),
    }
