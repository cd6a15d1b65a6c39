"""A small agency whose every row was recorded as a real one's is, so that its ledger can be held against it."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.begin_organisation import begin_organisation
from sharewell.casework.keep import change, keep, keep_shared
from sharewell.register.involvement import IndexKey, KeyKind
from sharewell.register.organisation import Sector
from sharewell.register.person import Address, AddressKind, Person
from sharewell.register.practitioner import Post, Role
from sharewell.register.relationship import LegitimateRelationship, Tie, Viewing
from sharewell.register.voice import Obtained, View

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=UTC)


def agency(name: str = "Hollybank School", *, at: datetime = NOW) -> Acting:
    """An agency that has joined, and somebody there who may do all that a practitioner and a governance lead may."""
    tag = uuid.uuid4().hex[:8]
    begun = begin_organisation(
        organisation=f"{name} {tag}", sector=Sector.EDUCATION, name="Alice Penrose", email=f"{tag}@example.org", at=at
    )
    roles = frozenset({Role.PRACTITIONER, Role.GOVERNANCE, Role.APPROVER})
    who = Acting(begun.practitioner, begun.organisation, roles, "Teacher", at, fresh_until=at + timedelta(minutes=10))
    with transaction_of(who):
        for role in sorted(roles):
            post = Post(
                practitioner=who.practitioner, organisation=who.organisation, role=role, title="Teacher",
                from_on=date(2020, 1, 1),
            )  # fmt: skip
            keep_shared(who, post, "post-given")
    return who


def colleague(who: Acting, *, name: str = "Bob Tarrant") -> Acting:
    """Somebody else of the same agency, who may erase as well."""
    other = begin_organisation(
        organisation=f"Elsewhere {uuid.uuid4().hex[:8]}",
        sector=Sector.OTHER,
        name=name,
        email=f"{uuid.uuid4().hex[:8]}@example.org",
        at=who.at,
    )
    return Acting(other.practitioner, who.organisation, frozenset({Role.GOVERNANCE}), "Governance lead", who.at)


def child(who: Acting, *, views: int = 2, given_name: str = "Amira") -> Person:
    """A child's record with an address that changed, what the child said, somebody who looked, and index keys."""
    with transaction_of(who):
        person = keep(
            who,
            Person(given_name=given_name, family_name="Hale", born_on=date(2014, 3, 2), has_file=True),
            "child-added",
        )
        address = keep(
            who, Address(person=person, kind=AddressKind.HOME, lines="4 Larch Close", source="Mother"), "address-added"
        )
        change(who, address, "address-changed", postcode="ZZ1 1ZZ")
        change(who, person, "person-changed", known_as="Mimi")
        for number in range(views):
            said = View(
                child=person, by_person=person, about="School", own_words=f"I like it ({number})",
                obtained=Obtained.SAID, said_on=who.on,
            )  # fmt: skip
            keep(who, said, "view-recorded")
        tie = LegitimateRelationship(
            practitioner=who.practitioner, child=person, tie=Tie.ALLOCATED, reason="Class teacher", from_at=who.at,
            until_at=who.at + timedelta(days=90),
        )  # fmt: skip
        keep(who, tie, "tie-made")
        keep(who, Viewing(child=person, part="Record", right=Tie.ALLOCATED, purpose="Class teacher"), "record-viewed")
        IndexKey.objects.create(agency=who.organisation, person=person, kind=KeyKind.NHS, key=uuid.uuid4().hex)
    return person
