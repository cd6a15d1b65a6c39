"""The answer: what the engine says and nothing else, on the page, on paper and as text."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from sharewell.policy.outcome import Outcome
from sharewell.policy.source import Standing
from sharewell.web.answer.balance import conclusions
from sharewell.web.answer.words import words
from sharewell.web.clock import today
from sharewell.web.guide.words import LABELS, printed
from sharewell.web.icons import ICONS, PICTURE
from sharewell.web.reading.shelf import pack_named, reading
from tests.web.asking import Shown, post, press

ENGLAND = pack_named("england")
FACTS = {fact.name: fact for fact in ENGLAND.facts}
RULES = {rule.name: rule for rule in ENGLAND.rules}


def case_of(outcome: Outcome) -> tuple[date, dict[str, str]]:
    """A case of the pack that has this outcome."""
    for case in ENGLAND.cases:
        facts = dict(case.facts)
        if case.recipients or case.items or not set(facts) <= set(FACTS):
            continue
        said = reading("england", case.on).compiled.determine(facts)
        if said.outcome is outcome and not said.contradictions:
            return case.on, facts
    raise AssertionError(f"no case with {outcome}")


def sent(outcome: Outcome) -> dict[str, object]:
    """The form of a case."""
    on, facts = case_of(outcome)
    return {"on": on.isoformat(), "step": [f"{fact}={answer}" for fact, answer in facts.items()]}


def answer(client: Client, outcome: Outcome) -> Shown:
    return post(client, "/check/answer/", sent(outcome))


SETTLED = [outcome for outcome in Outcome if outcome is not Outcome.INCOMPLETE]


@pytest.mark.parametrize("outcome", SETTLED)
def test_the_page_says_what_the_engine_says(client: Client, outcome: Outcome) -> None:
    on, facts = case_of(outcome)
    said = reading("england", on).compiled.determine(facts)
    page = answer(client, outcome)
    assert page.status == 200
    assert page.kind == PICTURE[outcome]
    assert LABELS[outcome] in page.text
    for rule in said.deciding:
        assert rule.reason.split("'")[0].rstrip(".") in page.text
    for step in said.safeguards:
        assert printed(step.text).split(". ")[0].rstrip(".") in page.text
    assert "Who to ring" in page.text
    assert "You make the decision" in page.text
    assert ENGLAND.digest in page.text


@pytest.mark.parametrize("outcome", SETTLED)
def test_what_to_do_comes_first_and_the_law_comes_late(client: Client, outcome: Outcome) -> None:
    text = answer(client, outcome).text
    places = [text.find(each) for each in ("You make the decision", "Who to ring", "What to do", "Keep a copy")]
    assert places == sorted(places)
    assert text.index("What to do") < text.index("the legal bases")


@pytest.mark.parametrize("outcome", SETTLED)
def test_each_answer_can_be_kept_as_text_and_as_a_tagged_pdf(client: Client, outcome: Outcome) -> None:
    on, facts = case_of(outcome)
    text = client.post("/check/answer.txt", sent(outcome)).content.decode()
    for kept in (LABELS[outcome], ENGLAND.version, ENGLAND.digest, on.isoformat()):
        assert kept in text.replace("\n", " ")
    assert all(len(line) <= 100 for line in text.splitlines())
    made = client.post("/check/answer.pdf", sent(outcome))
    assert made.headers["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF-")
    assert b"pdfuaid" in made.content
    assert not set(facts.values()) & set(made.headers["Content-Disposition"].split())


@pytest.mark.parametrize(("day", "says"), [("2001-01-01", "These rules begin on"), ("2099-01-01", "Nobody has looked")])
def test_a_copy_says_that_the_rules_do_not_reach_its_day(client: Client, day: str, says: str) -> None:
    fields = {**sent(Outcome.SHOULD_SHARE), "on": day}
    assert says in client.post("/check/answer.txt", fields).content.decode()
    assert client.post("/check/answer.pdf", fields).content.startswith(b"%PDF-")
    assert says not in client.post("/check/answer.txt", sent(Outcome.SHOULD_SHARE)).content.decode()


def test_the_same_answer_gives_the_same_pdf(client: Client) -> None:
    first = client.post("/check/answer.pdf", sent(Outcome.SHOULD_SHARE)).content
    assert client.post("/check/answer.pdf", sent(Outcome.SHOULD_SHARE)).content == first


def test_nothing_a_person_writes_is_run_when_a_pdf_is_made(client: Client) -> None:
    trick = '#panic() #import "/etc/passwd" $x$ <b> 名字 Łódź \u202e'
    fields = {**sent(Outcome.WEIGH), "conclusion": "keep", "reasons": trick, "voice": trick}
    made = client.post("/check/answer.pdf", fields)
    assert made.status_code == 200


def test_a_duty_that_nobody_has_read_says_so_and_can_be_left_out(client: Client) -> None:
    for case in ENGLAND.cases:
        facts = dict(case.facts)
        said = reading("england", case.on).compiled.determine(facts)
        weak = all(all(cite.standing is not Standing.READ for cite in rule.cites) for rule in said.deciding)
        if said.outcome is Outcome.MUST_SHARE and weak:
            break
    page = post(
        client, "/check/answer/", {"on": case.on.isoformat(), "step": [f"{name}={one}" for name, one in facts.items()]}
    )
    assert "This duty has not been read in its own source" in page.text
    names = [rule.name for rule in said.deciding]
    other = press(client, page, "", "/check/answer/", without=" ".join(names))
    then = reading("england", case.on, without=tuple(sorted(names))).compiled.determine(facts)
    assert other.kind == PICTURE[then.outcome]
    assert "Left out, to see what follows" in other.text
    back = press(client, other, "rules")
    assert "Left out" not in back.text


def test_a_past_day_says_so_and_gives_the_answer_of_today(client: Client) -> None:
    _, facts = case_of(Outcome.SHOULD_SHARE)
    page = post(
        client, "/check/answer/", {"on": "2015-03-03", "step": [f"{name}={one}" for name, one in facts.items()]}
    )
    assert "as they stood on 3 March 2015" in page.text
    assert "Today’s answer:" in page.text


def test_an_answer_half_way_says_what_is_open_and_goes_on(client: Client) -> None:
    page = post(client, "/check/answer/", {"step": ["immediate-danger=no", "concern=harm-suspected"]})
    assert page.kind == "open"
    assert "What is still open" in page.text
    assert "treat" not in page.text
    assert press(client, page, "go").asks


def test_what_was_not_known_is_named_with_whether_it_matters(client: Client) -> None:
    _, facts = case_of(Outcome.SHOULD_SHARE)
    said = sent(Outcome.SHOULD_SHARE)
    steps = [f"{name}={'not-known' if name == 'age-band' else one}" for name, one in facts.items()]
    page = post(client, "/check/answer/", {**said, "step": steps})
    assert "What you did not know" in page.text
    assert FACTS["age-band"].question in page.text


def test_answers_taken_as_usual_are_shown_and_can_be_changed(client: Client) -> None:
    steps = ["immediate-danger=no", "special-matter=none", "concern=none"]
    said = reading("england", today()).compiled.determine(dict(each.split("=") for each in steps))
    page = post(client, "/check/answer/", {"step": steps})
    assert "What we took as usual" in page.text
    assert said.declared
    assert all(f'value="change {each.fact}"' in page.html for each in said.declared)


def test_nobody_is_given_words_for_a_parent_who_must_not_be_warned(client: Client) -> None:
    on, facts = case_of(Outcome.SHOULD_SHARE)
    facts |= {"concern": "harm-suspected", "recipient-kind": "social-care", "purpose": "protect-child"}

    def page_with(kind: str) -> Shown:
        steps = [f"{fact}={answer}" for fact, answer in {**facts, "concern-kind": kind, "telling-risk": "none"}.items()]
        return post(client, "/check/answer/", {"on": on.isoformat(), "step": steps})

    hidden = page_with("sexual")
    assert hidden.kind == "should"
    assert "Agree with social care and police who tells the family" in hidden.text
    assert "With a parent" not in hidden.text
    assert "With a parent, if it is safe" in page_with("neglect").text


def test_the_balance_asks_for_a_conclusion_and_reasons_and_loses_nothing(client: Client) -> None:
    page = answer(client, Outcome.WEIGH)
    assert "What do you conclude?" in page.text
    fields = page.form("weigh")
    wanting = post(
        client, "/check/weigh/", {**fields, "voice": "She wants to tell him herself.", "reasons": "Because."}
    )
    assert "Say what you conclude" in wanting.text
    assert "She wants to tell him herself." in wanting.html
    assert "<title>Error: " in wanting.html
    bare = post(client, "/check/weigh/", {**fields, "conclusion": "keep"})
    assert "Write your reasons" in bare.text
    done = post(
        client, "/check/weigh/", {**fields, "conclusion": "keep", "reasons": "It is <theirs>.", "voice": "No & no"}
    )
    assert done.heading == "Keep it private"
    assert "It is &lt;theirs&gt;." in done.html
    again = press(client, done, "edit", "/check/weigh/")
    assert "No &amp; no" in again.html
    text = client.post(
        "/check/answer.txt", {**fields, "conclusion": "keep", "reasons": "It is theirs."}
    ).content.decode()
    assert "WHAT I CONCLUDED\nKeep it private" in text
    assert "It is theirs." in text


def test_the_balance_is_only_for_what_is_weighed(client: Client) -> None:
    page = post(client, "/check/weigh/", {**sent(Outcome.MAY_SHARE), "conclusion": "keep", "reasons": "x"})
    assert page.kind == "may"


def test_every_outcome_has_its_words_and_its_picture() -> None:
    assert set(words().outcomes) == set(Outcome) == set(PICTURE) == set(LABELS)
    assert set(words().standing) == set(Standing)
    assert set(PICTURE.values()) <= set(ICONS)
    assert {name for name, _, _ in conclusions()} == {"share", "part", "not-yet", "keep", "advice"}


def test_the_words_name_facts_and_answers_that_the_pack_has() -> None:
    conditions = [pair for speech in words().speeches for pair in (*speech.when, *speech.unless)]
    strange = {(fact, one) for fact, among in conditions for one in among - {*FACTS[fact].domain, "not-known"}}
    assert strange == set()
    assert {step for speech in words().speeches for step in speech.unless_step} <= {
        each.name for each in ENGLAND.safeguards
    }
    assert set(words().to) <= set(FACTS["recipient-kind"].domain)
    assert set(words().sector_of) <= set(FACTS["sharer-kind"].domain)
