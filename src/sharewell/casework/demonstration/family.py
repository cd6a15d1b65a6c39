"""Two hundred families who do not exist: who they are, where they live, which agencies know them. Always the same."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sharewell.casework.demonstration.people import read

FAMILIES = 200
_SEED = 1989  # the year of the Convention and of the Children Act


@dataclass(frozen=True, slots=True)
class Child:
    """A child as the story has them. `agencies` are keys, the first being the one that knows them best."""

    given: str
    known_as: str
    born_on: date
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of the demonstration. `number` is its place in the county, `place` among those of the same story.

    `story` names what happened to it.
    """

    number: int
    place: int
    surname: str
    mother: str
    father: str
    apart: bool
    address: str
    postcode: str
    children: tuple[Child, ...]
    story: str


#: Story to how many families live through it; all others have an ordinary time.
STORIES = {
    "worry": 14, "young-carer": 12, "early-help": 14, "refuses": 10, "parents-disagree": 8, "refuge": 8, "police": 8,
    "section-47": 10, "reconsidered": 8, "emergency": 5, "emergency-open": 2, "advice": 8, "advice-waiting": 4,
    "waits": 4, "asked-today": 4, "glass": 4, "looked-after": 6, "adopted": 3, "twins": 4,
}  # fmt: skip


def families(today: date, stories: Mapping[str, int] = STORIES, *, ordinary: int | None = None) -> list[Family]:
    """The families, with ages that fit the day on which the demonstration is made; `stories` says how many of each."""
    draw = random.Random(_SEED)  # noqa: S311  invented people, the same each time
    names = read("names.toml")
    surnames, given, mothers, fathers, streets = (
        list(names[key])  # type: ignore[call-overload]  # a file of our own
        for key in ("surnames", "given", "mothers", "fathers", "streets")
    )
    lived = [story for story, count in stories.items() for _ in range(count)]
    lived += ["ordinary"] * (FAMILIES - len(lived) if ordinary is None else ordinary)
    made = []
    for number, story in enumerate(lived):
        surname = surnames[number % len(surnames)]
        count = 2 if story == "twins" else draw.choice((1, 1, 2, 2, 3))
        first = _age(draw, story)
        children: list[Child] = []
        months = first
        for place in range(count):
            if place and story != "twins":
                months -= draw.randint(14, 50)
            if months < 4:
                break
            name = given[(number * 3 + number // len(surnames) * 11 + place * 7) % len(given)]
            born = today - timedelta(days=round(months * 30.44))
            children.append(Child(name, name[:3] if draw.random() < 0.2 else "", born, _agencies(draw, months, story)))
        made.append(
            Family(
                number=number,
                place=lived[:number].count(story),
                surname=surname,
                mother=mothers[number * 5 % len(mothers)],
                father=fathers[(number * 7 + 3) % len(fathers)],
                apart=story in ("parents-disagree", "refuge") or draw.random() < 0.3,
                address=f"{draw.randint(1, 120)} {streets[number % len(streets)]}, Aldermere",
                postcode=_postcode(number),
                children=tuple(children),
                story=story,
            )
        )
    return made


def _postcode(number: int) -> str:
    """A postcode in an area that has none."""
    return f"ZZ{number % 9 + 1} {number // 9 % 9 + 1}{'ABDEFGHJLN'[number % 10]}{'PQRSTUWXYZ'[number // 10 % 10]}"


def _age(draw: random.Random, story: str) -> int:
    """The first child's age in months, as the story needs it."""
    spans = {
        "refuses": (184, 190), "young-carer": (166, 178), "police": (190, 205), "emergency": (30, 150),
        "emergency-open": (60, 150), "section-47": (30, 130), "adopted": (60, 120), "looked-after": (162, 186),
        "worry": (60, 190), "early-help": (60, 150), "parents-disagree": (60, 140), "reconsidered": (80, 135),
        "refuge": (40, 140), "advice": (60, 190), "advice-waiting": (60, 190), "glass": (60, 190), "twins": (40, 130),
        "waits": (60, 150), "asked-today": (60, 190),
    }  # fmt: skip
    return draw.randint(*spans.get(story, (8, 200)))


def _agencies(draw: random.Random, months: int, story: str) -> tuple[str, ...]:
    """Which agencies know a child of that age."""
    home = "nursery" if months < 50 else "primary" if months < 138 else "academy" if months < 198 else "youth"
    known = [home]
    if draw.random() < 0.45:
        known.append("health")
    more = {
        "refuge": ("harbour", "council"), "section-47": ("council", "police"), "police": ("police", "justice"),
        "looked-after": ("council",), "emergency": ("council",), "early-help": ("youth",), "refuses": ("health",),
        "adopted": ("council",), "reconsidered": ("homes",),
    }  # fmt: skip
    known += more.get(story, ())
    return tuple(dict.fromkeys(known))
