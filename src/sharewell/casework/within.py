"""Rows named by a form, found within the child's record or the agency: anything else is not there."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.refusal import NotThere
from sharewell.register.family import ParentalResponsibility, Relationship
from sharewell.register.person import Person
from sharewell.register.row import Row

R = TypeVar("R", bound=Row)


def of_child(who: Acting, model: type[R], row: uuid.UUID, *, act: Act, by: str = "child") -> R:
    """A row of a child whose record is open to them. `by` is the way from the row to the child.

    Raises: MayNot, or NotThere.
    """
    require(who, act)
    found = (
        model._default_manager.filter(pk=row, agency=who.organisation, **{f"{by}__in": children_of(who)})
        .select_related(by)
        .first()
    )
    if found is None:
        raise NotThere(model._meta.model_name or "row", row)
    return found


def around(child: Person) -> QuerySet[Person]:
    """The child, and everybody who stands in a relationship to them or holds parental responsibility."""
    kin = Relationship.objects.filter(child=child, other=OuterRef("pk"))
    holders = ParentalResponsibility.objects.filter(child=child, holder=OuterRef("pk"))
    return Person.objects.filter(Q(pk=child.pk) | Exists(kin) | Exists(holders), agency=child.agency_id)


def person_around(child: Person, person: uuid.UUID) -> Person:
    """One of them.

    Raises: NotThere.
    """
    found = around(child).filter(pk=person).first()
    if found is None:
        raise NotThere("person", person)
    return found


def people_around(child: Person, people: Iterable[uuid.UUID]) -> list[Person]:
    """Several of them, in one query.

    Raises: NotThere if one is not.
    """
    wanted = set(people)
    found = list(around(child).filter(pk__in=wanted)) if wanted else []
    if len(found) != len(wanted):
        raise NotThere("person", next(iter(wanted - {each.pk for each in found})))
    return found
