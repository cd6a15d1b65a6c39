"""The box that says what the words of a question mean: there where a term is used, with its meaning and no other."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from sharewell.policy.fact import Fact
from sharewell.web.guide.page import terms_of
from sharewell.web.help.glossary import groups, terms_in
from sharewell.web.reading.shelf import pack_named
from tests.web.asking import post
from tests.web.test_reading_age import HIGHEST, reading_age
from tests.web.test_weight import AFTER, FIRST_VISIT, weighs

FACTS = {fact.name: fact for name in ("england", "hampshire") for fact in pack_named(name).facts}
WITH = [fact for fact in FACTS.values() if terms_of(fact)]
WITHOUT = [fact for fact in FACTS.values() if not terms_of(fact)]
BOX = "What these words mean"


def asked(client: Client, fact: Fact) -> str:
    """The page of a question, asked anew."""
    sent = {"pack": "hampshire", "step": [f"{fact.name}=not-known"], "do": f"change {fact.name}"}
    return unescape(post(client, "/check/", sent).html)


def in_the_box(html: str) -> list[tuple[str, str]]:
    box = re.findall(r'<dl class="sw-meanings">(.*?)</dl>', html)
    return re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", box[0]) if box else []


@pytest.mark.parametrize("fact", WITH, ids=lambda fact: fact.name)
def test_a_question_that_uses_a_term_says_what_it_means(client: Client, fact: Fact) -> None:
    html = asked(client, fact)
    assert BOX in html
    assert in_the_box(html) == [(term.says, term.means) for term in terms_of(fact)]
    first, after = weighs(html)
    assert first < FIRST_VISIT
    assert after < AFTER


@pytest.mark.parametrize("fact", WITHOUT[::8], ids=lambda fact: fact.name)
def test_a_question_that_uses_none_has_no_box(client: Client, fact: Fact) -> None:
    assert BOX not in asked(client, fact)


def test_terms_are_found_in_the_question_its_help_and_its_answers() -> None:
    assert [term.name for term in terms_of(FACTS["holds-pr"])] == ["parental-responsibility"]
    assert "mash" in [term.name for term in terms_of(FACTS["recipient-kind"])]
    assert terms_of(FACTS["immediate-danger"]) == ()


def test_each_term_stands_once() -> None:
    assert len(terms_in("Section 47, a section 47 enquiry, and section 47 again")) == 1


def test_the_box_is_one_of_several_and_closed(client: Client) -> None:
    html = asked(client, FACTS["holds-pr"])
    assert re.search(rf'<details class="govuk-details"><summary[^>]*><span[^>]*>{BOX}</span></summary>', html)
    assert html.index("Why we ask") < html.index(BOX)


def test_every_meaning_can_be_read_at_fourteen() -> None:
    means = [term.means for group in groups() for term in group.terms]
    assert reading_age("<main>" + "".join(f"<p>{each}</p>" for each in means) + "</main>") <= HIGHEST
