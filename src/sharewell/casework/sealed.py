"""What must not stand on anything that leaves: addresses and places that are sealed, and people who must not know.

The gate that reads whole packages is elsewhere; this is for a page or form that is made here out of a few texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from sharewell.casework.told_to import not_told
from sharewell.register.person import Person
from sharewell.register.safety import SafetyMark

#: Shorter words than this are in every text.
_SHORTEST = 4


def sealed_words(child: Person, *, on: date) -> frozenset[str]:
    """Every text that would give something away: lines of sealed addresses, places, clues, and names."""
    marks = SafetyMark.objects.filter(child=child, end__isnull=True).select_related("address", "person")
    words = set(_of_marks(marks))
    hidden = Person.objects.filter(pk__in=list(not_told(child, on=on)))
    words |= {name for each in hidden for name in (each.name, each.known_as)}
    return frozenset(plain for each in words if len(plain := _plain(each)) >= _SHORTEST)


def gives_away(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of them, whatever its capitals, spaces and stops."""
    read = f" {_plain(text)} "
    return any(f" {each} " in read for each in words)


def _of_marks(marks: Iterable[SafetyMark]) -> Iterator[str]:
    for mark in marks:
        yield mark.place
        yield from re.split(r"[\n;,]", mark.tells)
        if mark.address is not None:
            yield from re.split(r"[\n,]", mark.address.lines)
            yield mark.address.postcode
        if mark.person is not None:
            yield mark.person.name


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())
