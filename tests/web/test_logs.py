"""No answer is ever in a log line, whatever goes wrong."""

from __future__ import annotations

import io
import logging
import socket
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import Client

from sharewell.web.logs import Discreet, Plain

SECRET = ["harm-suspected", "KEEP-THIS-OUT", "concern"]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that any logger writes, as the settings have it written."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Plain())
    handler.addFilter(Discreet())
    loggers = [logging.getLogger(name) for name in ("", "django", "django.request", "django.security", "sharewell")]
    for each in loggers:
        each.addHandler(handler)
    yield written
    for each in loggers:
        each.removeHandler(handler)


def test_the_settings_use_the_filter_and_the_format() -> None:
    written: dict[str, dict[str, dict[str, object]]] = dict(settings.LOGGING)  # type: ignore[arg-type]
    handler = written["handlers"]["stream"]
    assert handler["filters"] == ["discreet"]
    assert handler["formatter"] == "plain"
    assert all(each["handlers"] == ["stream"] for each in written["loggers"].values())


@pytest.mark.parametrize(
    "sent",
    [
        {"step": "concern=harm-suspected", "fact": "KEEP-THIS-OUT", "answer": "x"},
        {"step": ["concern=harm-suspected", "KEEP-THIS-OUT"], "do": "go"},
        {"on": "KEEP-THIS-OUT", "step": "concern=harm-suspected"},
    ],
)
@pytest.mark.parametrize("address", ["/check/", "/check/answer/", "/check/answer.pdf", "/check/weigh/"])
def test_a_refusal_logs_no_answer(client: Client, log: io.StringIO, address: str, sent: dict[str, object]) -> None:
    client.post(address, sent)
    assert not [word for word in SECRET if word in log.getvalue()]


def test_a_fault_of_ours_logs_where_and_never_what(log: io.StringIO) -> None:
    client = Client(raise_request_exception=False)
    with patch("sharewell.web.guide.views.sitting_of", side_effect=ValueError("concern=harm-suspected KEEP-THIS-OUT")):
        answer = client.post("/check/", {"step": "concern=harm-suspected", "fact": "concern", "answer": "none"})
    assert answer.status_code == 500
    html = answer.content.decode()
    assert "Something went wrong, and it was us" in html
    written = log.getvalue()
    assert "POST /check/" in written
    assert "ValueError" in written
    assert "views.py:" in written
    assert not [word for word in SECRET if word in written or word in html]


def test_an_address_is_logged_without_what_follows_it(client: Client, log: io.StringIO) -> None:
    client.get("/nowhere/?KEEP-THIS-OUT=harm-suspected")
    assert "GET /nowhere/" in log.getvalue()
    assert not [word for word in SECRET if word in log.getvalue()]


def test_a_line_about_a_socket_is_written_without_what_was_asked(log: io.StringIO) -> None:
    ours, theirs = socket.socketpair()
    extra = {"request": ours, "status_code": 500}
    asked = "GET /rules/search/?q=KEEP-THIS-OUT HTTP/1.1"
    logging.getLogger("django").warning('"%s" %s %s', asked, "500", "59", extra=extra)
    ours.close()
    theirs.close()
    assert "connection 500" in log.getvalue()
    assert not [word for word in SECRET if word in log.getvalue()]


def test_a_line_about_a_socket_that_quotes_nothing_stays(log: io.StringIO) -> None:
    ours, theirs = socket.socketpair()
    logging.getLogger("django").error("This server only speaks HTTP.", extra={"request": ours})
    ours.close()
    theirs.close()
    assert "This server only speaks HTTP." in log.getvalue()
