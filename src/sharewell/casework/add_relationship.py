"""Write down who somebody is to a child, and since when; and end it. Somebody new is written down with it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from sharewell.casework.access import children_of, theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.confirm_address import wrong_end
from sharewell.casework.keep import change, keep
from sharewell.casework.refusal import ChangedMeanwhile, NotThere, Unfinished
from sharewell.casework.within import around, of_child
from sharewell.register.family import Kinship, Relationship
from sharewell.register.person import BirthCertainty, Person


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody who is not written down yet."""

    given_name: str
    family_name: str = ""
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What somebody is to the child, where that was learned, and from when to when."""

    kinship: Kinship
    source: str
    from_on: date | None = None
    same_household_since: date | None = None


def add_relationship(who: Acting, child: uuid.UUID, *, other: uuid.UUID | Somebody, link: Link) -> Relationship:
    """The relationship. `other` is somebody new, a child whose record is open, or somebody in one’s life.

    Raises: MayNot, NotThere, Unfinished.
    """
    about = theirs(who, child, act=Act.CHANGE_RECORD)
    problems: dict[str, str] = {}
    if not link.source.strip():
        problems["source"] = "Say who told you, or where you read it"
    if isinstance(other, Somebody) and not other.given_name.strip():
        problems["given_name"] = "Give their name, or what they are called"
    if isinstance(other, Somebody) and other.born_on and other.born_on > who.on:
        problems["born_on"] = "The date of birth must be today or earlier"
    if other == about.pk:
        problems["other"] = "Choose somebody other than the child"
    if problems:
        raise Unfinished(problems)
    person = _new(who, other) if isinstance(other, Somebody) else _known(who, about, other)
    made = Relationship(
        child=about,
        other=person,
        kinship=link.kinship,
        source=link.source.strip(),
        from_on=link.from_on,
        same_household_since=link.same_household_since,
    )
    return keep(who, made, "family-link-added")


def _new(who: Acting, somebody: Somebody) -> Person:
    person = Person(
        given_name=somebody.given_name.strip(),
        family_name=somebody.family_name.strip(),
        born_on=somebody.born_on,
        born_certainty=BirthCertainty.TOLD if somebody.born_on else "",
    )
    return keep(who, person, "person-added")


def _known(who: Acting, child: Person, other: uuid.UUID) -> Person:
    mine = children_of(who)
    near = Relationship.objects.filter(child__in=mine).values("other")
    found = Person.objects.filter(Q(pk__in=around(child)) | Q(pk__in=mine) | Q(pk__in=near), pk=other).first()
    if found is None:
        raise NotThere("person", other)
    return found


def end_relationship(who: Acting, relationship: uuid.UUID, *, to_on: date, seen: int) -> Relationship:
    """The relationship with its last day.

    Raises: MayNot, NotThere, Unfinished, ChangedMeanwhile.
    """
    found = of_child(who, Relationship, relationship, act=Act.CHANGE_RECORD)
    if wrong := wrong_end(to_on, from_on=found.from_on, today=who.on):
        raise Unfinished({"to_on": wrong})
    if found.version != seen:
        raise ChangedMeanwhile
    return change(who, found, "family-link-ended", to_on=to_on)
