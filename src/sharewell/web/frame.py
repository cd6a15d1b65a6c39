"""What stands round every page: the bar, the emergency strip, and which rules the pages speak of."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from sharewell.web.clock import now, today
from sharewell.web.day import in_words
from sharewell.web.reading.shelf import title_of

#: The bar: words and the name of the address. One whose pages are not there yet is left out.
BAR = (("Check", "home"), ("Rulebook", "rulebook"), ("Practise", "practise"), ("Young people", "young"))
FOOT = (
    ("How this works", "help-how"),
    ("Who to ring", "help-ring"),
    ("What the words mean", "help-words"),
    ("Accessibility", "help-accessibility"),
    ("Privacy", "help-privacy"),
)


@lru_cache(maxsize=8)
def links(names: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    """Words, name and address of the links whose pages are there."""
    found = []
    for words, name in names:
        try:
            found.append((words, name, reverse(name)))
        except NoReverseMatch:
            continue
    return tuple(found)


def frame(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001 - Django calls it with the request
    """For every template: the bar, the foot, the current `section`, the desk to ring, the line about the rules."""
    place = settings.SHAREWELL_PLACE
    return {
        "bar": links(BAR),
        "foot": links(FOOT),
        "section": "home",
        "place": place,
        "desk": place.desk(now()),
        "brand": bool(settings.BRAND),
        "rules_line": title_of(settings.SHAREWELL_PACK),
        "today_words": in_words(today()),
        "demonstration": settings.SHAREWELL_DEMONSTRATION,
    }
