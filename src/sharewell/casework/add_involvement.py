"""Write down which service works with a child, whom to ring, and whether its very presence is confidential."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.confirm_address import wrong_end
from sharewell.casework.keep import change, keep
from sharewell.casework.refusal import ChangedMeanwhile, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.involvement import Involvement
from sharewell.register.practitioner import Practitioner


@dataclass(frozen=True, slots=True)
class Work:
    """A service’s work with a child. A sensitive one is listed to nobody else unless that was agreed to, by whom."""

    service: str
    from_on: date
    contact: str = ""
    lead: uuid.UUID | None = None
    sensitive: bool = False
    listing_agreed_on: date | None = None
    listing_agreed_by: str = ""


def add_involvement(who: Acting, child: uuid.UUID, *, work: Work) -> Involvement:
    """The involvement of the practitioner’s own agency.

    Raises: MayNot, NotThere, Unfinished.
    """
    person = theirs(who, child, act=Act.CHANGE_RECORD)
    problems = _agreement(who, work.listing_agreed_on, work.listing_agreed_by)
    if not work.service.strip():
        problems["service"] = "Say which service works with the child"
    if work.from_on > who.on:
        problems["from_on"] = "The first day must be today or earlier"
    mine = Practitioner.objects.filter(posts__organisation=who.organisation)
    lead = mine.filter(pk=work.lead).first() if work.lead else None
    if work.lead and lead is None:
        problems["lead"] = "Choose one of your colleagues"
    if problems:
        raise Unfinished(problems)
    made = Involvement(
        person=person,
        service=work.service.strip(),
        lead=lead,
        contact=work.contact.strip(),
        from_on=work.from_on,
        sensitive_since=who.on if work.sensitive else None,
        listing_agreed_on=work.listing_agreed_on,
        listing_agreed_by=work.listing_agreed_by.strip(),
    )
    return keep(who, made, "involvement-added")


def end_involvement(who: Acting, involvement: uuid.UUID, *, to_on: date, seen: int) -> Involvement:
    """The involvement with its last day.

    Raises: MayNot, NotThere, Unfinished, ChangedMeanwhile.
    """
    found = of_child(who, Involvement, involvement, act=Act.CHANGE_RECORD, by="person")
    if wrong := wrong_end(to_on, from_on=found.from_on, today=who.on):
        raise Unfinished({"to_on": wrong})
    return _changed(who, found, seen, "involvement-ended", to_on=to_on)


def agree_listing(who: Acting, involvement: uuid.UUID, *, on: date, by: str, seen: int) -> Involvement:
    """The involvement, which other agencies may now be told of: agreed on a day, by whom.

    Raises: MayNot, NotThere, Unfinished, ChangedMeanwhile.
    """
    found = of_child(who, Involvement, involvement, act=Act.CHANGE_RECORD, by="person")
    if problems := _agreement(who, on, by):
        raise Unfinished(problems)
    return _changed(who, found, seen, "listing-agreed", listing_agreed_on=on, listing_agreed_by=by.strip())


def _agreement(who: Acting, on: date | None, by: str) -> dict[str, str]:
    problems: dict[str, str] = {}
    if on and on > who.on:
        problems["listing_agreed_on"] = "The day it was agreed must be today or earlier"
    if (on is None) != (not by.strip()):
        problems["listing_agreed_by"] = "Say who agreed, and on which day"
    return problems


def _changed(who: Acting, row: Involvement, seen: int, kind: str, **values: object) -> Involvement:
    if row.version != seen:
        raise ChangedMeanwhile
    return change(who, row, kind, **values)
