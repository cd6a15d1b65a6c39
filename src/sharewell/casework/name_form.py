"""Names and numbers in one plain form, so that the same name written another way is the same name. Pure."""

from __future__ import annotations

import unicodedata
from datetime import date

import jellyfish

#: Letters that do not come apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n"})  # noqa: RUF001  the Turkish letter


def plain(name: str) -> str:
    """A name without capitals, accents, spaces, hyphens, apostrophes or other marks; letters of every script stay."""
    apart = unicodedata.normalize("NFKD", name).casefold().translate(_PLAIN)
    return "".join(letter for letter in unicodedata.normalize("NFKD", apart) if letter.isalnum())


def both(given: str, family: str) -> str:
    """Given and family name together, whichever way round they were written."""
    return " ".join(sorted((plain(given), plain(family))))


def sound(given: str, family: str) -> str:
    """How the two names sound in English; a name in another script stands for itself."""
    return " ".join(sorted((_sound(plain(given)), _sound(plain(family)))))


def _sound(name: str) -> str:
    return jellyfish.metaphone(name) or name


def swapped(day: date) -> date | None:
    """The day with day and month the other way round; None where that is no other day."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


def bare(number: str) -> str:
    """A number as it is compared: capitals, without spaces and hyphens."""
    return "".join(sign for sign in number.upper() if sign.isalnum())
