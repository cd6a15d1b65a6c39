"""What is held, and the request that is made of it: an item in a story's words, somebody who asks or is to be told."""

from __future__ import annotations

import uuid
from datetime import timedelta

from sharewell.casework.demonstration.answering import answer
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.make_request import Wanted, make_request
from sharewell.casework.record_item import Statement, record_item
from sharewell.casework.record_view import Voice, record_view
from sharewell.register.holding import Category, InformationItem, Level, Mark
from sharewell.register.request import Determination, Direction, InformationRequest, Trigger
from sharewell.register.voice import Obtained, View

#: From this age a child is asked in words; a younger one is watched.
_SPEAKS = 4


def held(
    tale: Tale,
    house: House,
    name: str = "item",
    *,
    mark: Mark = Mark.OBSERVATION,
    category: Category = Category.CARE,
    level: Level = Level.LIMITED,
    source: str = "",
) -> InformationItem:
    """Something about the child is written down: the texts `<name>_title` and `<name>`."""
    said = Statement(
        title=tale.words(f"{name}_title"),
        text=tale.words(name),
        mark=mark,
        category=category,
        learned_on=tale.on,
        level=level,
        offered_on=tale.on if level in (Level.LIMITED, Level.SERVICE, Level.PROMISED) else None,
        source_words=source,
    )
    with tale.working(house) as who:
        return record_item(who, house.child.pk, said=said)


def requested(
    tale: Tale,
    house: House,
    *items: InformationItem,
    other: str = "",
    theirs: bool = False,
    trigger: Trigger | None = None,
    **more: object,
) -> InformationRequest:
    """A request: ours to tell the organisation `other`, or theirs to be told. `more` as in `Wanted`."""
    said: dict[str, object] = {
        "direction": Direction.THEIRS if theirs else Direction.OURS,
        "trigger": trigger or (Trigger.REQUEST if theirs else Trigger.OWN_INITIATIVE),
        "purpose": tale.words("purpose"),
        "organisation": tale.world.organisation(other).pk if other else None,
        "asked_for": tale.words("asked_for") if theirs else "",
        "why_they_need_it": tale.words("why_they_need_it"),
        "identity_checked_how": "Rang back on the number in our directory" if theirs and other else "",
        "needed_by": tale.at + timedelta(days=5) if theirs else None,
        "items": tuple(each.pk for each in items),
        **more,
    }  # fmt: skip
    with tale.working(house) as who:
        return make_request(who, house.child.pk, wanted=Wanted(**said), once=uuid.uuid4())  # type: ignore[arg-type]


def determined(tale: Tale, house: House, request: InformationRequest, **says: str) -> Determination:
    """What the rules of the day say, on the story's answers; a name in `says` has `_` where the fact has `-`."""
    agency = house.agency
    ours = {"profession": agency.profession, **({"sharer-kind": agency.kind} if agency.kind else {})}
    said = {**ours, **tale.answers[tale.part], **{name.replace("_", "-"): each for name, each in says.items()}}
    with tale.working(house) as who:
        return answer(who, request, rules=tale.world.rules(tale.on), says=said)


def heard(
    tale: Tale, house: House, name: str = "view", *, request: InformationRequest | None = None, about: str = ""
) -> View:
    """What the child said about it, in their words; what was seen, of a child who does not speak yet."""
    born = house.child.born_on
    speaks = born is not None and (tale.on - born).days >= _SPEAKS * 365
    words = tale.words(name) if speaks else tale.words("observed")
    voice = Voice(
        by_person=house.child.pk,
        about=about or tale.words("purpose"),
        obtained=(Obtained.SAID if speaks else Obtained.OBSERVED) if words else Obtained.NOT_OBTAINED,
        said_on=tale.on,
        own_words=words,
        why_not="" if words else "Too young to be asked; to be seen at the next visit",
        request=request.pk if request else None,
    )
    with tale.working(house) as who:
        return record_view(who, house.child.pk, voice=voice)
