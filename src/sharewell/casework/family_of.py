"""Who is who to a child on a day: relationships, parental responsibility as it stands, orders, what to look into."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sharewell.casework.known_on import known_by, was_known
from sharewell.casework.responsibility import GROUNDS, ORDERS, Holding, Standing, limits_on, standing_of
from sharewell.register.family import CourtOrder, Ground, Kinship, OrderKind, ParentalResponsibility, Relationship
from sharewell.register.person import Person

_SOON = timedelta(days=28)
_OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody in the child’s life."""

    id: uuid.UUID
    person: uuid.UUID
    name: str
    born_on: date | None
    kinship: Kinship
    source: str
    from_on: date | None
    to_on: date | None
    same_household_since: date | None
    version: int

    @property
    def words(self) -> str:
        """What they are to the child."""
        return self.kinship.label


@dataclass(frozen=True, slots=True)
class Bearing:
    """An order of a court as it stands on the day."""

    id: uuid.UUID
    kind: OrderKind
    against: uuid.UUID | None
    against_name: str
    says: str
    court: str
    reference: str
    made_on: date
    expires_on: date | None
    seen_on: date | None
    ended_on: date | None
    in_force: bool
    cite: str

    @property
    def words(self) -> str:
        """What kind of order it is."""
        return self.kind.label


@dataclass(frozen=True, slots=True)
class Family:
    """A child’s family on a day. `alerts` are sentences, the most pressing first."""

    on: date
    kin: tuple[Kin, ...]
    holdings: tuple[Holding, ...]
    orders: tuple[Bearing, ...]
    alerts: tuple[str, ...]

    @property
    def holders(self) -> tuple[Holding, ...]:
        """Whoever holds parental responsibility on the day, with limits or without."""
        return tuple(each for each in self.holdings if each.standing in (Standing.HELD, Standing.LIMITED))

    @property
    def unlimited(self) -> tuple[Holding, ...]:
        """Whoever holds it and is limited by nothing on record."""
        return tuple(each for each in self.holdings if each.standing is Standing.HELD)


def family_of(child: Person, on: date, *, known_on: date | None = None) -> Family:
    """The family on a day, as it is known now, or as it was known at the end of an earlier day. Three queries.

    The child must have been opened: see `access`.
    """
    kin = tuple(_kin(child, on, known_on))
    orders = tuple(_orders(child, on, known_on))
    holdings = _standing(list(_holdings(child, kin, known_on)), orders, child, on)
    return Family(on, kin, holdings, orders, tuple(_alerts(orders, on)))


def _kin(child: Person, on: date, known_on: date | None) -> Iterator[Kin]:
    rows = known_by(Relationship.objects.filter(child=child), known_on).select_related("other")
    for row in rows.order_by("from_on", "recorded_at"):
        if row.to_on and row.to_on < on:
            continue
        yield Kin(
            id=row.pk, person=row.other_id, name=row.other.name, born_on=row.other.born_on,
            kinship=Kinship(row.kinship), source=row.source, from_on=row.from_on, to_on=row.to_on,
            same_household_since=row.same_household_since, version=row.version,
        )  # fmt: skip


def _orders(child: Person, on: date, known_on: date | None) -> Iterator[Bearing]:
    rows = known_by(CourtOrder.objects.filter(child=child), known_on).select_related("against", "end")
    for row in rows.order_by("-made_on", "recorded_at"):
        end = getattr(row, "end", None)
        ended = end.ended_on if end and was_known(end, known_on) else None
        over = (ended and ended <= on) or (row.expires_on and row.expires_on < on) or row.made_on > on
        yield Bearing(
            id=row.pk, kind=OrderKind(row.kind), against=row.against_id,
            against_name=row.against.name if row.against else "", says=row.says, court=row.court,
            reference=row.reference, made_on=row.made_on, expires_on=row.expires_on, seen_on=row.seen_on,
            ended_on=ended, in_force=not over, cite=ORDERS[OrderKind(row.kind)].cite,
        )  # fmt: skip


def _holdings(child: Person, kin: Iterable[Kin], known_on: date | None) -> Iterator[Holding]:
    what = {each.person: each.kinship.value for each in kin}
    rows = known_by(ParentalResponsibility.objects.filter(child=child), known_on)
    for row in rows.select_related("holder", "council", "end").order_by("from_on", "recorded_at"):
        end = getattr(row, "end", None)
        known = end if was_known(end, known_on) else None
        yield Holding(
            id=row.pk, ground=Ground(row.ground), name=str(row.holder or row.council), person=row.holder_id,
            council=row.council_id, kinship=what.get(row.holder_id, "") if row.holder_id else "",
            evidence=row.evidence, seen_on=row.evidence_seen_on, from_on=row.from_on, expires_on=row.expires_on,
            ended_on=known.ended_on if known else None, ended_because=known.reason if known else "",
            cite=GROUNDS[Ground(row.ground)].cite,
        )  # fmt: skip


def _standing(holdings: list[Holding], orders: Iterable[Bearing], child: Person, on: date) -> tuple[Holding, ...]:
    """Every holding as it stands: by itself, beside the others, under the orders, and at the child’s age."""
    if child.born_on and on >= _birthday(child.born_on, _OF_AGE):
        grown = ("Parental responsibility ends when a child turns 18.",)
        return tuple(replace(each, standing=Standing.ENDED, why=grown) for each in holdings)
    alone = []
    for each in holdings:
        standing, why = standing_of(each, on)
        alone.append(replace(each, standing=standing, why=why))
    counting = [each for each in alone if each.standing is Standing.HELD]
    made = []
    for each in alone:
        if each.standing is Standing.HELD:
            others = [other for other in counting if other.id != each.id]
            made.append(_under(_beside(each, others), orders))
        else:
            made.append(each)
    return tuple(made)


def _birthday(born_on: date, age: int) -> date:
    """The day on which somebody turns that old; for the 29th of February, the 1st of March where there is none."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def _beside(holding: Holding, others: Iterable[Holding]) -> Holding:
    found = limits_on(holding, others)
    return replace(holding, standing=found[0], why=(*holding.why, *found[1])) if found else holding


def _under(holding: Holding, orders: Iterable[Bearing]) -> Holding:
    for order in orders:
        rule = ORDERS[order.kind]
        binds = rule.everybody or (order.against is not None and order.against == holding.person)
        if order.in_force and rule.limits and binds and holding.standing is not Standing.ENDED:
            holding = replace(holding, standing=Standing.LIMITED, why=(*holding.why, rule.limits))
    return holding


def _alerts(orders: Iterable[Bearing], on: date) -> Iterator[str]:
    for order in orders:
        about = f"The {order.words[:1].lower()}{order.words[1:]}"
        about += f" against {order.against_name}" if order.against_name else ""
        if order.expires_on and order.expires_on < on and order.ended_on is None:
            yield f"{about} ran out on {_day(order.expires_on)}. Find out whether there is a new one."
        elif order.in_force and order.expires_on and order.expires_on <= on + _SOON:
            yield f"{about} runs out on {_day(order.expires_on)}."
        if order.in_force and order.seen_on is None:
            yield f"{about} was told to us. Nobody here has seen it yet."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
