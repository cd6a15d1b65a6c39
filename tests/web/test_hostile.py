"""Forms that nobody's browser would send: refused clearly, nothing that was valid lost, never a fault of ours."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharewell.web.reading.shelf import pack_named
from tests.web.asking import post, press, trail

FACTS = {fact.name: fact for fact in pack_named("england").facts}
GOOD = trail(immediate_danger="no", concern="harm-suspected")
ADDRESSES = ["/check/", "/check/answer/", "/check/answer.pdf", "/check/answer.txt", "/check/weigh/"]

names = st.sampled_from(sorted(FACTS)) | st.text(max_size=30)
answers = st.sampled_from(sorted({answer for fact in FACTS.values() for answer in (*fact.domain, "not-known")}))
pairs = st.builds("{}={}".format, names, answers | st.text(max_size=20))
steps = st.lists(st.lists(pairs, max_size=4).map(" ".join) | st.text(max_size=80), max_size=6)
fields = st.fixed_dictionaries(
    {},
    optional={
        "step": steps,
        "fact": names,
        "answer": answers | st.text(max_size=20),
        "tick": st.lists(pairs, max_size=3),
        "unsure": st.lists(names, max_size=3),
        "none": st.sampled_from(["none", "not-known", "", "x"]),
        "do": st.sampled_from(["back", "go", "rules", "change ", "change concern", "edit", ""]) | st.text(max_size=20),
        "pack": st.sampled_from(["england", "hampshire", "../england", ""]) | st.text(max_size=10),
        "on": st.dates().map(str) | st.text(max_size=12),
        "without": st.lists(st.text(max_size=12), max_size=3),
        "new-pack": st.text(max_size=12),
        "new-day": st.dates().map(str) | st.text(max_size=12),
        "conclusion": st.sampled_from(["share", "keep", "x"]),
        "reasons": st.text(max_size=40),
    },
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(address=st.sampled_from(ADDRESSES), sent=fields)
def test_whatever_is_sent_is_answered_or_refused(client: Client, address: str, sent: dict[str, object]) -> None:
    answer = client.post(address, sent)
    assert answer.status_code in (200, 400)
    assert not answer.cookies
    if answer.status_code == 400:
        assert "We could not read" in answer.content.decode()


@pytest.mark.parametrize(
    "bad",
    [
        "concern=no-such-answer", "no-such-fact=yes", "concern", "=", "concern=none=none", "concern=none concern=none",
        "immediate-danger=no concern=none", "~", "<script>=yes", "concern=NONE", " concern=none", "concern=none\n",
        "concern=\u0000", "x" * 5000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/check/", "/check/answer/", "/check/answer.txt"])
def test_a_step_that_cannot_be_believed_loses_nothing(client: Client, bad: str, address: str) -> None:
    page = post(client, address, {"step": [GOOD[0], bad, GOOD[1]], "do": "go"})
    assert page.status == 400
    assert page.heading == "We could not read those answers"
    assert page.form("go")["step"] == GOOD
    assert "Go on with these" in page.text
    onward = press(client, page, "go")
    assert onward.status == 200
    assert "<script>" not in page.html


@pytest.mark.parametrize(
    "sent",
    [
        {"pack": "no-such-pack"}, {"pack": "../../etc"}, {"on": "yesterday"}, {"on": "0001-01-01"},
        {"without": "no-such-rule"}, {"do": "explode"}, {"do": "change no-such-fact"},
        {"fact": "no-such-fact", "answer": "yes"}, {"fact": "concern", "answer": "no-such-answer"},
        {"fact": "special-matter", "tick": "concern=none"}, {"fact": "special-matter", "unsure": "concern"},
        {"fact": "special-matter", "none": "perhaps"},
    ],
    ids=str,
)  # fmt: skip
def test_nonsense_is_refused_and_what_was_said_stays(client: Client, sent: dict[str, str]) -> None:
    page = post(client, "/check/", {"step": GOOD, **sent})
    assert page.status == 400
    assert page.form("go")["step"] == GOOD


def test_a_form_with_too_many_fields(client: Client) -> None:
    page = post(client, "/check/", {f"x{number}": "1" for number in range(700)})
    assert page.status == 400
    assert "We could not read that form" in page.heading


def test_only_forms_reach_an_answer(client: Client) -> None:
    assert client.get("/check/answer/").status_code == 405
    assert client.get("/check/answer.pdf").status_code == 405


def test_what_stands_in_an_address_is_not_read(client: Client) -> None:
    html = client.get("/check/?step=immediate-danger%3Dno&fact=concern").content.decode()
    assert "concern" not in html
    assert "Question 1." in html
