"""On PostgreSQL a transaction shows rows of the agency that it acts for, whatever a query forgets; on SQLite there is
one agency, and the one way to a record is tested in tests/casework."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import DatabaseError, connection, models, transaction

from sharewell.register.guards import SERVICE, of_agencies, registered
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.person import Person
from sharewell.register.scope import acting_for
from tests.register.rows import anything_goes, made

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
OF_AGENCIES = [model for model, _ in of_agencies(registered())]


def agency(name: str) -> Organisation:
    """A partner."""
    return Organisation.objects.create(name=name, sector=Sector.HEALTH, joined_on=date(2020, 1, 1))


def who_am_i() -> tuple[str, str]:
    """The role and the agency as the database has them now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, coalesce(current_setting('sharewell.agency', true), '')")
        role, whose = cursor.fetchone()
    return role, whose


def test_every_model_with_an_agency_has_its_policy() -> None:
    named = {model for model in registered() if "agency" in {field.name for field in model._meta.concrete_fields}}
    assert named | {LedgerEntry} == set(OF_AGENCIES)


@pytest.mark.parametrize("model", OF_AGENCIES, ids=lambda model: model.__name__)
def test_a_query_that_forgets_its_filter_shows_nothing_of_another_agency(model: type[models.Model]) -> None:
    """The bug planted: every row of the table is asked for."""
    ours, theirs = uuid.uuid4(), uuid.uuid4()
    with anything_goes():
        column = "organisation" if model is LedgerEntry else "agency_id"
        mine = made(model, **{column: str(ours) if model is LedgerEntry else ours})
        mine.save(force_insert=True)
        made(model, **{column: str(theirs) if model is LedgerEntry else theirs}).save(force_insert=True)
        everything = model._default_manager.all()
        assert everything.count() == 2
        with acting_for(ours):
            assert [row.pk for row in everything.all()] == [mine.pk]
        with acting_for(theirs):
            assert everything.exclude(pk=mine.pk).count() == everything.count() == 1
            assert not everything.filter(pk=mine.pk).exists()
            assert everything.aggregate(found=models.Count("pk", filter=models.Q(pk=mine.pk)))["found"] == 0
        with acting_for(uuid.uuid4()):
            assert everything.count() == 0
        with acting_for(None):
            assert everything.count() == 0


@pytest.mark.parametrize("model", OF_AGENCIES, ids=lambda model: model.__name__)
def test_a_row_of_another_agency_cannot_be_written(model: type[models.Model]) -> None:
    refused = pytest.raises(DatabaseError, match="row-level security")
    with anything_goes(), acting_for(uuid.uuid4()), refused, transaction.atomic():
        made(model).save(force_insert=True)


def test_a_row_cannot_be_moved_to_another_agency() -> None:
    ours, theirs = agency("Ours"), agency("Theirs")
    with anything_goes():
        row = made(Person, agency_id=ours.pk)
        row.save(force_insert=True)
        with acting_for(ours.pk), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Person.objects.update(agency=theirs)


def test_nothing_that_was_set_is_left_when_the_transaction_ends() -> None:
    before = who_am_i()
    with acting_for(uuid.uuid4()):
        assert who_am_i()[0] == SERVICE
    assert who_am_i() == before


def test_one_inside_another_gives_back_what_held() -> None:
    outer, inner = uuid.uuid4(), uuid.uuid4()
    with acting_for(outer):
        with acting_for(inner):
            assert who_am_i() == (SERVICE, str(inner))
        assert who_am_i() == (SERVICE, str(outer))
        with pytest.raises(KeyError), acting_for(inner):
            raise KeyError
        assert who_am_i() == (SERVICE, str(outer))


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_used_again_carries_nothing_over() -> None:
    with acting_for(uuid.uuid4()):
        pass
    assert who_am_i() == ("postgres", "")


def test_without_an_agency_nothing_is_seen() -> None:
    with anything_goes():
        made(Person).save(force_insert=True)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {SERVICE}")
            assert Person.objects.count() == 0
            cursor.execute("RESET ROLE")
