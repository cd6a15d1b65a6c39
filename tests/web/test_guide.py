"""The guide: one question a page, every answer changed without losing the others, and Back always back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.reach import last_review
from sharewell.web.guide.situation import situations
from sharewell.web.reading.shelf import pack_named
from tests.web.asking import begin, post, press, say, trail

ENGLAND = pack_named("england")
FACTS = {fact.name: fact for fact in ENGLAND.facts}


def test_the_first_page_is_the_guide(client: Client) -> None:
    html = client.get("/").content.decode()
    assert "Should I share this about a child?" in html
    assert 'href="/check/"' in html


def test_danger_is_asked_first_and_i_dont_know_is_always_there(client: Client) -> None:
    page = begin(client)
    assert FACTS[page.asks].first
    assert f'value="{NOT_KNOWN}"' in page.html
    assert "I don’t know" in page.text
    assert "Why we ask" in page.text
    assert "Question 1. Most checks take" in page.text


def test_the_emergency_strip_is_on_every_page(client: Client) -> None:
    for html in (client.get(each).content.decode() for each in ("/", "/check/", "/check/clear/", "/nowhere/")):
        assert html.index('aria-label="In an emergency"') < html.index("<main")
        assert 'href="tel:999"' in html
        assert "01632 960 123" in html


def test_danger_now_is_answered_at_once(client: Client) -> None:
    first = begin(client)
    page = say(client, first, answer="yes")
    assert page.heading == "Ring 999 now"
    assert "Police" in page.text
    assert "Share" in page.text
    onward = press(client, page, "go")
    assert onward.asks
    assert "You said someone is in danger now" in onward.text


def test_a_question_without_an_answer_says_what_to_do(client: Client) -> None:
    page = say(client, begin(client))
    assert page.html.count("<title>Error: ") == 1
    assert "Choose an answer to go on" in page.text
    assert 'href="#a1"' in page.html
    assert 'id="a1"' in page.html


def test_the_answers_given_are_listed_and_each_can_be_changed(client: Client) -> None:
    page = say(client, begin(client), answer="no")
    second = page.asks
    page = say(client, page, answer=FACTS[second].domain[0])
    assert page.html.count('value="change ') == 2
    anew = press(client, page, f"change {second}")
    assert anew.asks == second
    assert "checked" in anew.html
    changed = say(client, anew, answer=FACTS[second].domain[1])
    assert FACTS[second].says(FACTS[second].domain[1]).split("'")[0] in changed.text
    assert "No, not in the next few hours" in changed.text
    assert press(client, anew, "go").asks == page.asks


def test_back_takes_one_step_back_and_keeps_what_was_said(client: Client) -> None:
    first = begin(client)
    second = say(client, first, answer="no")
    third = say(client, second, answer=NOT_KNOWN)
    back = press(client, third, "back")
    assert back.asks == second.asks
    assert back.html.count(" checked") == 1
    again = press(client, back, "back")
    assert again.asks == first.asks
    assert press(client, again, "back").asks == first.asks


def test_an_answer_that_no_longer_fits_is_put_aside_kindly_and_back_brings_it_again(client: Client) -> None:
    quiet = next(
        fact for fact in ENGLAND.facts
        if fact.quiet and any(fact.name in {tick.fact for tick in each.ticks} for each in ENGLAND.facts)
    )  # fmt: skip
    gate = next(each for each in ENGLAND.facts if quiet.name in {tick.fact for tick in each.ticks})
    other = next(answer for answer in quiet.domain if quiet.quiet and answer != quiet.quiet.answer)
    steps = [*trail(immediate_danger="no"), f"{gate.name}=none", f"{quiet.name}={other}"]
    page = post(client, "/check/", {"step": steps, "do": "go"})
    assert "brought into line" in page.text
    back = press(client, page, "back")
    assert back.asks == quiet.name


@pytest.mark.parametrize("situation", situations(), ids=lambda each: each.slug)
def test_a_situation_only_fills_in_answers_and_says_so(client: Client, situation: object) -> None:
    each = next(one for one in situations() if one is situation)
    assert all(fact in FACTS and answer in FACTS[fact].domain for fact, answer in each.answers)
    html = client.get(f"/situations/{each.slug}/").content.decode()
    assert html.count('value="change ') == len(each.answers)
    steps = [f"~{fact}={answer}" for fact, answer in each.answers]
    page = post(client, "/check/", {"step": steps, "do": "go"})
    assert page.asks == begin(client).asks, "danger is still asked first"
    assert page.text.count("Filled in from the situation") == len(each.answers)
    assert press(client, page, "back").asks == page.asks


def test_a_situation_that_is_not_there(client: Client) -> None:
    assert client.get("/situations/no-such-thing/").status_code == 404


def test_every_answer_but_the_last_needs_no_script(client: Client) -> None:
    html = begin(client).html
    assert 'method="post"' in html
    assert "<noscript" not in html


def test_another_day_and_local_rules(client: Client) -> None:
    page = say(client, begin(client), answer="no")
    past = press(client, page, "rules", **{"new-pack": "england", "new-day": "2015-03-03"})
    assert "3 March 2015" in past.text
    assert past.form("go")["on"] == ["2015-03-03"]
    local = press(client, past, "rules", **{"new-pack": "hampshire"})
    assert local.form("go")["pack"] == ["hampshire"]
    assert "on" not in local.form("go")
    assert local.form("go")["step"] == page.form("go")["step"]


def test_a_day_that_is_none_is_refused_and_the_answers_stay(client: Client) -> None:
    page = say(client, begin(client), answer="no")
    for day in ("2026-02-31", "9999-01-01", "1066-10-14", "tomorrow"):
        refused = press(client, page, "rules", **{"new-day": day})
        assert refused.status == 400
        assert "Enter a day between 1 January 1900 and 31 December 2099." in refused.text
        assert refused.form("go")["step"] == page.form("go")["step"]
    mended = press(client, refused, "rules", **{"new-day": "2015-03-03"})
    assert "3 March 2015" in mended.text
    assert "on" not in press(client, refused, "go").form("go")


def test_before_the_first_day_it_is_get_advice_and_says_why(client: Client) -> None:
    page = post(client, "/check/", {"on": "2001-01-01", "step": trail(immediate_danger="no"), "do": "go"})
    assert page.kind == "refer"
    assert "These rules begin on 1 October 2008." in page.text
    assert "That does not mean no." in page.text


def test_beyond_any_review_it_says_that_nobody_has_looked(client: Client) -> None:
    last = last_review(pack_named("england"))
    assert last is not None
    for day, beyond in ((last, False), (last + timedelta(days=1), True), (date(2099, 12, 31), True)):
        page = press(client, say(client, begin(client), answer="no"), "rules", **{"new-day": day.isoformat()})
        assert ("Nobody has looked beyond" in page.text) is beyond


def test_a_long_trail_is_put_together(client: Client) -> None:
    steps = ["concern=none", "concern=extra-help"] * 90
    page = post(client, "/check/", {"step": [*trail(immediate_danger="no"), *steps], "do": "go"})
    assert page.status == 200
    assert len(page.form("go")["step"]) == 2


def test_stopping_clears_the_browser_too(client: Client) -> None:
    answer = client.get("/check/clear/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_back_button_of_the_browser_may_keep_a_question(client: Client) -> None:
    answer = client.post("/check/", {"fact": "immediate-danger", "answer": "no"})
    assert answer.headers["Cache-Control"] == "private, no-cache"
