"""Record what was in fact given, to whom, how and under which conditions; that it arrived; what came afterwards."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.departs import gives
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.open_request import decision_of, disclosure_of
from sharewell.casework.refusal import Unfinished
from sharewell.register.decision import Choice, DecisionItem
from sharewell.register.disclosure import DisclosedItem, Disclosure, FollowUp, FollowUpKind, Receipt
from sharewell.register.organisation import Channel


@dataclass(frozen=True, slots=True)
class Given:
    """What was given. `items` maps an item to the text as it went; empty words are the item's own."""

    recipient_name: str
    channel: Channel
    recipient_role: str = ""
    organisation: uuid.UUID | None = None
    why_they_need_it: str = ""
    security: str = ""
    identity_check: str = ""
    sent_at: datetime | None = None
    conditions: str = ""
    onward: str = ""
    keep_until: str = ""
    items: tuple[tuple[uuid.UUID, str], ...] = ()


def record_disclosure(who: Acting, decision: uuid.UUID, *, given: Given, once: uuid.UUID) -> Disclosure:
    """The disclosure under a decision to share. The same form sent twice makes one.

    Raises: MayNot, NotThere, Unfinished: something is missing, the decision gives nothing or no longer stands, or an
    item goes that it held back.
    """
    found = decision_of(who, decision, act=Act.DISCLOSE)
    if before := done_before(who, Disclosure, once):
        return before
    problems = {}
    if not gives(Choice(found.choice)):
        problems["items"] = "The decision was not to share. Look at it again first"
    if type(found).objects.filter(replaces=found).exists():
        problems["items"] = "Another decision has replaced this one"
    if not given.recipient_name.strip():
        problems["recipient_name"] = "Say who was given it"
    if given.sent_at and given.sent_at > who.at:
        problems["sent_at"] = "This cannot be later than now"
    kept = {each.item_id: each for each in DecisionItem.objects.filter(decision=found).select_related("item")}
    allowed = {pk for pk, each in kept.items() if each.given != "none"}
    if not {item for item, _ in given.items} <= allowed:
        problems["items"] = "Choose only what was decided to go"
    if any(kept[item].given == "part" and not text.strip() for item, text in given.items if item in allowed):
        problems["items"] = "Write the words that went, where only part of it was to go"
    if problems:
        raise Unfinished(problems)
    row = keep(
        who,
        Disclosure(
            id=once,
            decision=found,
            organisation_id=given.organisation,
            recipient_name=given.recipient_name.strip(),
            recipient_role=given.recipient_role.strip(),
            why_they_need_it=given.why_they_need_it.strip(),
            channel=given.channel,
            security=given.security.strip(),
            identity_check=given.identity_check.strip(),
            sent_at=given.sent_at or who.at,
            conditions=given.conditions.strip(),
            onward=given.onward.strip(),
            keep_until=given.keep_until.strip(),
        ),
        "disclosure-recorded",
    )
    for item, text in dict(given.items).items():
        keep(
            who,
            DisclosedItem(disclosure=row, item_id=item, text=text.strip() or kept[item].item.text),
            "disclosed-item-kept",
        )
    return row


def record_receipt(
    who: Acting, disclosure: uuid.UUID, *, confirmed_by: str, confirmed_at: datetime, reference: str = "",
    once: uuid.UUID,
) -> Receipt:  # fmt: skip
    """That it arrived, who said so and when.

    Raises: MayNot, NotThere, Unfinished.
    """
    found = disclosure_of(who, disclosure, act=Act.DISCLOSE)
    if before := done_before(who, Receipt, once):
        return before
    if not confirmed_by.strip():
        raise Unfinished({"confirmed_by": "Say who confirmed it"})
    if confirmed_at > who.at:
        raise Unfinished({"confirmed_at": "This cannot be later than now"})
    row = Receipt(
        id=once, disclosure=found, confirmed_by=confirmed_by.strip(), confirmed_at=confirmed_at,
        reference=reference.strip(),
    )  # fmt: skip
    return keep(who, row, "receipt-recorded")


def follow_up(
    who: Acting, decision: uuid.UUID, *, kind: FollowUpKind, text: str, due_on: date | None = None, once: uuid.UUID
) -> FollowUp:
    """What came after a decision: an outcome, something to do, a correction, a complaint, a breach.

    Raises: MayNot, NotThere, Unfinished.
    """
    found = decision_of(who, decision, act=Act.DECIDE)
    if before := done_before(who, FollowUp, once):
        return before
    if not text.strip():
        raise Unfinished({"text": "Say what came of it"})
    row = FollowUp(id=once, decision=found, kind=kind, text=text.strip(), on=who.on, due_on=due_on)
    return keep(who, row, "follow-up-recorded")
