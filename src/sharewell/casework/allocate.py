"""Say that a practitioner works with a child, and until when: from then on, they may open the record."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from sharewell.casework.access import right_of, theirs
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting, acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.person import Person
from sharewell.register.practitioner import Practitioner
from sharewell.register.relationship import LegitimateRelationship, Tie

#: A relationship is looked at again once a year at the latest.
LONGEST = timedelta(days=366)


def allocate(
    who: Acting, child: uuid.UUID, *, to: uuid.UUID, tie: Tie, reason: str, until_at: datetime
) -> LegitimateRelationship:
    """The practitioner’s reason to open the record, with its end. Nobody gives it to themselves.

    On a restricted record only somebody who is named may name another.

    Raises: MayNot, NotThere, Unfinished.
    """
    found = theirs(who, child, act=Act.ALLOCATE)
    problems: dict[str, str] = {}
    if to == who.practitioner.pk:
        problems["to"] = "Somebody else must give you this child to work with"
    if not reason.strip():
        problems["reason"] = "Say why they need to open the record"
    if until_at <= who.at:
        problems["until_at"] = "The last day must be in the future"
    elif until_at > who.at + LONGEST:
        problems["until_at"] = "Choose a day within a year. It can be made longer then"
    if tie is Tie.NAMED and not _names(who, found):
        problems["tie"] = "Only somebody who is named for a restricted record can name another"
    if problems:
        raise Unfinished(problems)
    made = LegitimateRelationship(
        practitioner=_colleague(who, to),
        child=found,
        tie=tie,
        reason=reason.strip(),
        from_at=who.at,
        until_at=until_at,
    )
    return keep(who, made, "relationship-begun")


def _names(who: Acting, child: Person) -> bool:
    right = right_of(who, child)
    return right is not None and right.name != "glass"


def _colleague(who: Acting, sought: uuid.UUID) -> Practitioner:
    """Somebody with a live post in the organisation whose role opens records.

    Raises: NotThere.
    """
    found = Practitioner.objects.filter(pk=sought).first()
    acts = acting(found, who.organisation, at=who.at) if found else None
    if found is None or acts is None or not may(acts, Act.OPEN_RECORD):
        raise NotThere("practitioner", sought)
    return found
