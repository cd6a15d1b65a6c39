"""Forms from elsewhere, sessions that must be over, a glass that closes, and where signing in leads to."""

from __future__ import annotations

import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client

from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.practitioner import Post, Practitioner
from tests.attack.looking import everything, given_away
from tests.attack.routes import BARE, BEFORE, IDENTIFIED, SHARED, address
from tests.attack.world import WORDS, World
from tests.web.signing import Clock, signed_in_as

pytestmark = pytest.mark.django_db
EVERY = (*BARE, *BEFORE, *IDENTIFIED, *SHARED)
ELSEWHERE = ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)",
             "///elsewhere.example", "https:elsewhere.example", "\thttps://elsewhere.example")  # fmt: skip


def test_a_form_from_elsewhere_is_taken_nowhere(world: World) -> None:
    """By whoever may open every page of it: without the token, no address takes a form."""
    client = signed_in_as(Client(enforce_csrf_checks=True), world.alice)
    before, entries = everything(), LedgerEntry.objects.count()
    for name in EVERY:
        if not name.startswith("blank-form"):
            assert client.post(address(name, world.rows), {"x": "y"}).status_code in (403, 405), name
    assert everything() == before
    assert LedgerEntry.objects.count() == entries


@pytest.mark.parametrize("end", ["closed", "post ended", "signed out elsewhere", "organisation left"])
def test_a_session_that_must_be_over_is_over_on_every_page(world: World, clock: Clock, end: str) -> None:
    client, me = signed_in_as(Client(), world.alice), Practitioner.objects.filter(pk=world.alice.practitioner.pk)
    assert client.get(address("child", world.rows)).status_code == 200
    match end:
        case "closed":
            me.update(closed_at=clock.at)
        case "post ended":
            Post.objects.filter(practitioner__in=me).update(to_on=clock.at.date())
        case "signed out elsewhere":
            me.update(signed_out_at=clock.at + timedelta(seconds=1))
        case _:
            organisations = type(world.alice.organisation).objects.filter(pk=world.alice.organisation.pk)
            organisations.update(left_on=clock.at.date())
    before = everything()
    for name in (*BARE, *IDENTIFIED, *SHARED):
        for answer in (client.get(address(name, world.rows)), client.post(address(name, world.rows), {"x": "y"})):
            if answer.status_code != 405:
                assert answer.status_code == 302, name
                assert answer.headers["Location"].startswith("/sign-in/"), name
    assert everything() == before


def test_the_glass_closes_at_its_minute_on_every_page(world: World, clock: Clock) -> None:
    who = world.attackers["a curious colleague"]
    client = signed_in_as(Client(), who)
    path = address("break-glass", world.rows)
    said = {"reason": "child-present", "words": "Her grandmother is here and nobody is at home"}
    assert client.post(path, said).status_code == 302
    for path in (address(name, world.rows) for name in ("child", "request", "decision", "item", "consents", "file")):
        assert client.get(path).status_code == 200, path
    for _ in range(2):
        clock.at += timedelta(minutes=29)
        assert client.get(address("child", world.rows)).status_code == 200
    clock.at += timedelta(minutes=2)
    for name in ("child", "request", "decision", "item", "consents", "file", "decision-pdf", "decision-text"):
        answer = client.get(address(name, world.rows))
        assert answer.status_code == 404, name
        assert not given_away([answer.content.decode()], WORDS)


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_signing_in_leads_nowhere_else(world: World, elsewhere: str) -> None:
    page = Client().get("/sign-in/", {"next": elsewhere}).content.decode()
    assert not re.search(r'name="next" value="[^"]+"', page)
    client = signed_in_as(Client(), world.bob)
    for answer in (
        client.get("/sign-in/again/", {"next": elsewhere}),
        client.post("/sign-in/again/", {"next": elsewhere, "code": "1"}),
        client.get("/work/", headers={"Referer": elsewhere}),
    ):
        assert "elsewhere" not in answer.headers.get("Location", "")
        assert not re.search(r'name="next" value="[^"]*elsewhere', answer.content.decode())


def test_a_fault_of_ours_says_nothing_of_the_child(world: World) -> None:
    client = signed_in_as(Client(raise_request_exception=False), world.alice)
    with patch("sharewell.web.child.overview.open_child", side_effect=ValueError("Mira Fennimore, 3 May 2012")):
        answer = client.get(address("child", world.rows))
    assert answer.status_code == 500
    assert not given_away([answer.content.decode(), str(answer.headers)], set(WORDS) - {"Alice Penrose"})
