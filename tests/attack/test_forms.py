"""Identifiers of Alice's rows, sent inside forms about a child of one's own: nothing that is written leads to hers."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import models
from django.test import Client

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.decide import decide
from sharewell.casework.deciding import Told
from sharewell.casework.make_request import make_request
from sharewell.casework.propose import propose
from sharewell.casework.record_item import record_item
from sharewell.casework.refusal import Refusal
from sharewell.register.guards import registered
from sharewell.register.person import Person
from sharewell.register.relationship import LegitimateRelationship
from tests.attack.looking import filled, given_away, looked
from tests.attack.routes import IDENTIFIED, address
from tests.attack.test_every_page import at_work
from tests.attack.world import WORDS, World
from tests.casework.record_rows import a_child, a_request, deciding, determined, wanted
from tests.casework.test_holding import SEEN

pytestmark = pytest.mark.django_db
ATTACKERS = ("another agency, every role", "a curious colleague")
#: Which of her rows are sent, in every field that could take one.
SENT = ("child", "person", "item", "file", "address", "competence", "request")
#: Of these words some stand in the help of a form, and colleagues are no secret on one's own child.
THEIRS = set(WORDS) - {"A refuge", "Late and hungry", "Alice Penrose", "Bob Tarrant"}
FIELDS = (
    "person", "items", "about", "source_person", "by_person", "holder", "other", "not_told", "against", "address",
    "request", "paper", "supersedes", "competence", "determination", "replaces", "subject", "to", "row", "child",
)  # fmt: skip


@pytest.fixture(params=ATTACKERS)
def who(request: pytest.FixtureRequest, world: World) -> Acting:
    return world.attackers[request.param]


@pytest.fixture
def own(who: Acting) -> Person:
    with transaction_of(who):
        return a_child(who, given="Robin", family="Sorrel", born=date(2013, 9, 7))


def leading_to(who: Acting, world: World) -> Iterator[str]:
    """Rows that somebody recorded, and that lead to a row of Alice's."""
    hers = {world.rows[name] for name in set(world.rows) - {"organisation", "practitioner", "post", "factor"}}
    for model in registered():
        names = {field.name: field for field in model._meta.concrete_fields}
        if "recorded_by" not in names or model.__name__ == "Denial":
            continue
        links = [
            name for name, field in names.items() if isinstance(field, models.ForeignKey) or name in ("about", "sought")
        ]
        for row in model._default_manager.filter(recorded_by=who.practitioner).values(*links):
            yield from (f"{model.__name__}.{name}" for name in links if row[name] in hers)


def test_no_form_takes_a_row_of_hers(world: World, who: Acting, own: Person) -> None:
    with transaction_of(who):
        about = a_request(who, own)
        determined(who, about)
    client = at_work(who)
    told: list[str] = []
    for name, path in _forms(own, about.pk):
        form = filled(client.get(path).content.decode())
        for sent in SENT:
            hers = str(world.rows[sent])
            once = hers if sent in ("item", "request") else str(uuid.uuid4())
            answer = looked(client, "POST", path, {**form, **dict.fromkeys(FIELDS, hers), "once": once})
            assert answer.status < 500, (name, sent)
            told += [answer.headers, answer.body]
    assert not given_away(told, THEIRS)
    assert not list(leading_to(who, world))


def _forms(own: Person, about: uuid.UUID) -> Iterator[tuple[str, str]]:
    rows = {"child": own.pk, "open request": about, "request": about}
    for name, named in IDENTIFIED.items():
        if set(named.values()) <= set(rows) and name not in ("child-looked", "break-glass"):
            yield name, address(name, rows)


def test_an_identifier_that_is_taken_is_refused_in_words(world: World, own: Person, who: Acting) -> None:
    client: Client = at_work(who)
    path = address("new-request", {"child": own.pk})
    form = filled(client.get(path).content.decode())
    said = {**form, "purpose": "To help", "organisation": str(world.rows["organisation"]), "direction": "ours"}
    if who.organisation != world.alice.organisation:
        said |= {"organisation": str(world.alice.organisation.pk)}
        answer = client.post(path, {**said, "once": str(world.rows["request"])})
        assert answer.status_code == 409
        assert "Nothing was saved" in answer.content.decode()
    assert client.post(path, {**said, "once": str(uuid.uuid4())}).status_code == 302


@pytest.mark.parametrize(
    "done",
    [
        lambda who, own, hers: make_request(who, own.pk, wanted=wanted(None, person=hers["person"]), once=uuid.uuid4()),
        lambda who, own, hers: make_request(
            who, own.pk, wanted=wanted(None, organisation_words="A club", items=(hers["item"],)), once=uuid.uuid4()
        ),
        lambda who, own, hers: record_item(who, own.pk, said=replace(SEEN, source_person=hers["person"])),
        lambda who, own, hers: record_item(who, own.pk, said=replace(SEEN, about=(hers["person"],))),
    ],
)
def test_a_use_case_takes_nobody_of_hers(
    world: World, who: Acting, own: Person, done: Callable[[Acting, Person, dict[str, uuid.UUID]], object]
) -> None:
    """Past the forms: a colleague of the same agency, too, whose rows the database would show."""
    with transaction_of(who), pytest.raises(Refusal):
        done(who, own, world.rows)


@pytest.mark.parametrize(
    "more",
    [
        lambda hers: {"told": (Told("after", person=hers["person"], told_on=SEEN.learned_on),)},
        lambda hers: {"determination": hers["determination"]},
        lambda hers: {"replaces": hers["decision"]},
    ],
)
@pytest.mark.parametrize("end", [decide, propose])
def test_a_decision_rests_on_nothing_of_hers(
    world: World, who: Acting, own: Person, end: Any, more: Callable[[dict[str, uuid.UUID]], dict[str, object]]
) -> None:
    with transaction_of(who):
        about = a_request(who, own)
        form = deciding(about, determined(who, about), **more(world.rows))
        with pytest.raises(Refusal):
            end(who, about.pk, deciding=form)
    assert not LegitimateRelationship.objects.filter(child=world.child, practitioner=who.practitioner).exists()
