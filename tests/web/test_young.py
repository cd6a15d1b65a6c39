"""Pages for children and young people: their words, whom to ring, a way out, nothing kept; and easy enough to read."""

from __future__ import annotations

import re

import pytest
import textstat
from django.contrib.staticfiles import finders
from django.test import Client

from sharewell.web.young.easy import lines
from sharewell.web.young.picture import PICTURES
from sharewell.web.young.views import WEATHER
from tests.web import test_reading_age

PAGES = {"/young/": 9, "/young/8-11/": 9, "/young/easy/": 9, "/young/your-say/": 9, "/young/12-17/": 11}
#: Words that a page for children cannot do without: whom to complain to, and who speaks up for somebody.
TERMS = {"Information Commissioner": "name of them", "advocate": "helper"}
BLAME = re.compile(
    r"\b(just|simply|obviously|please note|vulnerable|consent|client|kid|referred|policy)\b", re.IGNORECASE
)


def main(client: Client, page: str) -> str:
    html = client.get(page).content.decode()
    return html[html.index("<main") : html.index("</main>") + 7]


def reading_age(html: str, monkeypatch: pytest.MonkeyPatch) -> float:
    """As for everybody, but with the terms of children's pages instead of the field's."""
    monkeypatch.setattr(test_reading_age, "TERMS", TERMS)
    return float(textstat.flesch_kincaid_grade(test_reading_age.read_aloud(html))) + 5


@pytest.mark.parametrize(("page", "highest"), PAGES.items())
def test_a_page_can_be_read_at_its_age(
    client: Client, page: str, highest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reading_age(main(client, page), monkeypatch) <= highest


@pytest.mark.parametrize(("page", "highest"), PAGES.items())
def test_sentences_are_short(client: Client, page: str, highest: int) -> None:
    longest = 25 if highest > 9 else 18
    read = test_reading_age.read_aloud(main(client, page))
    assert [each for each in re.split(r"(?<=[.?!:;”])\s", read) if len(each.split()) > longest] == []


@pytest.mark.parametrize("page", PAGES)
def test_whom_to_ring_comes_before_the_page(client: Client, page: str) -> None:
    before, after = client.get(page).content.decode().split("<main")
    assert 'href="tel:08001111"' in before
    assert 'href="tel:999"' in before
    assert 'href="tel:08001111"' in after
    assert "Child in danger now?" not in before


@pytest.mark.parametrize("page", PAGES)
def test_there_is_a_way_out_without_a_script(client: Client, page: str) -> None:
    html = client.get(page).content.decode()
    elsewhere = re.findall(r'<a [^>]*href="(https?://[^"]+)"[^>]*>', html)
    assert elsewhere == [WEATHER]
    assert re.search(rf'href="{WEATHER}" rel="noreferrer"', html)
    assert "Your browser may still remember this page." in html
    assert html.index("data-exit") < html.index("<h1")


def test_the_script_of_the_way_out_is_there() -> None:
    found = finders.find("sharewell/exit.js")
    assert isinstance(found, str)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_asked_or_kept(client: Client, page: str) -> None:
    answer = client.get(page)
    html = answer.content.decode()
    assert "<form" not in html
    assert "<input" not in html
    assert not answer.cookies


@pytest.mark.parametrize("page", PAGES)
def test_the_words_are_fit_for_a_child(client: Client, page: str) -> None:
    assert BLAME.findall(re.sub(r"<[^>]+>", " ", main(client, page))) == []


def test_easy_read_has_one_picture_and_one_short_line_for_each_idea(client: Client) -> None:
    page = main(client, "/young/easy/")
    for section in lines():
        for line in section.lines:
            assert len(line.says.split()) < 12, line.says
            assert line.picture in page
    assert page.count('class="sw-picture"') == page.count("<li>")
    assert all('aria-hidden="true"' in picture for picture in PICTURES.values())


def test_both_ages_hear_of_every_outcome(client: Client) -> None:
    for page in ("/young/8-11/", "/young/12-17/"):
        assert main(client, page).count("<dt>") == 9
