"""A child, her parents, and who works with her: rows that other rooms write, made plainly for these tests."""

from __future__ import annotations

from datetime import date, timedelta

from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.register.family import Ground, Kinship, ParentalResponsibility, Relationship
from sharewell.register.person import Person
from sharewell.register.relationship import LegitimateRelationship, Tie

BORN = date(2012, 3, 9)


def person(who: Acting, given: str, family: str = "Marlowe-Test", *, born_on: date | None = None) -> Person:
    """Somebody in a child's life."""
    return keep(who, Person(given_name=given, family_name=family, born_on=born_on), "person-recorded")


def child_of(who: Acting, given: str = "Juno", *, born_on: date | None = BORN) -> Person:
    """A child with a record that this practitioner works with."""
    made = Person(given_name=given, family_name="Marlowe-Test", born_on=born_on, has_file=True)
    keep(who, made, "record-started")
    tied(who, made)
    return made


def tied(who: Acting, child: Person, tie: Tie = Tie.ALLOCATED) -> None:
    """Give somebody a reason to open the record for a month."""
    keep(
        who,
        LegitimateRelationship(
            practitioner=who.practitioner,
            child=child,
            tie=tie,
            reason="Works with the child",
            from_at=who.at - timedelta(days=1),
            until_at=who.at + timedelta(days=30),
        ),
        "allocated",
    )


def parent_of(
    who: Acting, child: Person, given: str, *, ground: Ground | None = Ground.REGISTERED, kin: Kinship = Kinship.PARENT
) -> Person:
    """A parent, with parental responsibility on a ground, or without."""
    made = person(who, given)
    keep(who, Relationship(child=child, other=made, kinship=kin, source="Told by the family"), "relationship-recorded")
    if ground is not None:
        keep(who, ParentalResponsibility(child=child, holder=made, ground=ground), "responsibility-recorded")
    return made
