"""Make the demonstration partnership: ten agencies, forty people, two hundred families, eighteen months."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction

from sharewell.casework.demonstration.family import STORIES, Family, families
from sharewell.casework.demonstration.household import renewed, settle
from sharewell.casework.demonstration.people import DOMAIN, make_partnership, read
from sharewell.casework.demonstration.stories import STORY
from sharewell.casework.demonstration.timetable import Story, live
from sharewell.casework.demonstration.world import Tale, World
from sharewell.casework.refusal import Refusal
from sharewell.casework.rules import Rules
from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Practitioner

#: The oldest thing that happened, in days before today.
_SPAN = 545
_EVERY = 20


class OthersAreHere(Refusal):
    """The database holds organisations that are not the demonstration's: nothing invented is put beside them."""

    code = "others-are-here"


class MadeBefore(Refusal):
    """The demonstration is there already."""

    code = "made-before"


def make_demonstration(
    at: datetime,
    *,
    rules: Callable[[date], Rules],
    said: Callable[[str], None],
    stories: Mapping[str, int] = STORIES,
    ordinary: int | None = None,
) -> World:
    """The whole of it, as it stands at a moment, in one transaction: half of it is never left behind.

    `rules` gives those of a day; `said` hears how far it has come; `stories` says how many families live through each.

    Raises: OthersAreHere, MadeBefore.
    """
    with transaction.atomic():
        _only_here()
        began = at - timedelta(days=_SPAN)
        partners, others = make_partnership(began)
        world = World(partners, others, rules, at)
        said("[demonstration] 10 agencies and their 40 people")
        every = families(at.date(), stories, ordinary=ordinary)
        _live(world, every, said)
    return world


def _only_here() -> None:
    """Nothing, unless somebody is here.

    Raises: OthersAreHere, MadeBefore.
    """
    if Practitioner.objects.exclude(email__endswith=f"@{DOMAIN}").exists():
        raise OthersAreHere
    if Practitioner.objects.exists():
        raise MadeBefore
    if Organisation.objects.exists():
        raise OthersAreHere


def _live(world: World, every: list[Family], said: Callable[[str], None]) -> None:
    tracks: list[Story] = []
    ended = 0

    def one_more() -> None:
        nonlocal ended
        ended += 1
        # Two tracks a family: what happens to it, and that it is given out again each year.
        if ended % (2 * _EVERY) == 0:
            said(f"[demonstration] {ended // 2} of {len(every)} families")

    for family in every:
        tale, lived = _tale(world, family)
        tracks += (lived, renewed(tale, tale.at))
    live(tracks, world.now, one_more)


def _tale(world: World, family: Family) -> tuple[Tale, Story]:
    """A family's tale, from the day on which the first agency begins a record."""
    draw = Random(family.number)  # noqa: S311  invented people, the same each time
    episode = STORY[family.story]
    youngest = min((world.now.date() - child.born_on).days for child in family.children)
    met = min(draw.randint(*episode.ago), youngest - 60)
    begun = max(met + 8, min(met + draw.randint(40, 200), _SPAN - 5, youngest - 25))
    texts: Any = read(f"words/{family.story}.toml")
    variant = texts["variant"][family.place % len(texts["variant"])]
    tale = Tale(
        world=world,
        family=family,
        at=world.now - timedelta(days=begun),
        texts=variant,
        answers=_answers(texts, variant),
        draw=draw,
    )
    tale.later(days=1)
    return tale, _lived(tale, episode.story, world.now - timedelta(days=met))


def _answers(texts: Any, variant: Any) -> dict[str, dict[str, str]]:
    """By part of the story: what all tell, and what this one does."""
    own = {"": {**texts.get("answers", {}), **variant.get("answers", {})}}
    return own | {part: dict(said) for part, said in texts.get("part", {}).items()}


def _lived(tale: Tale, story: Callable[[Tale], Story], met: datetime) -> Story:
    """The family becomes known to its agencies; then, from a day on, its story."""
    yield tale.at
    yield from settle(tale)
    tale.at = max(tale.at, met)
    yield from story(tale)
