"""Mira’s record at Alice’s school, a curious colleague there, and what tests do to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_relationship import Link, Somebody, add_relationship
from sharewell.casework.start_record import Known, start_record
from sharewell.register.family import Kinship
from sharewell.register.organisation import Organisation
from sharewell.register.person import BirthCertainty, Person
from sharewell.register.practitioner import Role
from sharewell.register.relationship import LegitimateRelationship, Tie
from tests.casework.conftest import NOW, someone

MIRA = Known("Mira", "Fennimore", date(2012, 5, 3), BirthCertainty.SEEN)
ON = date(2026, 11, 25)


def curious(school: Organisation) -> Acting:
    """A colleague of the same school, who has nothing to do with her."""
    return someone("Dana Lisle", school, Role.PRACTITIONER, title="Teacher")


def lead_of(agency: Organisation) -> Acting:
    """The information-governance lead of an agency."""
    return someone("Gwen Ardley", agency, Role.GOVERNANCE, title="Information-governance lead")


def fresh(who: Acting) -> Acting:
    """Somebody who has just shown their second factor."""
    return replace(who, fresh_until=who.at + timedelta(minutes=5))


def later(who: Acting, **more: float) -> Acting:
    """The same person after a while."""
    return replace(who, at=who.at + timedelta(**more))


def begun(who: Acting, known: Known = MIRA) -> Person:
    """A record, begun."""
    with transaction_of(who):
        return start_record(who, known, reason="Works with her")


def tie(to: Acting, child: Person, kind: Tie = Tie.MANAGER, days: int = 90) -> LegitimateRelationship:
    """A relationship, put there without asking anybody."""
    return LegitimateRelationship.objects.create(
        agency=to.organisation,
        recorded_at=NOW,
        recorded_by=to.practitioner,
        practitioner=to.practitioner,
        child=child,
        tie=kind,
        reason="Manages the work",
        from_at=NOW,
        until_at=NOW + timedelta(days=days),
    )


def relative(who: Acting, child: Person, name: str, kinship: Kinship = Kinship.FATHER) -> Person:
    """Somebody new in the child’s life."""
    with transaction_of(who):
        made = add_relationship(
            who, child.pk, other=Somebody(name, "Fennimore"), link=Link(kinship, source="School form")
        )
    return made.other
