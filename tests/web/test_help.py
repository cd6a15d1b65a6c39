"""Help: readable, complete, with the place's own numbers first, and a glossary that can be linked and looked up."""

from __future__ import annotations

import re

import pytest
from django.test import Client, override_settings

from sharewell.web.frame import FOOT
from sharewell.web.help.glossary import groups, terms_in
from sharewell.web.help.ring import situations
from sharewell.web.place import Line, Place
from tests.web.test_reading_age import HIGHEST, read_aloud, reading_age
from tests.web.test_security import HELP

PAGES = HELP
#: Words that no page of ours uses.
NEVER = re.compile(
    r"\b(just|simply|obviously|please note|in order to|robust|seamless|vulnerable|client|kid)\b", re.IGNORECASE
)


def html_of(client: Client, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def main(client: Client, page: str) -> str:
    html = html_of(client, page)
    return html[html.index("<main") : html.index("</main>")]


def names() -> list[str]:
    return [term.name for group in groups() for term in group.terms]


@pytest.mark.parametrize("page", PAGES)
def test_every_part_can_be_read_at_fourteen(client: Client, page: str) -> None:
    html = html_of(client, page)
    assert len(read_aloud(html).split()) > 150
    assert reading_age(html) <= HIGHEST


@pytest.mark.parametrize("page", PAGES)
def test_sentences_are_short_and_plain(client: Client, page: str) -> None:
    said = read_aloud(html_of(client, page))
    assert [each for each in re.split(r"(?<=[.?!:;”])\s", said) if len(each.split()) > 32] == []
    assert NEVER.findall(said) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_led_to_from_every_page(client: Client, page: str) -> None:
    html = html_of(client, "/")
    assert f'href="{page}"' in html[html.index("<footer") :]


def test_the_foot_leads_to_all_five() -> None:
    assert len(FOOT) == len(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(client: Client, page: str) -> None:
    html = main(client, page)
    for address in set(re.findall(r'href="(/[^"]*)"', html)):
        path, _, part = address.partition("#")
        found = client.get(path)
        assert found.status_code == 200, address
        assert not part or f'id="{part}"' in found.content.decode(), address
    anchors = re.findall(r'href="#([^"]*)"', html)
    assert {each for each in anchors if f'id="{each}"' not in html} == set()
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_the_places_own_numbers_come_first(client: Client) -> None:
    html = main(client, "/help/ring/")
    assert html.index("tel:999") < html.index("tel:01632960123") < html.index("tel:08088005000")
    assert "Advice line for practitioners" in html


@override_settings(SHAREWELL_PLACE=Place())
def test_without_a_place_it_says_whom_to_ring(client: Client) -> None:
    html = main(client, "/help/ring/")
    assert "Ring your council’s children’s social care" in html
    assert 'href="tel:"' not in html


def test_every_situation_names_somebody_in_any_place() -> None:
    out = Line("Emergency duty team", "01632 960 199")
    for place in (Place(), Place(duty=Line("Desk", "01632 960 123"), out_of_hours=out, advice=(out,))):
        assert [each.name for each in situations(place) if not each.lines] == []
    assert out in next(each for each in situations(place) if each.name == "worried").lines


def test_a_number_is_rung_as_it_is_written(client: Client) -> None:
    for number, says in re.findall(r'href="tel:(\d+)"[^>]*>([^<]+)<', main(client, "/help/ring/")):
        assert says.replace(" ", "") == number


def test_every_term_has_an_anchor_of_its_own(client: Client) -> None:
    html = main(client, "/help/words/")
    assert len(names()) == len(set(names()))
    assert [each for each in names() if f'<div id="{each}">' not in html] == []


@pytest.mark.parametrize(
    "term",
    [
        "agreement", "agreement-service", "being-told", "data-protection-consent", "gillick", "mental-capacity",
        "parental-responsibility", "significant-harm", "section-47", "lawful-basis", "duty-of-confidence",
        "determination", "decision", "disclosure", "safeguard",
    ],
)  # fmt: skip
def test_the_words_that_everybody_asks_about_are_there(term: str) -> None:
    assert term in names()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Does he have parental responsibility for her?", ["parental-responsibility"]),
        ("Is there a Section 47 enquiry, or was it the MASH?", ["section-47", "mash"]),
        ("A children’s guardian asks", ["guardian"]),
        ("Is this confidential?", ["duty-of-confidence"]),
        ("Would it prevent a crime? Please send the mash.", []),
        ("They sent it in confidence. Confidentially speaking.", ["duty-of-confidence"]),
        ("section 470 and incapacity", []),
        ("", []),
    ],
)
def test_terms_are_found_as_whole_words(text: str, found: list[str]) -> None:
    assert [term.name for term in terms_in(text)] == found


def test_how_it_works_says_that_people_decide_and_that_no_lawyer_has_signed(client: Client) -> None:
    said = read_aloud(html_of(client, "/help/how/"))
    assert "people decide" in said
    assert "No lawyer has signed them off yet" in said
    html = main(client, "/help/how/")
    assert html.index("tel:999") < html.index('id="does"')


def test_privacy_is_true_of_cookies(client: Client) -> None:
    assert "No cookie is set before you sign in" in main(client, "/help/privacy/")
    assert all(not client.get(page).cookies for page in PAGES)
