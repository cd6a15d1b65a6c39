"""Make an information request: somebody asks us, or we wish to tell somebody."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.refusal import Unfinished
from sharewell.casework.within import around
from sharewell.register.holding import InformationItem
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.request import Direction, InformationRequest, Kind, RequestItem, RequestSubject, Trigger


@dataclass(frozen=True, slots=True)
class Subject:
    """Another person in the information: needed, to be reduced, or to be left out, and why."""

    line: str
    why: str = ""
    person: uuid.UUID | None = None
    described: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request says. `organisation` and `person` are rows; the words are for those we have no row of."""

    direction: Direction
    trigger: Trigger
    purpose: str
    kind: Kind = Kind.ONE_OFF
    organisation: uuid.UUID | None = None
    organisation_words: str = ""
    person: uuid.UUID | None = None
    person_name: str = ""
    person_position: str = ""
    why_they_need_it: str = ""
    identity_checked_how: str = ""
    identity_checked_at: datetime | None = None
    received_at: datetime | None = None
    needed_by: datetime | None = None
    asked_for: str = ""
    compatible: str = ""
    compatible_words: str = ""
    power_quoted: str = ""
    duty_reference: str = ""
    duty_deadline: datetime | None = None
    agreement_reference: str = ""
    controllers: str = ""
    items: tuple[uuid.UUID, ...] = ()
    subjects: tuple[Subject, ...] = ()


def make_request(who: Acting, child: uuid.UUID, *, wanted: Wanted, once: uuid.UUID) -> InformationRequest:
    """The request, with its items and the other people in them. The same form sent twice makes one.

    Raises: MayNot, NotThere, or Unfinished with what is missing.
    """
    about = theirs(who, child, act=Act.MAKE_REQUEST)
    if before := done_before(who, InformationRequest, once):
        return before
    return write_request(who, about, wanted=wanted, once=once)


def write_request(
    who: Acting, child: Person, *, wanted: Wanted, once: uuid.UUID, replaces: InformationRequest | None = None
) -> InformationRequest:
    """Write a request about a child whose record they may change.

    Raises: Unfinished.
    """
    problems = dict(_problems(who, child, wanted))
    if problems:
        raise Unfinished(problems)
    row = keep(
        who,
        InformationRequest(
            id=once,
            child=child,
            direction=wanted.direction,
            trigger=wanted.trigger,
            kind=wanted.kind,
            organisation_id=wanted.organisation,
            organisation_words=wanted.organisation_words.strip(),
            person_id=wanted.person,
            person_name=wanted.person_name.strip(),
            person_position=wanted.person_position.strip(),
            why_they_need_it=wanted.why_they_need_it.strip(),
            identity_checked_how=wanted.identity_checked_how.strip(),
            identity_checked_at=wanted.identity_checked_at or (who.at if wanted.identity_checked_how.strip() else None),
            received_at=wanted.received_at or who.at,
            needed_by=wanted.needed_by,
            asked_for=wanted.asked_for.strip(),
            purpose=wanted.purpose.strip(),
            compatible=wanted.compatible,
            compatible_words=wanted.compatible_words.strip(),
            power_quoted=wanted.power_quoted.strip(),
            duty_reference=wanted.duty_reference.strip(),
            duty_deadline=wanted.duty_deadline,
            agreement_reference=wanted.agreement_reference.strip(),
            controllers=wanted.controllers.strip(),
            replaces=replaces,
        ),
        "request-replaced" if replaces else "request-made",
    )
    for item in dict.fromkeys(wanted.items):
        keep(who, RequestItem(request=row, item_id=item), "request-item-named")
    for each in wanted.subjects:
        keep(
            who,
            RequestSubject(
                request=row, person_id=each.person, described=each.described.strip(), line=each.line, why=each.why
            ),
            "request-subject-named",
        )
    return row


def _problems(who: Acting, child: Person, wanted: Wanted) -> Mapping[str, str]:
    """What is missing or cannot be, by field."""
    found: dict[str, str] = {}
    if not wanted.purpose.strip():
        found["purpose"] = "Say what it is for"
    if not (wanted.organisation or wanted.organisation_words.strip() or wanted.person or wanted.person_name.strip()):
        found["organisation"] = "Say who asks" if wanted.direction == Direction.THEIRS else "Say who would be told"
    if wanted.direction == Direction.THEIRS and not wanted.asked_for.strip():
        found["asked_for"] = "Say what they asked for"
    if wanted.received_at and wanted.received_at > who.at:
        found["received_at"] = "This cannot have come in later than now"
    if wanted.kind == Kind.ROUTINE and not wanted.agreement_reference.strip():
        found["agreement_reference"] = "Say under which agreement"
    if wanted.organisation and not Organisation.objects.filter(pk=wanted.organisation).exists():
        found["organisation"] = "Choose one of the organisations on the list"
    people = {each for each in (wanted.person, *(subject.person for subject in wanted.subjects)) if each}
    if people and around(child).filter(pk__in=people).count() < len(people):
        found["person"] = "Choose somebody on this record"
    held = InformationItem.objects.filter(child=child, agency=who.organisation, pk__in=wanted.items)
    if wanted.items and held.count() < len(set(wanted.items)):
        found["items"] = "Choose from what is held about this child"
    return found
