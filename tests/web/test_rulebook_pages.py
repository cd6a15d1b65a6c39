"""The rulebook: every entry has a page, any day can be read, and what changed is told at once and exactly."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from sharewell.authoring import load_pack
from sharewell.web.reading.shelf import pack_named
from sharewell.web.rulebook import worked
from sharewell.web.rulebook.book import book_of
from sharewell.web.rulebook.search import found
from sharewell.web.rulebook.work_out import work_out
from sharewell.web.rulebook.worked import Asked
from tests.architecture.project import ROOT

PACK = pack_named("england")
TOY = load_pack(ROOT / "tests" / "toys" / "bicycle")
LISTS = [
    "/rules/", "/rules/findings/", "/rules/questions/", "/rules/safeguards/", "/rules/bases/", "/rules/myths/",
    "/rules/advice/", "/rules/flowchart/", "/rules/changes/", "/sources/",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_is_worked_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No process is started, and none was."""
    monkeypatch.setattr(worked, "WAITING", 0)
    monkeypatch.setattr(worked, "folders", lambda pack: (tmp_path / pack, tmp_path))


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def every_entry() -> list[str]:
    book = book_of("england")
    return [
        *(f"/rules/{name}/" for name in book.rules),
        *(f"/sources/{name}/" for name in book.sources),
        *(f"/rules/findings/{name}/" for name in book.findings),
        *(f"/rules/questions/{name}/" for name in book.facts),
        *(f"/rules/{kind}/{name}/" for kind, entries in book.others.items() for name in entries),
        *(f"/rules/themes/{name}/" for name in book.themes),
        *(f"/rules/flowchart/{name}/" for name in {rule.theme for rule in PACK.on(date(2026, 11, 1)).rules}),
    ]


def test_every_entry_has_a_page_and_no_link_is_broken(client: Client) -> None:
    links: set[str] = set()
    for address in [*LISTS, *every_entry(), "/rules/not-started/"]:
        shown = re.findall(r"<main.*</main>", text(client, address), re.DOTALL)[0]
        found = [
            each for each in re.findall(r'href="([^"]+)"', shown) if not each.startswith(("#", "http", "tel:", ".."))
        ]
        links |= {each if each.startswith("/") else address + each for each in found}
    known = {*LISTS, *every_entry()}
    for link in sorted(links - known):
        assert client.get(link).status_code == 200, link


def test_a_rule_shows_everything_it_has(client: Client) -> None:
    rule = next(each for each in PACK.rules if each.overrides and each.instead and len(each.cites) > 1)
    page = text(client, f"/rules/{rule.name}/")
    for heading in ("When it applies", "Where it comes from", "Beside other rules", "Who may be told instead", "Cases"):
        assert heading in page
    sources = {source.name: source for source in PACK.sources}
    for cite in rule.cites:
        assert f"/sources/{cite.source}/" in page
        assert sources[cite.source].title.split("'")[0] in page


@pytest.mark.parametrize("day", ["2009-06-01", "2016-01-01", "2019-01-01", "2024-06-01", "2026-11-23"])
def test_the_rules_of_a_day_are_those_in_force(client: Client, day: str) -> None:
    rules = PACK.on(date.fromisoformat(day)).rules
    assert f"{len(rules)} rules in force" in text(client, f"/rules/on/{day}/")
    theme = rules[0].theme
    page = text(client, f"/rules/on/{day}/{theme}/")
    open_part = page.split("Rules of other days")[0]
    shown = set(re.findall(r'href="/rules/([a-z0-9-]+)/"', open_part)) & {rule.name for rule in PACK.rules}
    assert shown == {rule.name for rule in rules if rule.theme == theme}


def test_before_the_first_day_there_is_no_rule_and_that_is_no_no(client: Client) -> None:
    page = text(client, "/rules/on/1999-01-01/")
    assert "That does not mean no. Get advice." in page


