"""What the words mean: terms of the field in plain words, each with an anchor, and which of them a text uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sharewell.web.help.said import read


@dataclass(frozen=True, slots=True)
class Term:
    """A term. `name` is its anchor; `used` are the spellings by which it is found in a text, if it is looked for."""

    name: str
    says: str
    means: str
    used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms that belong together."""

    name: str
    title: str
    about: str
    terms: tuple[Term, ...]


@cache
def groups() -> tuple[TermGroup, ...]:
    """The whole glossary, from `words.toml`."""
    return tuple(
        TermGroup(
            str(each["name"]), str(each["title"]), str(each.get("about", "")), tuple(map(_term, _tables(each["term"])))
        )
        for each in read("words.toml")["group"]
    )


def terms_in(*texts: str) -> tuple[Term, ...]:
    """The terms that some texts use, in the order in which they are first used; each once."""
    text = " ".join(texts).replace("’", "'")
    found: list[tuple[int, Term]] = []
    for term, looked_for in _looked_for():
        if first := looked_for.search(text):
            found.append((first.start(), term))
    return tuple(term for _, term in sorted(found, key=lambda each: each[0]))


@cache
def _looked_for() -> tuple[tuple[Term, re.Pattern[str]], ...]:
    """Whole words only. An abbreviation in capitals is looked for in capitals."""
    return tuple((term, _pattern(term.used)) for group in groups() for term in group.terms if term.used)


def _pattern(used: tuple[str, ...]) -> re.Pattern[str]:
    spelt = [re.escape(each) if each.isupper() else f"(?i:{re.escape(each)})" for each in used]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)")


def _term(written: dict[str, object]) -> Term:
    used = written.get("used")
    return Term(
        str(written["name"]),
        str(written["says"]),
        str(written["means"]),
        tuple(str(each).replace("’", "'") for each in used) if isinstance(used, list) else (),
    )


def _tables(written: object) -> list[dict[str, object]]:
    return written if isinstance(written, list) else []
