"""Shorthand of the rules in plain words, from `plain.toml`: on the pages, never in the rules themselves."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _said() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    written = tomllib.loads(files("sharewell.web.guide").joinpath("plain.toml").read_text(encoding="utf-8"))
    return tuple(
        (_whole(each["shorthand"]), each["plain"], each.get("unless", each["plain"])) for each in written["said"]
    )


def _whole(shorthand: str) -> re.Pattern[str]:
    """A shorthand as a whole word."""
    return re.compile(rf"(?<![\w(]){re.escape(shorthand)}" + (r"\b" if shorthand[-1].isalpha() else ""))


def in_plain_words(text: str) -> str:
    """A text of the rules with its shorthand put in words, once for each."""
    for shorthand, plain, unless in _said():
        if not unless or unless not in text:
            text = shorthand.sub(plain, text, count=1)
    return text