def test_a_day_can_be_chosen(client: Client) -> None:
    assert client.get("/rules/on/?day=2016-01-01").headers["Location"] == "/rules/on/2016-01-01/"
    assert "Enter a day" in text(client, "/rules/on/?day=never")
    assert client.get("/rules/on/never/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/rules/no-such/",
        "/sources/no-such/",
        "/rules/themes/no-such/",
        "/rules/flowchart/no-such/",
        "/rules/changes/2024-01-01..2020-01-01/",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_search_finds_all_words_anywhere(client: Client) -> None:
    page = text(client, "/rules/search/?q=Section+47")
    assert "found." in page
    assert "Nothing has all of these words" in text(client, "/rules/search/?q=qwertyuiop")
    assert found(book_of("england"), "")["count"] == 0
    assert "<script>" not in text(client, "/rules/search/?q=%3Cscript%3E")


def test_every_word_of_a_reason_finds_its_rule() -> None:
    for rule in PACK.rules[::20]:
        groups = found(book_of("england"), rule.reason)["groups"]
        assert isinstance(groups, list)
        assert rule.name in {entry.name for kind, _, entries, _ in groups for entry in entries if kind == "rule"}


def test_the_flowchart_is_a_picture_and_the_same_as_a_list(client: Client) -> None:
    page = text(client, "/rules/flowchart/")
    assert 'role="img"' in page
    assert "The same as a list" in page
    assert "Does a standing rule forbid it?" in page.split("The same as a list")[1]
    assert " style=" not in page
    assert client.get("/rules/drawing.css").headers["Content-Type"].startswith("text/css")


def test_what_began_and_ended_between_two_days(client: Client) -> None:
    page = text(client, "/rules/changes/2019-01-01..2024-06-01/")
    began = {rule.name for rule in PACK.on(date(2024, 6, 1)).rules} - {r.name for r in PACK.on(date(2019, 1, 1)).rules}
    for name in began:
        assert f"/rules/{name}/" in page
    assert "Cases that get another answer" in page
    assert "come back" in page.lower()


def test_nothing_changed_is_said(client: Client) -> None:
    assert "Nothing. The same rules" in text(client, "/rules/changes/2016-01-02..2016-01-03/")


def test_law_that_has_not_started_is_previewed(client: Client) -> None:
    page = text(client, "/rules/not-started/")
    dormant = [rule for rule in PACK.rules if rule.in_force.start is None]
    assert dormant
    assert all(f"/rules/{rule.name}/" in page for rule in dormant)
    assert "Passed, but not started" in text(client, f"/rules/{dormant[0].name}/")


def test_an_exact_difference_is_shown_once_it_is_known(client: Client, tmp_path: Path) -> None:
    asked = Asked("england", date(2019, 1, 1), date(2024, 6, 1))
    rule = PACK.rules[0]
    situation = {"when": [[0, "all of these:"], [1, "in danger: yes"]], "ended": [rule.name], "begun": [],
                 "blocks": [], "example": [], "setting": 0}  # fmt: skip
    change = {"before": "weigh", "after": "ask-first", "complete": True, "situations": [situation]}
    known = {"complete": True, "not_compared": False, "changes": [change]}
    (tmp_path / f"{asked.key}.json").write_text(json.dumps(known), encoding="utf-8")
    page = text(client, "/rules/changes/2019-01-01..2024-06-01/")
    assert "a proof shows that nothing is left out" in page
    assert "In danger: yes" in page


def test_the_days_between_which_nothing_changes_share_a_difference() -> None:
    one = Asked("england", date(2016, 1, 1), date(2019, 1, 1))
    other = Asked("england", date(2016, 1, 9), date(2019, 1, 9))
    assert one.key == other.key


def test_a_difference_is_worked_out_in_words() -> None:
    said = work_out(TOY, TOY.days_of_change()[0], TOY.days_of_change()[-1])
    assert said["complete"] is True
    assert said["changes"]
