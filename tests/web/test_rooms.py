"""The rulebook, the exercises and the young people's pages: light, readable, strict, and without a cookie."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from sharewell.web.practise.scenario import scenarios
from sharewell.web.rulebook import worked
from sharewell.web.rulebook.book import book_of
from tests.web.test_reading_age import HIGHEST, read_aloud, reading_age
from tests.web.test_weight import AFTER, FIRST_VISIT, weighs

RULEBOOK = [
    "/rules/", "/rules/?pack=hampshire", "/rules/on/2099-01-01/",
    "/rules/search/?q=school", "/rules/on/2016-01-01/", "/rules/themes/early-help/", "/rules/changes/",
    "/rules/changes/2009-06-01..2026-11-23/", "/rules/not-started/", "/rules/flowchart/", "/rules/flowchart/parents/",
    "/rules/findings/", "/rules/questions/", "/rules/safeguards/", "/rules/bases/", "/rules/myths/", "/rules/advice/",
    "/sources/",
]  # fmt: skip
PRACTISE = ["/practise/", "/practise/induction/", "/practise/induction/certificate/"]
YOUNG = ["/young/", "/young/8-11/", "/young/12-17/", "/young/easy/", "/young/your-say/"]
#: Lists of titles of law, of what is asked and of bases: they name things and are not prose.
NOT_PROSE = {"/sources/", "/rules/bases/", "/rules/flowchart/", "/rules/flowchart/parents/", "/rules/questions/"}
_GOVERNANCE = re.compile(
    r'<(dl|details) class="[^"]*(?:sw-governance|sw-source)[^"]*".*?</\1>|<dl class="sw-pairs.*?</dl>'
    r'|<div class="sw-condition.*?</div>|<form.*?</form>',
    flags=re.DOTALL,
)


@pytest.fixture(autouse=True)
def _nothing_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worked, "WAITING", 0)


def entries() -> Iterator[str]:
    """Some pages of each kind: every seventh entry."""
    book = book_of("england")
    yield from (f"/rules/{name}/" for name in list(book.rules)[::7])
    yield from (f"/sources/{name}/" for name in list(book.sources)[::20])
    yield from (f"/rules/findings/{name}/" for name in list(book.findings)[::7])
    yield from (f"/rules/questions/{name}/" for name in list(book.facts)[::12])
    for kind, listed in book.others.items():
        yield from (f"/rules/{kind}/{name}/" for name in list(listed)[::12])
    yield from (f"/practise/{slug}/" for slug in scenarios("england"))


@pytest.mark.parametrize("page", [*RULEBOOK, *PRACTISE, *YOUNG])
def test_a_page_is_light(client: Client, page: str) -> None:
    first, after = weighs(client.get(page).content.decode())
    assert first < FIRST_VISIT
    assert after < AFTER


def test_every_entry_is_light(client: Client) -> None:
    weights = {page: weighs(client.get(page).content.decode()) for page in entries()}
    assert {page: each for page, each in weights.items() if each[0] >= FIRST_VISIT or each[1] >= AFTER} == {}


@pytest.mark.parametrize("page", [page for page in [*RULEBOOK, *PRACTISE] if page not in NOT_PROSE])
def test_a_page_can_be_read_at_fourteen(client: Client, page: str) -> None:
    html = _GOVERNANCE.sub(" ", client.get(page).content.decode())
    assert reading_age(html) <= HIGHEST, read_aloud(html)[:400]


def test_every_story_and_its_answer_can_be_read_at_fourteen(client: Client) -> None:
    ages = {}
    for slug, story in scenarios("england").items():
        sent = {f"choice-{part.number}": "weigh" for part in story.parts()}
        html = _GOVERNANCE.sub(" ", client.post(f"/practise/{slug}/", sent).content.decode())
        ages[slug] = reading_age(html)
    assert {slug: age for slug, age in ages.items() if age > HIGHEST} == {}


@pytest.mark.parametrize("step", range(1, 8))
def test_a_step_can_be_read_at_fourteen(client: Client, step: int) -> None:
    html = client.post("/practise/induction/", {"step": step, "answered": "yes", "choice": "c1"}).content.decode()
    assert reading_age(html) <= HIGHEST


@pytest.mark.parametrize("page", [*RULEBOOK, *PRACTISE, *YOUNG])
def test_a_page_is_strict(client: Client, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies
    html = answer.content.decode()
    assert "<style" not in html
    assert " style=" not in html
    assert not re.findall(r"<script(?![^>]* src=)", html)
    assert not re.findall(r" on[a-z]+=", html)
    assert not re.findall(r'(?:src|action)="(?:https?:)?//', html)
