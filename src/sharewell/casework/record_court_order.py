"""Write down an order of a court that bears on who may know or decide; and that it was discharged."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.within import of_child, person_around
from sharewell.register.family import CourtOrder, CourtOrderEnd, OrderKind


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it was read, or as somebody told of it (`seen_on` is then empty)."""

    kind: OrderKind
    says: str
    made_on: date
    expires_on: date | None = None
    court: str = ""
    reference: str = ""
    seen_on: date | None = None


def record_court_order(who: Acting, child: uuid.UUID, *, order: Order, against: uuid.UUID | None = None) -> CourtOrder:
    """The order. `against` is the person it binds, if it binds one.

    Raises: MayNot, NotThere, Unfinished.
    """
    about = theirs(who, child, act=Act.CHANGE_RECORD)
    problems: dict[str, str] = {}
    if not order.says.strip():
        problems["says"] = "Write what the order says, in short"
    if order.made_on > who.on:
        problems["made_on"] = "The day of the order must be today or earlier"
    if order.expires_on and order.expires_on < order.made_on:
        problems["expires_on"] = "The last day cannot come before the day of the order"
    if order.seen_on and order.seen_on > who.on:
        problems["seen_on"] = "The day you saw it must be today or earlier"
    if problems:
        raise Unfinished(problems)
    made = CourtOrder(
        child=about,
        against=person_around(about, against) if against else None,
        kind=order.kind,
        court=order.court.strip(),
        reference=order.reference.strip(),
        says=order.says.strip(),
        made_on=order.made_on,
        expires_on=order.expires_on,
        seen_on=order.seen_on,
    )
    return keep(who, made, "order-recorded")


def end_court_order(who: Acting, order: uuid.UUID, *, ended_on: date, reason: str) -> CourtOrderEnd:
    """That the order ended before its day, or does not apply.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = of_child(who, CourtOrder, order, act=Act.CHANGE_RECORD)
    if before := CourtOrderEnd.objects.filter(order=found).first():
        raise AlreadyDone(before.pk)
    problems = {} if reason.strip() else {"reason": "Say how it ended, or why it does not apply"}
    if ended_on > who.on or ended_on < found.made_on:
        problems["ended_on"] = "The last day must be today or earlier, and not before the order"
    if problems:
        raise Unfinished(problems)
    return keep(who, CourtOrderEnd(order=found, ended_on=ended_on, reason=reason.strip()), "order-ended")
