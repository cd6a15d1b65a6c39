"""Pages for practitioners can be read at fourteen: Flesch-Kincaid on whole sentences, with terms of law excepted."""

from __future__ import annotations

import re
from html import unescape

import pytest
import textstat
from django.test import Client

from sharewell.policy.outcome import Outcome
from sharewell.web.guide.situation import situations
from tests.web.test_answer import SETTLED, sent
from tests.web.test_security import HELP

HIGHEST = 14
AIM = 11
#: Words of the field that a page cannot do without; the formula would count them as hard.
TERMS = {
    "safeguarding": "keeping safe", "responsibility": "duty", "information": "facts", "agreement": "yes",
    "confidential": "private", "organisation": "group", "organisations": "groups", "practitioner": "worker",
    "practitioners": "workers", "disability": "need", "community": "local",
}  # fmt: skip
_LEFT_OUT = re.compile(
    r'<dl>.*?</dl>|<details class="govuk-details sw-governance">.*?</details>|<summary><span>Source:.*?</summary>'
    r"|<svg.*?</svg>|<select.*?</select>",
    flags=re.DOTALL,
)
_ENDS = re.compile(r"</(?:li|p|h1|h2|h3|dt|dd|label|legend|button|summary|figcaption|option)>")


def read_aloud(html: str) -> str:
    """The main part as sentences: items of lists end with a stop, sources and governance details are left out."""
    main = html[html.index("<main") : html.index("</main>")]
    text = unescape(re.sub(r"<[^>]+>", " ", _ENDS.sub(". ", _LEFT_OUT.sub(" ", main))))
    text = re.sub(r"[0-9][0-9 ]{5,}", " ", text)
    for term, plain in TERMS.items():
        text = re.sub(rf"\b{term}\b", plain, text, flags=re.IGNORECASE)
    sentences = re.split(r"(?<=[.?!:;])\s+", re.sub(r"([.?!:;”])[\s.]+", r"\1 ", " ".join(text.split())))
    return " ".join(each for each in sentences if len(each.split()) > 2)


def reading_age(html: str) -> float:
    """The age at which a page can be read."""
    return float(textstat.flesch_kincaid_grade(read_aloud(html))) + 5


@pytest.mark.parametrize("page", ["/", "/check/", *HELP, *(f"/situations/{each.slug}/" for each in situations())])
def test_a_page_can_be_read_at_fourteen(client: Client, page: str) -> None:
    assert reading_age(client.get(page).content.decode()) <= HIGHEST


@pytest.mark.parametrize("outcome", SETTLED)
def test_an_answer_can_be_read_at_fourteen(client: Client, outcome: Outcome) -> None:
    html = client.post("/check/answer/", sent(outcome)).content.decode()
    assert len(read_aloud(html).split()) > 200
    assert reading_age(html) <= HIGHEST


def test_hard_words_are_found() -> None:
    hard = (
        "Notwithstanding the aforementioned considerations, disclosure of confidential information is authorised. " * 9
    )
    assert reading_age(f"<main><p>{hard}</p></main>") > HIGHEST
