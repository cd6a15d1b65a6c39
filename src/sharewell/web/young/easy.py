"""Easy read: short lines, each with a picture of its one idea."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.utils.safestring import SafeString

from sharewell.web.young.picture import PICTURES


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its picture."""

    says: str
    picture: SafeString


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


@cache
def lines() -> tuple[Section, ...]:
    """The whole page, from `easy.toml`."""
    text = files("sharewell.web.young").joinpath("easy.toml").read_text(encoding="utf-8")
    return tuple(
        Section(each["title"], tuple(Line(says, PICTURES[picture]) for picture, says in each["lines"]))
        for each in tomllib.loads(text)["section"]
    )
