"""Help as it is written: sections of sentences, with links in square brackets, from a TOML file beside this module."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.urls import reverse

#: `[words](name-of-address)`, `[words](name-of-address#part)` or `[999](tel:999)`.
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and where they lead if they lead anywhere; `tel` for a number to ring."""

    says: str
    href: str = ""
    tel: bool = False


Sentence = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading: sentences, then a list, then more sentences."""

    name: str
    title: str
    say: tuple[Sentence, ...]
    list: tuple[Sentence, ...]
    then: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page of help."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def read(file: str) -> dict[str, list[dict[str, object]]]:
    """A file of this folder."""
    text = files("sharewell.web.help").joinpath(file).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def help_page(name: str) -> HelpPage:
    """The page that `<name>.toml` holds."""
    written = read(f"{name}.toml")
    sections = tuple(
        Section(str(each["name"]), str(each["title"]), *(pieces(each.get(part)) for part in ("say", "list", "then")))
        for each in written["section"]
    )
    return HelpPage(str(written["title"]), str(written["lead"]), sections)


def pieces(sentences: object) -> tuple[Sentence, ...]:
    """Sentences, with their links found."""
    return tuple(_pieces(str(each)) for each in sentences) if isinstance(sentences, list) else ()


def _pieces(text: str) -> Sentence:
    found: list[Piece] = []
    at = 0
    for link in _LINK.finditer(text):
        found += [Piece(text[at : link.start()]), _led(*link.groups())]
        at = link.end()
    return tuple(each for each in (*found, Piece(text[at:])) if each.says)


def _led(says: str, to: str) -> Piece:
    if to.startswith("tel:"):
        return Piece(says, to.replace(" ", ""), tel=True)
    name, _, part = to.partition("#")
    return Piece(says, reverse(name) + (f"#{part}" if part else ""))
