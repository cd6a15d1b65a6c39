"""Beginning a record, and who may open it from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from sharewell.casework.access import children_of, open_child, right_of
from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.allocate import allocate
from sharewell.casework.end_allocation import end_allocation
from sharewell.casework.refusal import AlreadyDone, MayNot, NotThere, Unfinished
from sharewell.casework.start_record import Known, start_record
from sharewell.register.involvement import IndexKey
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.organisation import Organisation
from sharewell.register.person import BirthCertainty, Person
from sharewell.register.practitioner import Role
from sharewell.register.relationship import LegitimateRelationship, Tie, Viewing
from tests.casework.conftest import NOW, someone

pytestmark = pytest.mark.django_db
MIRA = Known("Mira", "Fennimore", date(2012, 5, 3), BirthCertainty.SEEN)


@pytest.fixture
def dana(school: Organisation) -> Acting:
    """A curious colleague of the same school."""
    return someone("Dana Lisle", school, Role.PRACTITIONER, title="Teacher")


@pytest.fixture
def mira(alice: Acting) -> Person:
    with transaction_of(alice):
        return start_record(alice, MIRA, reason="Her form tutor")


def test_who_begins_a_record_may_open_it(alice: Acting, mira: Person) -> None:
    with transaction_of(alice):
        found, right = open_child(alice, mira.pk, part="overview")
    assert (found, right.name, right.reason) == (mira, "allocated", "Her form tutor")
    kinds = list(LedgerEntry.objects.order_by("sequence").values_list("kind", flat=True))
    assert kinds == ["record-started", "relationship-begun", "record-viewed"]


def test_nobody_else_may(alice: Acting, bob: Acting, charlie: Acting, dana: Acting, mira: Person) -> None:
    for other in (bob, charlie, dana):
        with transaction_of(other), pytest.raises(NotThere) as refused:
            open_child(other, mira.pk, part="overview")
        with transaction_of(other), pytest.raises(NotThere) as unknown:
            open_child(other, uuid4(), part="overview")
        assert str(refused.value) == str(unknown.value)
    assert not Viewing.objects.exists()


def test_keys_are_written_and_tell_nothing(mira: Person) -> None:
    keys = list(IndexKey.objects.filter(person=mira))
    assert len(keys) == 4
    assert {len(each.key) for each in keys} == {64}
    assert not any("mira" in each.key for each in keys)


@pytest.mark.parametrize(
    ("known", "field"),
    [
        (replace(MIRA, given_name=" "), "given_name"),
        (replace(MIRA, family_name=""), "family_name"),
        (replace(MIRA, born_on=None), "born_on"),
        (replace(MIRA, born_on=date(2026, 11, 26)), "born_on"),
        (replace(MIRA, born_on=date(1979, 1, 1)), "born_on"),
        (replace(MIRA, born_certainty=""), "born_certainty"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(alice: Acting, known: Known, field: str) -> None:
    with transaction_of(alice), pytest.raises(Unfinished) as refused:
        start_record(alice, known, reason="Her form tutor")
    assert set(refused.value.problems) == {field}


def test_a_reason_is_needed(alice: Acting) -> None:
    with transaction_of(alice), pytest.raises(Unfinished, match="reason"):
        start_record(alice, MIRA, reason=" ")


def test_a_baby_not_yet_born_has_a_month(alice: Acting) -> None:
    with transaction_of(alice):
        baby = start_record(alice, Known("Baby", "Fennimore", expected_on=date(2027, 2, 1)), reason="Midwife told us")
    assert not IndexKey.objects.filter(person=baby).exists()


def test_the_same_form_twice_begins_one_record(alice: Acting) -> None:
    once = uuid4()
    with transaction_of(alice):
        start_record(alice, MIRA, reason="Her form tutor", once=once)
        with pytest.raises(AlreadyDone):
            start_record(alice, MIRA, reason="Her form tutor", once=once)
    assert Person.objects.count() == 1


def test_an_administrator_begins_no_record(school: Organisation) -> None:
    admin = someone("Edda Marsh", school, Role.ADMINISTRATOR)
    with transaction_of(admin), pytest.raises(MayNot):
        start_record(admin, MIRA, reason="None")


@pytest.fixture
def manager(bob: Acting, mira: Person) -> Acting:
    """Bob, who manages the work with Mira."""
    LegitimateRelationship.objects.create(
        agency=bob.organisation, recorded_at=NOW, recorded_by=bob.practitioner, practitioner=bob.practitioner,
        child=mira, tie=Tie.MANAGER, reason="Manages", from_at=NOW, until_at=NOW + timedelta(days=90),
    )  # fmt: skip
    return bob


def given(to: Acting, **other: Any) -> dict[str, Any]:
    return {
        "to": to.practitioner.pk, "tie": Tie.TEAM, "reason": "Covers", "until_at": NOW + timedelta(days=30), **other
    }  # fmt: skip


def test_a_manager_allocates_until_a_day(manager: Acting, dana: Acting, mira: Person) -> None:
    with transaction_of(manager):
        made = allocate(manager, mira.pk, **given(dana))
    assert mira in children_of(dana)
    later = replace(dana, at=made.until_at)
    assert mira not in children_of(later)
    assert right_of(later, mira) is None


def test_it_can_be_ended_at_once(manager: Acting, dana: Acting, mira: Person) -> None:
    with transaction_of(manager):
        made = allocate(manager, mira.pk, **given(dana))
        end_allocation(replace(manager, at=NOW + timedelta(hours=1)), made.pk)
    assert mira not in children_of(replace(dana, at=NOW + timedelta(hours=1)))


def test_one_may_end_ones_own(alice: Acting, mira: Person) -> None:
    own = LegitimateRelationship.objects.get(practitioner=alice.practitioner)
    with transaction_of(alice):
        end_allocation(replace(alice, at=NOW + timedelta(minutes=1)), own.pk)
        with pytest.raises(MayNot):
            end_allocation(replace(alice, at=NOW + timedelta(minutes=2)), own.pk)


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"until_at": NOW}, "until_at"),
        ({"until_at": NOW + timedelta(days=400)}, "until_at"),
    ],
)
def test_an_allocation_says_why_and_until_when(
    manager: Acting, dana: Acting, mira: Person, other: dict[str, Any], field: str
) -> None:
    with transaction_of(manager), pytest.raises(Unfinished) as refused:
        allocate(manager, mira.pk, **given(dana, **other))
    assert set(refused.value.problems) == {field}


def test_nobody_allocates_to_themselves(manager: Acting, mira: Person) -> None:
    with transaction_of(manager), pytest.raises(Unfinished, match="to"):
        allocate(manager, mira.pk, **given(manager))


def test_nor_to_somebody_of_another_agency(manager: Acting, charlie: Acting, mira: Person) -> None:
    with transaction_of(manager), pytest.raises(NotThere):
        allocate(manager, mira.pk, **given(charlie))


def test_nor_what_is_not_open_to_them(bob: Acting, alice: Acting, dana: Acting, mira: Person) -> None:
    with transaction_of(bob), pytest.raises(NotThere):
        allocate(bob, mira.pk, **given(dana))
    with transaction_of(alice), pytest.raises(MayNot):
        allocate(alice, mira.pk, **given(dana))
    with transaction_of(bob), pytest.raises(NotThere):
        end_allocation(bob, LegitimateRelationship.objects.get().pk)
