"""Erasing a child's record: nothing personal stays, everything else stands, and the ledger still verifies."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.erase import ERASED, erase
from sharewell.casework.keep import keep
from sharewell.casework.refusal import Held, MayNot, NeedsFreshFactor, NotThere, Unfinished
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.register.decision import Hold
from sharewell.register.dependents import record_of, whose
from sharewell.register.family import Kinship, Relationship
from sharewell.register.guards import registered
from sharewell.register.holding import Category, HeldFile, InformationItem, Level, Mark, Scan
from sharewell.register.involvement import IndexKey
from sharewell.register.ledger_row import LedgerEntry, Opening, Tombstone
from sharewell.register.person import Address, Person
from sharewell.register.practitioner import Role
from sharewell.register.relationship import LegitimateRelationship, Viewing
from sharewell.register.row import Row
from sharewell.register.voice import View
from tests.casework.recorded import agency, child, colleague

pytestmark = pytest.mark.django_db
WHY = "Kept for as long as our schedule says"


@pytest.fixture
def who(db: None) -> Acting:
    return agency()


@pytest.fixture
def second(who: Acting) -> Acting:
    return colleague(who)


def everything_said() -> str:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        said = []
        for model in registered():
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608  our own tables
            said += [str(row) for row in cursor.fetchall()]
    return "\n".join(said)


def test_nothing_of_the_child_stays_and_the_ledger_verifies(who: Acting, second: Acting) -> None:
    gone, other = child(who, given_name="Zephyrine"), child(who, given_name="Amira")
    with transaction_of(who):
        item = keep(
            who,
            InformationItem(child=gone, title="Letter", text="Zephyrine says", mark=Mark.FACT, category=Category.CARE,
                            learned_on=who.on, level=Level.OPEN),
            "item-recorded",
        )  # fmt: skip
        file = keep(
            who,
            HeldFile(item=item, name="zephyrine.pdf", media_type="application/pdf", size=3, digest="ab" * 32,
                     scan=Scan.NOT_SCANNED),
            "file-kept",
        )  # fmt: skip
    before = LedgerEntry.objects.count()
    entries = list(LedgerEntry.objects.order_by("sequence").values())
    with transaction_of(who):
        erased = erase(who, gone.pk, second=second, reason=WHY)
    assert erased.files == ((file.pk, "ab" * 32),)
    assert erased.rows == Tombstone.objects.count() == LedgerEntry.objects.count() - before
    assert "Zephyrine" not in everything_said()
    assert "zephyrine" not in everything_said()
    assert not Opening.objects.filter(row=str(gone.pk)).exists()
    assert not IndexKey.objects.filter(person=gone.pk).exists()
    assert list(LedgerEntry.objects.order_by("sequence")[:before].values()) == entries
    assert set(LedgerEntry.objects.filter(sequence__gte=before).values_list("kind", flat=True)) == {"erased"}
    assert Person.objects.filter(pk=other.pk).exists()
    assert View.objects.filter(child=other).count() == 2
    assert verify_ledger().faults == ()


def test_a_child_named_in_another_record_is_emptied_and_stays_named(who: Acting, second: Acting) -> None:
    gone, sibling = child(who, given_name="Zephyrine"), child(who)
    with transaction_of(who):
        keep(who, Relationship(child=sibling, other=gone, kinship=Kinship.SIBLING, source="Mother"), "relation-added")
        erase(who, gone.pk, second=second, reason=WHY)
    stays = Person.objects.get(pk=gone.pk)
    assert (stays.given_name, stays.born_on, stays.has_file) == (ERASED, None, False)
    assert "Zephyrine" not in everything_said()
    assert Relationship.objects.count() == 1
    assert not Viewing.objects.filter(child=gone).exists()
    assert verify_ledger().faults == ()


def test_a_record_under_a_hold_is_not_erased(who: Acting, second: Acting) -> None:
    gone = child(who)
    with transaction_of(who):
        keep(who, Hold(child=gone, reason="Inquiry", from_on=who.on), "hold-placed")
        with pytest.raises(Held):
            erase(who, gone.pk, second=second, reason=WHY)
    assert not Tombstone.objects.exists()


def test_a_hold_that_is_over_does_not_stand_in_the_way(who: Acting, second: Acting) -> None:
    gone = child(who)
    with transaction_of(who):
        over = Hold(child=gone, reason="x", from_on=who.on - timedelta(days=9), to_on=who.on - timedelta(days=1))
        keep(who, over, "hold-placed")
        erase(who, gone.pk, second=second, reason=WHY)
    assert not Hold.objects.exists()


def test_it_takes_two_people_of_the_agency_and_a_reason(who: Acting, second: Acting) -> None:
    gone = child(who)
    stranger = agency("Ashdown Clinic")
    teacher = Acting(second.practitioner, who.organisation, frozenset({Role.PRACTITIONER}), "Teacher", who.at)
    with transaction_of(who):
        with pytest.raises(Unfinished):
            erase(who, gone.pk, second=who, reason=WHY)
        with pytest.raises(Unfinished):
            erase(who, gone.pk, second=second, reason=" ")
        with pytest.raises(MayNot):
            erase(who, gone.pk, second=stranger, reason=WHY)
        with pytest.raises(MayNot):
            erase(who, gone.pk, second=teacher, reason=WHY)
        with pytest.raises(NeedsFreshFactor):
            erase(replace(who, fresh_until=None), gone.pk, second=second, reason=WHY)
        with pytest.raises(MayNot):
            erase(teacher, gone.pk, second=who, reason=WHY)
    with transaction_of(stranger), pytest.raises(NotThere):
        erase(stranger, gone.pk, second=colleague(stranger), reason=WHY)
    assert Address.objects.exists()


def test_nobody_without_a_relationship_erases(who: Acting, second: Acting) -> None:
    gone = child(who)
    with transaction_of(who), pytest.raises(NotThere):
        erase(second, gone.pk, second=who, reason=WHY)
    assert LegitimateRelationship.objects.exists()


def test_every_row_of_an_agency_is_somebodys_or_stands_on_one_that_is() -> None:
    """A new model is found here if erasure would miss it."""
    nobodys = {"Team", "ContactPoint", "Denial", "Search", "Person"}
    rows = [model for model in registered() if issubclass(model, Row)]
    owned = {model.__name__ for model in rows if whose(model)}
    rooms = {model for model in rows if model.__name__ not in nobodys}
    standing = {model.__name__ for model in rows for link in model._meta.concrete_fields if link.related_model in rooms}
    assert {model.__name__ for model in rows} == nobodys | owned | standing
    assert {"Address", "Identifier", "CapacityAssessment", "SearchHit", "Viewing", "View"} <= owned
    assert not owned & {"ItemSubject", "RequestSubject", "Telling", "NotAsked"}


def test_a_record_of_nobody_is_empty() -> None:
    assert record_of(uuid.uuid4()) == {}
