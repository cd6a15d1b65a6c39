"""Twelve published scenarios answered by the keyboard alone: the outcome is the engine's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from sharewell.web.clock import today
from sharewell.web.icons import PICTURE
from tests.browser.journey import AtTheKeyboard, Scenario, chosen, outcome_of, shown

#: The one with a script and a wide screen, the other with neither: a phone with a keyboard, or a magnified screen.
VIEWS = [
    pytest.param({"viewport": {"width": 1280, "height": 800}}, id="desktop"),
    pytest.param({"viewport": {"width": 390, "height": 800}, "java_script_enabled": False}, id="phone-no-script"),
]


@pytest.mark.parametrize("page", VIEWS, indirect=True)
@pytest.mark.parametrize("scenario", chosen(), ids=lambda each: each.case.name)
def test_by_the_keyboard_alone(page: Page, live_server: LiveServer, scenario: Scenario) -> None:
    person = AtTheKeyboard(page, live_server.url)
    person.start()
    person.answer_all(scenario)
    assert shown(page) == PICTURE[outcome_of(scenario, today())]


def test_the_skip_link_comes_first(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/check/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    page.wait_for_selector("main:focus")
    assert page.locator("form#question").count() == 1


def test_the_error_summary_leads_to_the_first_answer(page: Page, live_server: LiveServer) -> None:
    person = AtTheKeyboard(page, live_server.url)
    person.start()
    person.go(lambda: person.press(page.get_by_role("button", name="Continue")))
    assert page.title().startswith("Error: ")
    person.press(page.locator(".govuk-error-summary a"))
    page.wait_for_selector("#a1:focus", state="attached")
    assert page.title().startswith("Error: "), "a link within the page stays on it"
