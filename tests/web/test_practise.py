"""Practise: the rules' answer is the engine's, the publisher's stands beside it, and nothing anybody chose is kept."""

from __future__ import annotations

import logging
import re
from html import unescape

import pytest
from django.test import Client

from sharewell.policy.outcome import Outcome
from sharewell.web.guide.words import LABELS, SHORT
from sharewell.web.practise.compare import answers, compared, reasons, verdict
from sharewell.web.practise.induction import steps
from sharewell.web.practise.scenario import outcomes, scenarios

STORIES = scenarios("england")
CERTIFICATE = "/practise/induction/certificate/"


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def chosen(slug: str, outcome: Outcome) -> dict[str, str]:
    return {f"choice-{part.number}": outcome.value for part in STORIES[slug].parts()}


def test_every_published_story_is_an_exercise(client: Client) -> None:
    page = client.get("/practise/").content.decode()
    assert len(STORIES) == 55
    assert all(f"/practise/{slug}/" in page for slug in STORIES)


@pytest.mark.parametrize("slug", STORIES)
def test_a_story_is_read_decided_and_compared(client: Client, slug: str) -> None:
    story = STORIES[slug]
    asked = client.get(f"/practise/{slug}/").content.decode()
    assert asked.count("<fieldset") == len(story.parts())
    assert "The rules say" not in asked
    page = client.post(f"/practise/{slug}/", chosen(slug, Outcome.WEIGH))
    shown = text(page.content.decode())
    for part in story.parts():
        assert f"The rules say {SHORT[part.said.outcome]}" in shown
    assert compared(story, story.parts()).says in shown
    assert story.published.link in shown
    assert f'href="{story.published.link}"' not in page.content.decode()
    assert ("Why the two differ" in shown) is not compared(story, story.parts()).agree
    assert not page.cookies


def test_where_one_outcome_is_expected_the_page_has_it() -> None:
    for story in STORIES.values():
        parts = story.parts()
        if len(parts) == 1 and story.case.expect.outcome:
            assert parts[0].said.outcome is story.case.expect.outcome, story.slug


def test_a_difference_is_always_explained() -> None:
    assert set(reasons()) == set(outcomes())
    for story in STORIES.values():
        said = compared(story, story.parts())
        assert said.agree or said.why, story.slug
        assert {story.published.says, *story.published.also} <= answers().keys()


def test_every_choice_can_be_made_and_only_those(client: Client) -> None:
    slug = next(iter(STORIES))
    for outcome in outcomes():
        page = client.post(f"/practise/{slug}/", chosen(slug, outcome))
        assert f"You said {SHORT[outcome]}" in text(page.content.decode())
    for sent in ({}, {"choice-1": "incomplete"}, {"choice-1": "<b>"}):
        page = client.post(f"/practise/{slug}/", sent)
        assert "Choose an answer to go on" in page.content.decode()
        assert "<b>" not in page.content.decode().split("<main")[1].split("</b>")[0]
    assert LABELS


def test_nobody_is_told_right_or_wrong() -> None:
    for story in STORIES.values():
        parts = story.parts()
        said = {verdict([one] * len(parts), parts) for one in outcomes()}
        assert not any(re.search(r"\b(right|wrong|correct|score)\b", each) for each in said)


def test_no_such_story(client: Client) -> None:
    assert client.get("/practise/no-such/").status_code == 404


def test_first_steps_lead_to_a_certificate(client: Client) -> None:
    assert "Begin" in client.get("/practise/induction/").content.decode()
    for number, step in enumerate(steps(), start=1):
        page = client.post("/practise/induction/", {"step": number}).content.decode()
        assert step.title in unescape(page)
        assert step.choices[1].reply not in unescape(page)
        for choice in step.choices:
            sent = {"step": number, "answered": "yes", "choice": choice.name}
            assert choice.reply in unescape(client.post("/practise/induction/", sent).content.decode())
    page = client.post("/practise/induction/", {"step": len(steps()) + 1}).content.decode()
    assert CERTIFICATE in page


def test_a_step_without_an_answer_says_what_to_do(client: Client) -> None:
    page = client.post("/practise/induction/", {"step": 2, "answered": "yes"}).content.decode()
    assert "Choose an answer to go on" in page
    assert "<title>Error:" in page


@pytest.mark.parametrize("step", ["0", "-1", "999", "x", "", "²"])
def test_a_step_that_is_not_there(client: Client, step: str) -> None:
    assert client.post("/practise/induction/", {"step": step}).status_code == 200


def test_first_steps_cover_the_aims() -> None:
    words = " ".join(" ".join((step.title, step.lead, *step.points)) for step in steps())
    for aim in ("interests", "not a wall", "Gillick", "mental capacity", "four", "parents", "Write it down either way",
                "Call back", "fact, opinion"):  # fmt: skip
        assert aim in words, aim


def test_the_name_is_on_the_certificate_and_nowhere_else(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.post(CERTIFICATE, {"name": "  Zebedee   <i>Quill</i> "})
    page = answer.content.decode()
    assert "Zebedee &lt;i&gt;Quill&lt;/i&gt;" in page
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert "Zebedee" not in caplog.text
    assert "Zebedee" not in client.get(CERTIFICATE).content.decode()
    assert client.get(f"{CERTIFICATE}?name=Zebedee").content.decode().count("Zebedee") == 0


def test_a_certificate_needs_a_name(client: Client) -> None:
    assert "Type a name to go on" in client.post(CERTIFICATE, {"name": "  "}).content.decode()
