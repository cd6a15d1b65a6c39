"""Being somebody invented: tried with each of the three conditions missing."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sharewell.casework.acting import Acting
from sharewell.register.factor import SignIn
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.practitioner import Practitioner
from tests.web.signing import Clock

pytestmark = pytest.mark.django_db
PAGE = "/sign-in/as/"


@pytest.fixture
def invented(alice: Acting, settings: Settings, clock: Clock) -> dict[str, str]:
    """What the button sends, in a demonstration."""
    settings.SHAREWELL_DEMONSTRATION = True
    Practitioner.objects.filter(pk=alice.practitioner.pk).update(email="alice.penrose@demonstration.example")
    return {"who": str(alice.practitioner.pk)}


def test_at_this_machine_one_is_signed_in_and_the_ledger_says_so(client: Client, invented: dict[str, str]) -> None:
    assert "Sign in as Alice Penrose" in client.get(PAGE).content.decode()
    assert client.post(PAGE, invented).status_code == 302
    kept = SignIn.objects.get()
    assert (kept.way, kept.result) == ("demonstration", "signed-in")
    assert LedgerEntry.objects.filter(kind="signed-in", subject=str(kept.pk)).exists()


def test_elsewhere_there_is_no_demonstration(client: Client, invented: dict[str, str], settings: Settings) -> None:
    settings.SHAREWELL_DEMONSTRATION = False
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, invented).status_code == 404


def test_nobody_who_is_not_invented(client: Client, invented: dict[str, str], bob: Acting) -> None:
    assert client.post(PAGE, {"who": str(bob.practitioner.pk)}).status_code == 404
    assert "Bob Tarrant" not in client.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "away",
    [{"REMOTE_ADDR": "192.0.2.7"}, {"REMOTE_ADDR": ""}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_VIA": "1.1 x"}],
)
def test_not_from_another_machine(
    client: Client, invented: dict[str, str], settings: Settings, away: dict[str, str]
) -> None:
    assert client.get(PAGE, **away).status_code == 404  # type: ignore[arg-type]  # what the server says of the request
    assert client.post(PAGE, invented, **away).status_code == 404  # type: ignore[arg-type]  # as above
    settings.SHAREWELL_DEMONSTRATION_ANYWHERE = True
    assert client.post(PAGE, invented, **away).status_code == 302  # type: ignore[arg-type]  # as above
    settings.SHAREWELL_DEMONSTRATION = False
    assert client.get(PAGE, **away).status_code == 404  # type: ignore[arg-type]  # as above
