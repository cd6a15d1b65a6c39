"""A child’s safety map on a day: who must not know, what is sealed, who is protected, how to reach people safely."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from sharewell.casework.family_of import Family
from sharewell.casework.known_on import known_by, was_known
from sharewell.casework.name_form import plain
from sharewell.casework.responsibility import ORDERS
from sharewell.register.person import Address, Person, SafeContact
from sharewell.register.safety import MarkKind, SafetyMark, SafetyMarkLift


@dataclass(frozen=True, slots=True)
class Marked:
    """One live mark. What locates somebody is in no printed form of this value."""

    id: uuid.UUID
    kind: MarkKind
    reason: str
    source: str
    since: date
    review_on: date
    person: uuid.UUID | None = None
    name: str = ""
    address: uuid.UUID | None = None
    address_of: str = ""
    lines: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    tells: str = field(default="", repr=False)
    #: Who asked that it be lifted, and the row in which they did.
    lift: uuid.UUID | None = None
    lift_by: uuid.UUID | None = None
    lift_by_name: str = ""
    lift_reason: str = ""

    @property
    def words(self) -> str:
        """What is marked."""
        return self.kind.label


@dataclass(frozen=True, slots=True)
class Safety:
    """The live marks of a child on a day."""

    on: date
    marks: tuple[Marked, ...]

    def of(self, kind: MarkKind) -> tuple[Marked, ...]:
        """Those of one kind."""
        return tuple(each for each in self.marks if each.kind is kind)

    @property
    def must_not_know(self) -> tuple[Marked, ...]:
        """The people who must not know."""
        return self.of(MarkKind.MUST_NOT_KNOW)

    @property
    def sealed(self) -> tuple[Marked, ...]:
        """The addresses that stay hidden."""
        return self.of(MarkKind.SEALED_ADDRESS)

    @property
    def sealed_addresses(self) -> frozenset[uuid.UUID]:
        """The rows of those addresses."""
        return frozenset(each.address for each in self.sealed if each.address)

    @property
    def restricted(self) -> bool:
        """Whether the record opens to named people alone."""
        return bool(self.of(MarkKind.RESTRICTED))

    @property
    def overdue(self) -> tuple[Marked, ...]:
        """Marks that should have been looked at again. They hold all the same."""
        return tuple(each for each in self.marks if each.review_on < self.on)


def safety_of(child: Person, on: date, *, known_on: date | None = None) -> Safety:
    """The safety map as it is known now, or as it was known at the end of an earlier day. Two queries.

    The child must have been opened: see `access`.
    """
    asked = {lift.mark_id: lift for lift in _lifts(child, known_on)}
    return Safety(on, tuple(_marks(child, known_on, asked)))


def _lifts(child: Person, known_on: date | None) -> Iterable[SafetyMarkLift]:
    rows = known_by(SafetyMarkLift.objects.filter(mark__child=child, mark__end__isnull=True), known_on)
    return rows.select_related("recorded_by").order_by("recorded_at")


def _marks(child: Person, known_on: date | None, asked: dict[uuid.UUID, SafetyMarkLift]) -> Iterator[Marked]:
    rows = known_by(SafetyMark.objects.filter(child=child), known_on)
    for row in rows.select_related("person", "address__person", "end").order_by("kind", "recorded_at"):
        if was_known(getattr(row, "end", None), known_on):
            continue
        lift = asked.get(row.pk)
        yield Marked(
            id=row.pk, kind=MarkKind(row.kind), reason=row.reason, source=row.source, since=row.recorded_at.date(),
            review_on=row.review_on, person=row.person_id, name=row.person.name if row.person else "",
            address=row.address_id, address_of=row.address.person.name if row.address else "",
            lines=row.address.lines if row.address else "", postcode=row.address.postcode if row.address else "",
            place=row.place, tells=row.tells, lift=lift.pk if lift else None,
            lift_by=lift.recorded_by_id if lift else None, lift_by_name=lift.recorded_by.name if lift else "",
            lift_reason=lift.reason if lift else "",
        )  # fmt: skip


def sealed_among(addresses: Iterable[Address]) -> dict[uuid.UUID, uuid.UUID]:
    """Which of these addresses are sealed for any child of the agency, each with a live mark. One query.

    An address that reads the same as a sealed one is sealed with it.
    """
    shown = list(addresses)
    live = SafetyMark.objects.filter(kind=MarkKind.SEALED_ADDRESS, end__isnull=True, address__isnull=False)
    people = {each.person_id for each in shown}
    near = Q(address__in=[each.pk for each in shown]) | Q(child__in=people) | Q(address__person__in=people)
    marks = live.filter(near)
    rows = [(mark, mark.address) for mark in marks.select_related("address") if mark.address]
    exact = {address.pk: mark.pk for mark, address in rows}
    alike = {_alike(address): mark.pk for mark, address in rows}
    found = {each.pk: exact.get(each.pk) or alike.get(_alike(each)) for each in shown}
    return {address: mark for address, mark in found.items() if mark}


def _alike(address: Address) -> str:
    return plain(address.lines) + plain(address.postcode)


def conflicts_of(family: Family, safety: Safety, addresses: Iterable[Address] = ()) -> tuple[str, ...]:
    """What in a record cannot all be right, or must be settled by a person: sentences."""
    return tuple(_conflicts(family, safety, list(addresses)))


def _conflicts(family: Family, safety: Safety, addresses: list[Address]) -> Iterator[str]:
    hidden = {each.person: each.name for each in safety.must_not_know}
    for kin in family.kin:
        if kin.person in hidden and kin.same_household_since:
            yield f"{kin.name} must not know, and is said to live with the child. Find out which is right."
    for holding in family.holders:
        if holding.person in hidden:
            yield (
                f"{holding.name} must not know, and holds parental responsibility. "
                "Ask for advice before you answer anything from them."
            )
    for order in family.orders:
        if order.in_force and ORDERS[order.kind].keeps_away and order.against and order.against not in hidden:
            yield (
                f"There is an order against {order.against_name} ({order.words.lower()}), and no mark that they must "
                "not know. Decide whether there should be one."
            )
    homes = [each for each in addresses if each.kind == "home" and each.to_on is None]
    if len(homes) > 1:
        yield "There is more than one home address. Send no letter before you know which is right."


def safe_contacts_of(people: Iterable[uuid.UUID]) -> list[SafeContact]:
    """How these people can be reached safely now, each with the person."""
    rows = SafeContact.objects.filter(person__in=list(people), ended_on__isnull=True)
    return list(rows.select_related("person").order_by("recorded_at"))
