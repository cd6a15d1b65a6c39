"""Headings over long lists of answers, from `groups.toml`. They change how a list is read, never what is in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Shown = dict[str, object]


@dataclass(frozen=True, slots=True)
class Group:
    """Answers, or lines of a checklist, under a heading; a list that needs none has one group without."""

    heading: str
    items: tuple[Shown, ...]


@cache
def headings() -> tuple[Mapping[str, Mapping[str, Sequence[str]]], str]:
    """For each long list its headings with what stands under them; and the heading of whatever is left."""
    written = tomllib.loads(files("sharewell.web.guide").joinpath("groups.toml").read_text(encoding="utf-8"))
    rest = written.pop("_rest")
    return written, rest


def grouped(fact: str, items: Sequence[Shown], *, by: str) -> tuple[Group, ...]:
    """The items of a fact's list under its headings, numbered down the page. `by`: the key that places an item."""
    lists, rest = headings()
    wanted = lists.get(fact, {})
    placed = {name for names in wanted.values() for name in names}
    groups = [
        Group(heading, tuple(each for name in names for each in items if each[by] == name))
        for heading, names in wanted.items()
    ]
    groups.append(Group(rest if wanted else "", tuple(each for each in items if each[by] not in placed)))
    number = 0
    for group in groups:
        for each in group.items:
            number += 1
            each["id"] = f"a{number}"
    return tuple(group for group in groups if group.items)
