"""A request from the police, one under section 47, and a refusal that is looked at again: on a desk and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.record_item import Statement, record_item
from sharewell.register.decision import Choice, Decision, Reconsideration
from sharewell.register.disclosure import Disclosure
from sharewell.register.holding import Category, Level, Mark
from sharewell.register.request import InformationRequest
from sharewell.register.voice import Review
from tests.browser.record_desk import AtWork, desk, holds
from tests.browser.record_scene import NOW, Scene
from tests.browser.record_steps import THEIRS, begin, not_told, outcome, sign, tell, to_record, weigh
from tests.casework.record_rows import WORRIED

VIEWS = [
    pytest.param({"viewport": {"width": 1280, "height": 900}}, id="desktop"),
    pytest.param({"viewport": {"width": 390, "height": 800}, "has_touch": True}, id="phone"),
]
POLICE = {
    **WORRIED, "concern": "none", "purpose": "crime", "authority": "police-unexplained", "category": "education",
    "authority-seen": "no", "serious-crime": "no", "child-agreement": "not-asked", "parent-agreement": "not-asked",
}  # fmt: skip
SECTION_47 = {
    **WORRIED, "authority": "s47", "authority-seen": "yes", "concern": "harm-suspected", "purpose": "protect-child",
}  # fmt: skip
pytestmark = pytest.mark.parametrize("options", VIEWS)


def test_a_police_request(browser: Browser, live_server: LiveServer, begun: Scene, options: dict[str, object]) -> None:
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        to_record(person, begun)
        begin(person, THEIRS, "Northmere Police", "To find out who was at the bus station", asked_for="Her timetable")
        asked = person.answers(POLICE)
        assert not {"recipient-kind", "started-by"} & set(asked), "the record knows who asks"
        assert "you must" not in outcome(person).lower()
        person.button("Keep this and decide")
        weigh(person, "Do not share", sharing="She stops trusting us.", keeping="They may find out elsewhere.")
        person.type("Day", "4")
        person.type("Month", "12")
        person.type("Year", "2026")
        if page.get_by_label("If your choice differs").is_visible():
            person.type("If your choice differs", "They gave no reason that I can check.")
        sign(person, "They did not say why they need it. I asked them to write.")
        assert page.locator("h1").inner_text() == "Do not share"
    decision = Decision.objects.get()
    assert decision.choice == Choice.NOT_SHARE
    assert Review.objects.filter(about=decision.pk, done_at__isnull=True).count() == 1
    assert not Disclosure.objects.exists()
    holds("decision-made")


def test_a_section_47_request(
    browser: Browser, live_server: LiveServer, begun: Scene, options: dict[str, object]
) -> None:
    with begun.as_("teacher", days_ago=3) as who:
        said = Statement(
            "Bruises on both arms", "Seen by me on Monday, in form time.", Mark.OBSERVATION, Category.CARE, who.on,
            Level.OPEN, source_person=begun.child.pk,
        )  # fmt: skip
        record_item(who, begun.child.pk, said=said)
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        to_record(person, begun)
        person.link("Somebody asks, or you wish to tell")
        person.choose("Who began this?", "Somebody asks us")
        person.pick("Which organisation?", "Aldermere Children’s Services")
        person.type("What is it for?", "A section 47 enquiry")
        person.type("What was asked for", "What the school has seen")
        person.choose("Which of the things we hold", "Bruises on both arms")
        person.sent("Go on to the questions")
        person.answers(SECTION_47)
        assert "Share" in outcome(person)
        person.button("Keep this and decide")
        weigh(
            person, "Share", sharing="Home may turn on her.", keeping="The enquiry would not know what we saw.",
            harm="Significant harm to a child",
        )  # fmt: skip
        person.choose("Bruises on both arms", "All of it goes")
        tell(person, {"Jaz": "Told before", "Marian": "Will be told", "Piers": "Will be told"})
        sign(person, "They are enquiring under section 47. I saw the bruises myself.")
        person.link("Record what was given")
        person.type("Who was given it?", "Priya Nairn")
        person.choose("How did it go?", "Secure")
        person.choose("Bruises on both arms", "It went")
        person.sent("Record it")
        assert "1 item" in page.locator(".sw-three").inner_text()
    assert Decision.objects.get().choice == Choice.SHARE
    assert Disclosure.objects.get().recipient_name == "Priya Nairn"
    holds("decision-made")


def test_a_refusal_is_looked_at_again(
    browser: Browser, live_server: LiveServer, lived: Scene, options: dict[str, object]
) -> None:
    refused = Decision.objects.get(pk=lived.rows["refused"])
    with desk(browser, live_server, lived.cast.at("teacher", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        person.visit("/work/")
        person.link("Northmere Police")
        assert "Something new" in page.locator("main").inner_text()
        person.link("Look at this again")
        person.choose("What do you conclude?", "I want to decide again")
        person.type("Why?", "She wrote that she saw who did it.")
        person.sent("Go on")
        person.answers({**POLICE, "authority": "police-reasoned", "serious-crime": "yes"}, ticks=["serious-crime=yes"])
        person.button("Keep this and decide")
        weigh(person, "Share", sharing="She may be called a grass.", keeping="Somebody else is hurt.",
              harm="Serious crime")  # fmt: skip
        tell(person, {"Jaz": "Told before"})
        not_told(person, "Marian", "Jaz asked us to wait.")
        not_told(person, "Piers", "He has threatened her mother.")
        person.type("What has changed since", "She told us in writing that she wants to help.")
        if page.get_by_label("If your choice differs").is_visible():
            person.type("If your choice differs", "She wants us to.")
        sign(person, "She saw it, and she wants them to know.")
        assert page.locator("h1").inner_text() == "Share, with Northmere Police"
    again = Decision.objects.get(replaces=refused)
    assert again.replaces_because.startswith("She told us")
    assert Reconsideration.objects.filter(decision=refused).count() == 1
    assert InformationRequest.objects.get(pk=again.request_id) == refused.request
    holds("decision-replaced")
