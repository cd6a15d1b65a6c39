"""Begin a child’s record. Whoever begins it works with the child, and may open it from then on."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.index_key import index
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.register.person import BirthCertainty, Person
from sharewell.register.relationship import LegitimateRelationship, Tie

#: How long the one who begins a record may open it before somebody must say that they still work with the child.
FIRST = timedelta(days=365)
_OLDEST = 26  # with special educational needs and disabilities, and care leavers, the work goes on until 25


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a child when a record is begun. Before birth there is a month expected instead of a birthday."""

    given_name: str
    family_name: str
    born_on: date | None = None
    born_certainty: BirthCertainty | str = ""
    expected_on: date | None = None
    known_as: str = ""
    pronouns: str = ""
    language: str = ""
    communication: str = ""


def start_record(who: Acting, known: Known, *, reason: str, once: uuid.UUID | None = None) -> Person:
    """The child’s record. `reason` says what the practitioner has to do with the child.

    `once` is the address that the record will have, so that the same form sent twice begins one.

    Raises: MayNot, Unfinished, AlreadyDone.
    """
    require(who, Act.START_RECORD)
    problems = dict(wrong_with(known, who.on))
    if not reason.strip():
        problems["reason"] = "Say what you have to do with the child"
    if problems:
        raise Unfinished(problems)
    if once and done_before(who, Person, once):
        raise AlreadyDone(once)
    child = Person(
        given_name=known.given_name.strip(),
        family_name=known.family_name.strip(),
        known_as=known.known_as.strip(),
        born_on=known.born_on,
        born_certainty=known.born_certainty,
        expected_on=known.expected_on,
        pronouns=known.pronouns.strip(),
        language=known.language.strip(),
        communication=known.communication.strip(),
        has_file=True,
    )
    if once:
        child.pk = once
    keep(who, child, "record-started")
    index(who, child)
    tie = LegitimateRelationship(
        practitioner=who.practitioner,
        child=child,
        tie=Tie.ALLOCATED,
        reason=reason.strip(),
        from_at=who.at,
        until_at=who.at + FIRST,
    )
    keep(who, tie, "relationship-begun")
    return child


def wrong_with(known: Known, on: date) -> Iterator[tuple[str, str]]:
    """What is wrong with a child’s name and days: field and words."""
    if not known.given_name.strip():
        yield "given_name", "Give the child’s first name; for a baby not yet born, write Baby"
    if not known.family_name.strip():
        yield "family_name", "Give the child’s family name"
    if known.born_on is None and known.expected_on is None:
        yield "born_on", "Give a date of birth; estimate it if you must, or give the month a baby is expected"
    if known.born_on and known.born_on > on:
        yield "born_on", "The date of birth must be today or earlier"
    elif known.born_on and on.year - known.born_on.year > _OLDEST:
        yield "born_on", "This person would be over 25. Check the year of birth"
    if known.born_on and not known.born_certainty:
        yield "born_certainty", "Say how the date of birth is known"
