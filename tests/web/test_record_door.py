"""The door: nobody gets past it without a session, and what is refused looks the same whatever there is."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from sharewell.casework.acting import Acting
from sharewell.web.record.session import IDLE, LONGEST
from tests.casework.conftest import NOW
from tests.web.signing import Clock, signed_in_as

pytestmark = pytest.mark.django_db


def test_a_page_without_a_session_shows_nothing(client: Client) -> None:
    answer = client.get("/work/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in/?next=%2Fwork%2F"


def test_an_unknown_address_is_not_told_apart(client: Client) -> None:
    assert client.get(f"/children/{uuid4()}/").status_code in (302, 404)


def test_a_signed_in_practitioner_sees_their_work(client: Client, alice: Acting) -> None:
    answer = signed_in_as(client, alice).get("/work/")
    assert answer.status_code == 200
    assert "Alice Penrose" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_session_ends_when_nothing_happens(client: Client, alice: Acting, clock: Clock) -> None:
    signed_in_as(client, alice)
    clock.at = NOW + IDLE
    assert client.get("/work/").status_code == 200
    clock.at += IDLE + timedelta(seconds=1)
    assert client.get("/work/").status_code == 302


def test_a_session_ends_however_busy(client: Client, alice: Acting, clock: Clock) -> None:
    signed_in_as(client, alice)
    while clock.at <= NOW + LONGEST - IDLE:
        clock.at += timedelta(minutes=20)
        assert client.get("/work/").status_code == 200
    clock.at = NOW + LONGEST + timedelta(seconds=1)
    assert client.get("/work/").status_code == 302


def test_a_post_that_ended_ends_the_session(client: Client, alice: Acting, clock: Clock) -> None:
    signed_in_as(client, alice)
    alice.practitioner.posts.update(to_on=(NOW - timedelta(days=1)).date())
    assert client.get("/work/").status_code == 302


def test_a_closed_account_ends_the_session(client: Client, alice: Acting, clock: Clock) -> None:
    signed_in_as(client, alice)
    type(alice.practitioner).objects.filter(pk=alice.practitioner.pk).update(closed_at=NOW)
    assert client.get("/work/").status_code == 302
