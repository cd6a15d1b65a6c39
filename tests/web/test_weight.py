"""Pages are light: under 100 kB at the first visit with all they need, under 20 kB each after that, as they travel."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from sharewell.policy.outcome import Outcome
from tests.web.asking import begin
from tests.web.test_answer import SETTLED, sent
from tests.web.test_security import HELP

FIRST_VISIT = 100_000
AFTER = 20_000


def travelled(content: bytes) -> int:
    """How many bytes of it travel."""
    return len(gzip.compress(content, 6))


def needed(html: str) -> int:
    """What a page needs besides itself, as it travels; a font is packed already."""
    names = re.findall(r'(?:src|href)="/static/([^"]+)"', html)
    found = [Path(str(finders.find(name))) for name in dict.fromkeys(names)]
    return sum(path.stat().st_size if path.suffix == ".woff2" else travelled(path.read_bytes()) for path in found)


def weighs(html: str) -> tuple[int, int]:
    """A page at the first visit, and afterwards."""
    page = travelled(html.encode())
    return page + needed(html), page


@pytest.mark.parametrize("page", ["/", "/check/", "/check/clear/", "/situations/early-help/", *HELP])
def test_a_page_is_light(client: Client, page: str) -> None:
    first, after = weighs(client.get(page).content.decode())
    assert first < FIRST_VISIT
    assert after < AFTER


@pytest.mark.parametrize("outcome", SETTLED)
def test_an_answer_is_light(client: Client, outcome: Outcome) -> None:
    html = client.post("/check/answer/", sent(outcome)).content.decode()
    first, after = weighs(html)
    assert first < FIRST_VISIT
    assert after < AFTER


def test_pages_travel_packed(client: Client) -> None:
    answer = client.get("/check/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) < len(begin(client).html) / 2
