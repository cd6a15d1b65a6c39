"""Somebody takes their agreement back. From now on nothing more goes; what went stays listed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sharewell.casework.act import Act
from sharewell.casework.acting import LONDON, Acting
from sharewell.casework.consent_cells import same_words
from sharewell.casework.keep import keep
from sharewell.casework.once import one_at_a_time
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.within import of_child, person_around
from sharewell.register.consent import Answer, Consent, ConsentEnd, ConsentEndKind, ConsentItem
from sharewell.register.disclosure import DisclosedItem


@dataclass(frozen=True, slots=True)
class WentOut:
    """Something that had gone out under an answer: which item, to whom, when. It cannot be taken back by itself."""

    item: uuid.UUID
    title: str
    recipient: str
    sent_at: datetime


def withdraw_consent(
    who: Acting, consent: uuid.UUID, *, by_person: uuid.UUID, on: date, reason: str = ""
) -> tuple[ConsentEnd, tuple[WentOut, ...]]:
    """The end of it, and what went out before.

    Nobody has to give a reason for taking an agreement back.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = of_child(who, Consent, consent, act=Act.RECORD_CONSENT)
    if found.answer not in (Answer.GIVEN, Answer.PARTIAL):
        raise Unfinished({"consent": "They had not agreed, so there is nothing to take back. Record a new answer"})
    person = person_around(found.child, by_person)
    if person.pk != found.by_person_id:
        words = "Only the person who agreed can take it back. Record what somebody else says as an answer of their own"
        raise Unfinished({"by_person": words})
    return ended(who, found, ConsentEnd(by_person=person, kind=ConsentEndKind.WITHDRAWN, ended_on=on, reason=reason))


def ended(who: Acting, consent: Consent, end: ConsentEnd) -> tuple[ConsentEnd, tuple[WentOut, ...]]:
    """An end of either kind, kept, and what went out before. For this use case and `invalidate_consent`."""
    if not consent.answered_on <= end.ended_on <= who.on:
        raise Unfinished({"on": "Choose a day from the day of the answer to today"})
    one_at_a_time()
    if before := ConsentEnd.objects.filter(consent=consent).first():
        raise AlreadyDone(before.pk)
    end.consent = consent
    end.reason = end.reason.strip()
    return keep(who, end, f"consent-{end.kind}"), what_went_out(consent)


def what_went_out(consent: Consent) -> tuple[WentOut, ...]:
    """What was disclosed from the day of an answer on that the answer speaks about, the last first."""
    cells = list(consent.cells.all())
    since = DisclosedItem.objects.filter(
        item__child=consent.child_id, disclosure__sent_at__gte=_start(consent.answered_on)
    )
    rows = since.select_related("disclosure__organisation", "disclosure__decision__request", "item")
    return tuple(
        WentOut(each.item_id, each.item.title, each.disclosure.recipient_name, each.disclosure.sent_at)
        for each in rows.order_by("-disclosure__sent_at", "id")
        if each.disclosure.decision.request_id == consent.request_id or _under(each, cells)
    )


def _under(given: DisclosedItem, cells: Iterable[ConsentItem]) -> bool:
    return any(
        cell.allowed == "yes"
        and _to(given, cell)
        and (cell.item_id == given.item_id if cell.item_id else cell.category in ("", given.item.category))
        for cell in cells
    )


def _to(given: DisclosedItem, cell: ConsentItem) -> bool:
    if cell.recipient_id:
        return given.disclosure.organisation_id == cell.recipient_id
    return not cell.recipient_words or same_words(cell.recipient_words, given.disclosure.recipient_name)


def _start(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=LONDON)
