"""Whose rulebook: any pack on the shelf by the address, carried along; a day that no rulebook reaches says so."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from sharewell.policy.reach import last_review
from sharewell.web.reading.shelf import pack_named
from sharewell.web.rulebook import worked
from sharewell.web.rulebook.book import book_of

HERE = book_of("hampshire")
LOCAL = next(name for name in HERE.rules if HERE.rules[name].local and name not in book_of("england").rules)
ONE_OF_EACH = [
    "/rules/", "/rules/search/?q=school", "/rules/on/2016-01-01/", f"/rules/themes/{next(iter(HERE.themes))}/",
    f"/rules/on/2016-01-01/{next(iter(HERE.themes))}/", "/rules/changes/", "/rules/changes/2019-01-01..2024-06-01/",
    "/rules/not-started/", "/rules/flowchart/", "/rules/findings/", f"/rules/findings/{next(iter(HERE.findings))}/",
    "/rules/questions/", "/rules/questions/concern/", "/rules/safeguards/", "/rules/bases/", "/rules/myths/",
    "/rules/advice/", f"/rules/myths/{next(iter(HERE.others['myths']))}/", "/sources/",
    f"/sources/{next(iter(HERE.sources))}/", f"/rules/{LOCAL}/", f"/rules/{next(iter(HERE.rules))}/",
]  # fmt: skip
BAND = "Local rules stand on top of the national ones."


@pytest.fixture(autouse=True)
def _nothing_is_worked_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(worked, "WAITING", 0)
    monkeypatch.setattr(worked, "folders", lambda pack: (tmp_path / pack, tmp_path))


def main(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    html = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def of(address: str, pack: str = "hampshire") -> str:
    return f"{address}{'&' if '?' in address else '?'}pack={pack}"


def links(html: str) -> set[str]:
    return {each for each in re.findall(r'href="(/(?:rules|sources)/[^"]*)"', html) if not each.endswith(".css")}


@pytest.mark.parametrize("address", ONE_OF_EACH)
def test_every_link_stays_in_the_chosen_book(client: Client, address: str) -> None:
    html = main(client, of(address))
    assert BAND in html
    assert {each for each in links(html) if "pack=hampshire" not in each} == {"/rules/"}  # back to the usual one
    for form in re.findall(r'<form[^>]*method="get".*?</form>', html, re.DOTALL):
        assert 'name="pack"' in form


@pytest.mark.parametrize("address", ONE_OF_EACH)
def test_the_usual_book_is_never_named_in_a_link(client: Client, address: str) -> None:
    if LOCAL not in address:
        for asked in (address, of(address, "england")):
            html = main(client, asked)
            assert BAND not in html
            assert {each for each in links(html) if "pack=" in each} == set()


def test_no_link_of_a_local_book_is_broken(client: Client) -> None:
    found = {link.split("#")[0] for address in ONE_OF_EACH for link in links(main(client, of(address)))}
    assert len(found) > 200
    for link in sorted(found)[::6]:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_a_local_rule_is_in_its_own_book_and_in_no_other(client: Client) -> None:
    assert client.get(f"/rules/{LOCAL}/").status_code == 404
    html = unescape(client.get(of(f"/rules/{LOCAL}/")).content.decode())
    assert "A local rule." in html
    pack = pack_named("hampshire")
    assert f"{pack.title}, version {pack.version}" in html[html.index("<footer") :]


def test_the_front_offers_every_book(client: Client) -> None:
    for chosen in ("england", "hampshire"):
        html = main(client, of("/rules/", chosen))
        assert f'<option value="{chosen}" selected>' in html
        assert html.count("<option") == 2
    assert 'action="/rules/on/2016-01-01/"' in main(client, "/rules/on/2016-01-01/")


def test_going_to_a_day_keeps_the_book(client: Client) -> None:
    to = client.get("/rules/on/?day=2016-01-01&pack=hampshire").headers["Location"]
    assert to == "/rules/on/2016-01-01/?pack=hampshire"
    to = client.get("/rules/changes/?earlier=2016-01-01&later=2020-01-01&pack=hampshire").headers["Location"]
    assert to == "/rules/changes/2016-01-01..2020-01-01/?pack=hampshire"


@pytest.mark.parametrize("name", ["nowhere", "../england", "england@2026.1", "x" * 5000, "<b>", "\x00", "England"])
@pytest.mark.parametrize("address", ["/rules/", "/rules/on/2016-01-01/", "/sources/", "/rules/flowchart/"])
def test_a_book_that_is_not_there_is_said_to_be_none(client: Client, address: str, name: str) -> None:
    answer = client.get(address, {"pack": name})
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "There is no rulebook of that name" in html
    assert 'href="/rules/"' in html
    assert 'href="/rules/?pack=hampshire"' in html
    assert "<b>" not in html
    assert "xxxx" not in html


def test_no_name_is_the_usual_book(client: Client) -> None:
    assert BAND not in main(client, "/rules/?pack=")


def test_a_day_before_the_rules_begin_says_when_they_begin(client: Client) -> None:
    for address in ("/rules/on/1999-01-01/", "/rules/on/2008-09-30/parents/"):
        html = main(client, address)
        assert "These rules begin on 1 October 2008." in html
        assert "That does not mean no. Get advice." in html
    assert "These rules begin" not in main(client, "/rules/on/2008-10-01/")


def test_a_day_beyond_any_review_says_that_nobody_looked(client: Client) -> None:
    last = last_review(pack_named("england"))
    assert last is not None
    assert "Nobody has looked beyond" not in main(client, f"/rules/on/{last}/")
    assert "Nobody has looked beyond" in main(client, f"/rules/on/{last + timedelta(days=1)}/")
    assert "Nobody has looked beyond" in main(client, "/rules/on/2099-12-31/parents/")


@pytest.mark.parametrize("day", ["9999-12-31", "1066-10-14", "never", "2026-02-31"])
def test_a_day_that_no_book_reaches_says_which_days_can_be_read(client: Client, day: str) -> None:
    says = "Enter a day between 1 January 1900 and 31 December 2099."
    answer = client.get(f"/rules/on/{day}/")
    assert answer.status_code == 404
    assert says in answer.content.decode()
    assert says in main(client, f"/rules/on/?day={day}")
