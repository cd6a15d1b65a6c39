"""A competent 15-year-old who refuses, and two parents who disagree: on a desk and on a phone."""

from __future__ import annotations

from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sharewell.register.competence import CompetenceAssessment
from sharewell.register.consent import Answer, Consent
from sharewell.register.decision import Choice, Decision
from sharewell.register.disclosure import Disclosure
from tests.browser.record_desk import AtWork, desk, holds
from tests.browser.record_past import HELP
from tests.browser.record_scene import NOW, Scene
from tests.browser.record_steps import OURS, begin, outcome, sign, to_record, weigh
from tests.browser.test_record_requests import pytestmark as on_both

pytestmark = on_both
CLUB = "So that the Friday group can plan for her"
NOT_SURE = {**HELP, "child-agreement": "not-asked", "understanding": "not-assessed", "parents-in-conflict": "yes"}


def answer(person: AtWork, by: str, role: str, what: str, words: str) -> None:
    """Write down what somebody answered about the group."""
    person.link("Write down an answer")
    person.pick("Who answered?", by)
    person.choose("In which role did they answer?", role)
    if role.startswith("The child"):
        person.pick("How you know that the child could decide this", "Friday group")
    person.type("What would it be shared for?", CLUB)
    person.choose("What did they say?", what)
    person.choose("Who would get it?", "Larkfield Young Carers")
    person.type("What did you explain, and how?", "What goes, to whom, and what may come of it.")
    person.type("Their own words", words)
    person.choose("How did they say it?", "Spoken")
    person.sent("Save the answer")
    person.link("Consent and views")


def look_again(person: AtWork) -> None:
    """The day to look again."""
    group = person.page.get_by_role("group", name="On which day will you look at this again?")
    for label, words in (("Day", "8"), ("Month", "12"), ("Year", "2026")):
        person.write(group.get_by_label(label), words)


def test_a_competent_young_person_refuses(
    browser: Browser, live_server: LiveServer, begun: Scene, options: dict[str, object]
) -> None:
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        to_record(person, begun)
        person.link("Consent and views")
        person.link("Look at whether the child can decide something")
        person.type("Which decision", CLUB)
        for question in (
            "Can they say what would be shared?", "Can they say who would get it", "Can they say what may come",
            "Do they know that they can say no", "Can they weigh one side", "Is it a view of their own",
        ):  # fmt: skip
            person.choose(question, "Yes")
        person.choose("Is anybody pressing them", "No")
        person.type("What did they say or do", "She said who would be told, and what could come of it.")
        person.choose("What does it come to?", "Competent for this decision")
        person.sent("Save")
        answer(person, "Jasmine", "The child, competent", "Refused", "I do not want anybody there to know.")
        assert "No" in page.locator(".sw-state--no").first.inner_text()
        to_record(person, begun)
        begin(person, OURS, "Larkfield Young Carers", CLUB)
        asked = person.answers({**HELP, "child-agreement": "refused", "asked-so-far": "child-no"})
        assert not {"understanding", "child-agreement"} & set(asked), "the record knows these"
        assert "refus" in page.locator("main").inner_text().lower()
        person.button("Keep this and decide")
        weigh(person, "Do not share", sharing="She stops talking to us.", keeping="She goes on alone.")
        look_again(person)
        if page.get_by_label("If your choice differs").is_visible():
            person.type("If your choice differs", "She can decide this, and she said no.")
        sign(person, "She can decide this, and she said no.")
    assert CompetenceAssessment.objects.get().outcome == "competent"
    assert Consent.objects.get().answer == Answer.REFUSED
    assert Decision.objects.get().choice == Choice.NOT_SHARE
    assert not Disclosure.objects.exists()
    holds("consent-recorded")
    holds("decision-made")


def test_two_parents_disagree(
    browser: Browser, live_server: LiveServer, begun: Scene, options: dict[str, object]
) -> None:
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        to_record(person, begun)
        person.link("Consent and views")
        answer(person, "Marian", "Somebody with parental responsibility", "Agreed", "She needs a rest.")
        answer(person, "Piers", "Somebody with parental responsibility", "Refused", "It is nobody’s business.")
        assert "They do not agree." in page.locator("main").inner_text()
        to_record(person, begun)
        begin(person, OURS, "Larkfield Young Carers", CLUB)
        person.answers(NOT_SURE)
        assert outcome(person)
        person.button("Keep this and decide")
        weigh(person, "Not yet", sharing="It sets one parent against the other.", keeping="She waits for help.")
        look_again(person)
        if page.get_by_label("If your choice differs").is_visible():
            person.type("If your choice differs", "We talk to both of them first.")
        sign(person, "Her parents do not agree. We talk to both, and ask Jaz.")
    assert set(Consent.objects.values_list("answer", flat=True)) == {Answer.GIVEN, Answer.REFUSED}
    assert Decision.objects.get().choice == Choice.NOT_YET
    holds("consent-recorded", times=2)
    holds("decision-made")
