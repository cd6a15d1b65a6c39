"""Whom to ring: what has happened, what to do first, and the numbers for it, local ones put in by the place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sharewell.web.help.said import read
from sharewell.web.place import Line, Place

#: Where a place names no desk of its own.
NO_DESK = Line("Your council’s children’s social care", "")


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that has happened, and whom to ring."""

    name: str
    title: str
    do: str
    lines: tuple[Line, ...]


def situations(place: Place) -> tuple[Happened, ...]:
    """Every situation of `ring.toml`, with its lines."""
    desks = tuple(line for line in (place.duty, place.out_of_hours) if line) or (NO_DESK,)
    local = {"desk": desks, "advice": place.advice}
    return tuple(
        Happened(
            str(each["name"]),
            str(each["title"]),
            str(each["do"]),
            tuple(line for key in _keys(each) for line in local.get(key) or _national(key)),
        )
        for each in read("ring.toml")["situation"]
    )


def _keys(written: dict[str, object]) -> list[str]:
    keys = written["ring"]
    return [str(key) for key in keys] if isinstance(keys, list) else []


def _national(key: str) -> tuple[Line, ...]:
    return () if key == "advice" else (_lines()[key],)


@cache
def _lines() -> dict[str, Line]:
    """Lines for the whole country, by key."""
    return {
        str(each["key"]): Line(str(each["name"]), str(each.get("number", "")), str(each.get("hours", "")))
        for each in read("ring.toml")["line"]
    }
