"""Put a mark on a child’s safety map: what must stay hidden, from whom, why. One person is enough to put it there."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import LONDON, Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.within import around, person_around
from sharewell.register.person import Address
from sharewell.register.relationship import LegitimateRelationship, Tie
from sharewell.register.safety import MarkKind, SafetyMark
from sharewell.register.voice import Review, ReviewKind

_LONGEST = timedelta(days=366)
_NAMED = timedelta(days=365)
#: Kinds of mark that name a person.
OF_PERSON = frozenset({MarkKind.MUST_NOT_KNOW, MarkKind.PROTECTED_INFORMANT})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark to be put. Its kind says which of address, person and place it names.

    `tells` are words besides the address that would give it away: a school, a car, a group.
    """

    kind: MarkKind
    reason: str
    source: str
    review_on: date
    address: uuid.UUID | None = None
    person: uuid.UUID | None = None
    place: str = ""
    tells: str = ""


def mark_safety(who: Acting, child: uuid.UUID, *, mark: Mark) -> SafetyMark:
    """The mark. Whoever restricts a record is the first who is named for it.

    Raises: MayNot, NotThere, Unfinished.
    """
    about = theirs(who, child, act=Act.MARK_SAFETY)
    if problems := _problems(who, mark):
        raise Unfinished(problems)
    address = Address.objects.filter(pk=mark.address, person__in=around(about)).first() if mark.address else None
    if mark.address and address is None:
        raise NotThere("address", mark.address)
    made = SafetyMark(
        child=about,
        kind=mark.kind,
        address=address if mark.kind is MarkKind.SEALED_ADDRESS else None,
        person=person_around(about, mark.person) if mark.person and mark.kind in OF_PERSON else None,
        place=mark.place.strip(),
        tells=mark.tells.strip(),
        reason=mark.reason.strip(),
        source=mark.source.strip(),
        review_on=mark.review_on,
    )
    return kept_mark(who, made)


def kept_mark(who: Acting, mark: SafetyMark) -> SafetyMark:
    """The mark, kept, and its review on the day it is due. For this use case and `add_address`."""
    keep(who, mark, "safety-marked")
    due = datetime.combine(mark.review_on, time(9), tzinfo=LONDON)
    keep(who, Review(child=mark.child, kind=ReviewKind.SAFETY, about=mark.pk, due_at=due), "review-asked")
    if mark.kind == MarkKind.RESTRICTED:
        named = LegitimateRelationship(
            practitioner=who.practitioner,
            child=mark.child,
            tie=Tie.NAMED,
            reason="Restricted this record",
            from_at=who.at,
            until_at=who.at + _NAMED,
        )
        keep(who, named, "relationship-begun")
    return mark


def _problems(who: Acting, mark: Mark) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not mark.reason.strip():
        problems["reason"] = "Say why, so that somebody else can judge it later"
    if not mark.source.strip():
        problems["source"] = "Say how you know"
    if mark.review_on <= who.on or mark.review_on > who.on + _LONGEST:
        problems["review_on"] = "Choose a day within the next year to look at it again"
    if mark.kind is MarkKind.SEALED_ADDRESS and mark.address is None:
        problems["address"] = "Choose the address"
    if mark.kind is MarkKind.SEALED_PLACE and not mark.place.strip():
        problems["place"] = "Name the place"
    if mark.kind in OF_PERSON and mark.person is None:
        problems["person"] = "Choose the person"
    return problems
