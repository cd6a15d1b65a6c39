"""The one way to a child's record: default deny, then a live legitimate relationship or a broken glass.

Every query for a child's rows starts from what these functions return; on PostgreSQL the database is a second wall.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import NotThere
from sharewell.register.person import Person
from sharewell.register.relationship import BrokenGlass, LegitimateRelationship, Tie, Viewing
from sharewell.register.safety import MarkKind, SafetyMark


@dataclass(frozen=True, slots=True)
class Right:
    """By which right somebody sees a record. `name` is the tie, or `glass`; `reason` says it in words."""

    name: str
    reason: str
    until: object
    glass: uuid.UUID | None = None


def children_of(who: Acting) -> QuerySet[Person]:
    """The children whose records the practitioner may open now, by a relationship or an open glass."""
    ties = LegitimateRelationship.objects.filter(
        child=OuterRef("pk"),
        agency=who.organisation,
        practitioner=who.practitioner,
        from_at__lte=who.at,
        until_at__gt=who.at,
    )
    glass = BrokenGlass.objects.filter(
        child=OuterRef("pk"),
        agency=who.organisation,
        practitioner=who.practitioner,
        from_at__lte=who.at,
        until_at__gt=who.at,
    )
    open_to = Person.objects.filter(agency=who.organisation, has_file=True)
    named = Exists(ties.filter(tie=Tie.NAMED))
    return open_to.filter((Exists(ties) | Exists(glass)) & (~Q(Exists(_restricted())) | Q(named)))


def _restricted() -> QuerySet[SafetyMark]:
    return SafetyMark.objects.filter(child=OuterRef("pk"), kind=MarkKind.RESTRICTED, end__isnull=True)


def right_of(who: Acting, child: Person) -> Right | None:
    """By which right the practitioner sees the child now; None if by none."""
    if child.agency_id != who.organisation.id:
        return None
    live = {"child": child, "practitioner": who.practitioner, "from_at__lte": who.at, "until_at__gt": who.at}
    ties = list(LegitimateRelationship.objects.filter(**live).order_by("-until_at"))
    if SafetyMark.objects.filter(child=child, kind=MarkKind.RESTRICTED, end__isnull=True).exists():
        ties = [tie for tie in ties if tie.tie == Tie.NAMED]
        return Right(Tie.NAMED, ties[0].reason, ties[0].until_at) if ties else None
    if ties:
        return Right(ties[0].tie, ties[0].reason, ties[0].until_at)
    glass = BrokenGlass.objects.filter(**live).order_by("-until_at").first()
    return Right("glass", glass.get_reason_display(), glass.until_at, glass.id) if glass else None


def open_child(who: Acting, child: uuid.UUID, *, part: str, act: Act = Act.OPEN_RECORD) -> tuple[Person, Right]:
    """A child's record, opened: the viewing is kept and in the ledger in the same transaction.

    `part` is the page, in a word or two.

    Raises: MayNot, or NotThere for a child that does not exist, is another agency's, or is not theirs to see.
    """
    require(who, act)
    found = children_of(who).filter(pk=child).select_related("agency").first()
    right = right_of(who, found) if found else None
    if found is None or right is None:
        raise NotThere("child", child)
    keep(who, Viewing(child=found, part=part, right=right.name, purpose=right.reason), "record-viewed")
    return found, right


def theirs(who: Acting, child: uuid.UUID, *, act: Act) -> Person:
    """A child's record, for a use case that writes to it and needs no viewing.

    Raises: as `open_child`.
    """
    require(who, act)
    found = children_of(who).filter(pk=child).first()
    if found is None:
        raise NotThere("child", child)
    return found
