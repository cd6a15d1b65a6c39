"""A bug planted in the one way to a record. On PostgreSQL the database is a second wall; on SQLite there is the one."""

from __future__ import annotations

import sys

import pytest
from django.db import connection, models
from django.db.models import QuerySet
from django.test import Client

from sharewell.casework import access
from sharewell.casework.acting import Acting, transaction_of
from sharewell.register.guards import of_agencies, registered
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.person import Person
from tests.attack.looking import everything, given_away, looked
from tests.attack.routes import BARE, IDENTIFIED, address
from tests.attack.test_every_page import at_work, forms_of
from tests.attack.world import WORDS, World
from tests.web.signing import signed_in_as

pytestmark = pytest.mark.django_db
OTHERS = ("another agency, every role", "the ex-partner")


def everybody(who: Acting) -> QuerySet[Person]:
    """The bug: every child there is."""
    return Person.objects.all()


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bug, wherever the function was imported to, and no second look at the relationship either."""
    for name, module in list(sys.modules.items()):
        if name.startswith("sharewell.") and getattr(module, "children_of", None) is access.children_of:
            monkeypatch.setattr(module, "children_of", everybody)
    monkeypatch.setattr(access, "children_of", everybody)
    monkeypatch.setattr(access, "right_of", lambda *_: access.Right("named", "A bug", None))


@pytest.mark.postgresql
def test_every_table_of_the_world_is_out_of_sight(world: World) -> None:
    """With real rows of every kind, all that another agency's transaction can read of each table is nothing of hers."""
    full = 0
    for name in OTHERS:
        who = world.attackers[name]
        for model, _ in of_agencies(registered()):
            field = "organisation" if model is LedgerEntry else "agency_id"
            hers = {field: str(world.alice.organisation.pk) if model is LedgerEntry else world.alice.organisation.pk}
            full += model._default_manager.filter(**hers).exists()
            with transaction_of(who):
                assert not model._default_manager.filter(**hers).exists(), model.__name__
                _nothing_of(model, world)
    assert full > 50, "the world has rows in most tables"


def _nothing_of(model: type[models.Model], world: World) -> None:
    assert not model._default_manager.filter(pk__in=list(world.rows.values())).exists(), model.__name__


@pytest.mark.postgresql
@pytest.mark.parametrize("attacker", OTHERS)
@pytest.mark.usefixtures("planted")
def test_a_planted_bug_shows_nothing_of_another_agency(world: World, attacker: str) -> None:
    forms = forms_of(world)
    client, before = at_work(world.attackers[attacker]), everything()
    told = []
    for name in (*(each for each in BARE if not each.startswith("account")), *IDENTIFIED):
        for method, form in (("GET", None), ("POST", forms.get(name))):
            if method == "POST" and name in BARE:
                continue
            answer = looked(client, method, address(name, world.rows), form)
            assert answer.status in ((200, 302, 403, 405) if name in BARE else (403, 404, 405)), (method, name)
            told += [answer.headers, answer.body]
    assert not given_away(told, WORDS)
    assert everything() == before


@pytest.mark.usefixtures("planted")
def test_on_sqlite_the_first_wall_is_the_only_one(world: World) -> None:
    """What ADR 10 says of SQLite: one agency to a file, since the same bug there is not caught by the database."""
    answer = signed_in_as(Client(), world.attackers["the ex-partner"]).get(address("child", world.rows))
    assert (answer.status_code == 404) is (connection.vendor == "postgresql")
