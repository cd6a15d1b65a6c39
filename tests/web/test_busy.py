"""A database that is busy or away is a page that says to try again, and whom to ring meanwhile; never a fault."""

from __future__ import annotations

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from sharewell.config.urls import urlpatterns as every

_FAULTS = {
    "locked": OperationalError("database is locked"),
    "away": InterfaceError("connection already closed"),
    "other": ValueError("ours"),
}


@csrf_exempt
def fail(request: HttpRequest, how: str) -> HttpResponse:
    """A page whose database does not answer."""
    request.who = object()  # type: ignore[attr-defined]  # as the door leaves it
    raise _FAULTS[how]


urlpatterns = [path("fail/<how>/", fail), *every]
pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize("how", ["locked", "away"])
def test_a_busy_database_is_a_page_that_says_so(how: str) -> None:
    answer = Client().get(f"/fail/{how}/")
    text = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
    assert "try again" in text
    assert "tel:999" in text
    assert "open the page again" in text


def test_what_was_sent_is_said_not_to_be_saved() -> None:
    text = Client().post("/fail/locked/", {"words": "bruises"}).content.decode()
    assert "probably not saved" in text
    assert "bruises" not in text


def test_any_other_fault_is_still_ours() -> None:
    client = Client(raise_request_exception=False)
    assert client.get("/fail/other/").status_code == 500
