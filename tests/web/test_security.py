"""Every page: strict headers, no cookie, nothing from elsewhere, and forms only from our own pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client

HELP = ["/help/how/", "/help/ring/", "/help/words/", "/help/accessibility/", "/help/privacy/"]
PAGES = ["/", "/check/", "/check/clear/", "/situations/early-help/", *HELP, "/there-is-no-such-page/"]


@pytest.mark.parametrize("page", PAGES)
def test_headers_are_strict(client: Client, page: str) -> None:
    headers = client.get(page).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_sets_a_cookie(client: Client, page: str) -> None:
    assert not client.get(page).cookies


def test_no_answer_sets_a_cookie(client: Client) -> None:
    assert not client.post("/check/", {"fact": "immediate-danger", "answer": "no"}).cookies


@pytest.mark.parametrize("page", PAGES)
def test_nothing_comes_from_elsewhere_and_nothing_is_inline(client: Client, page: str) -> None:
    html = client.get(page).content.decode()
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', html)
    assert "<style" not in html
    assert " style=" not in html
    assert not re.findall(r"<script(?![^>]* src=)", html)
    assert not re.findall(r" on[a-z]+=", html)


@pytest.mark.parametrize(
    "sent",
    [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
    ids=["origin", "fetch", "null"],
)
def test_a_form_of_another_site_is_refused(client: Client, sent: dict[str, str]) -> None:
    answer = client.post("/check/", {"fact": "immediate-danger", "answer": "no"}, headers=sent)
    assert answer.status_code == 403
    assert "did not come from a page of ours" in answer.content.decode()


def test_our_own_form_is_taken(client: Client) -> None:
    sent = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/check/", {"fact": "immediate-danger", "answer": "no"}, headers=sent).status_code == 200
