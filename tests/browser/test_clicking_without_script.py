"""Twelve published scenarios, answered by clicking with JavaScript off: the outcome is the engine's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from sharewell.web.icons import PICTURE
from tests.browser.journey import Person, Scenario, chosen, outcome_of, shown

CHOSEN = chosen()
VIEWS = [
    pytest.param({"viewport": {"width": 1280, "height": 800}, "java_script_enabled": False}, id="desktop"),
    pytest.param({"viewport": {"width": 390, "height": 800}, "java_script_enabled": False}, id="phone"),
]


@pytest.mark.parametrize("page", VIEWS, indirect=True)
@pytest.mark.parametrize("scenario", CHOSEN, ids=lambda each: each.case.name)
def test_by_clicking_alone(page: Page, live_server: LiveServer, scenario: Scenario) -> None:
    person = Person(page, live_server.url)
    person.start()
    person.rules_of(scenario.case.on)
    person.answer_all(scenario)
    assert shown(page) == PICTURE[outcome_of(scenario)]
    assert "?" not in page.url, "no answer stands in an address"
