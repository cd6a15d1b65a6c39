"""Published scenarios answered in a real browser: by clicking and by the keyboard alone, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sharewell.policy.outcome import Outcome
from sharewell.web.icons import PICTURE
from tests.browser.journey import AtTheKeyboard, Person, Scenario, scenarios

WIDTHS = {"desktop": 1280, "phone": 390}


def chosen() -> list[Scenario]:
    """Sixteen scenarios: two of each outcome where there are two, the shortest stories first."""
    found: dict[Outcome, list[Scenario]] = {}
    for each in scenarios():
        found.setdefault(outcome_of(each), []).append(each)
    return [each for group in found.values() for each in group[:2]]


def outcome_of(scenario: Scenario) -> Outcome:
    """What the engine says about a scenario."""
    return scenario.reading.compiled.determine(scenario.answers).outcome


def shown(page: Page) -> str:
    """The outcome on the page, by the name of its colours."""
    classes = page.locator(".sw-outcome").get_attribute("class") or ""
    return classes.split("is-")[1].split()[0]


CHOSEN = chosen()
every_scenario = pytest.mark.parametrize("scenario", CHOSEN, ids=lambda each: each.case.name)


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def script(request: pytest.FixtureRequest) -> bool:
    """With JavaScript and without."""
    return bool(request.param)


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, script: bool) -> Iterator[Page]:
    """A page of each width that complains about anything on the console."""
    context = browser.new_context(
        viewport={"width": WIDTHS[request.param], "height": 800}, java_script_enabled=script
    )
    made = context.new_page()
    problems: list[str] = []
    made.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: problems.append(str(error)))
    yield made
    assert not context.cookies()
    context.close()
    assert problems == []


def test_there_are_at_least_twelve_scenarios() -> None:
    assert len(CHOSEN) >= 12
    assert len({outcome_of(each) for each in CHOSEN}) >= 7


@every_scenario
def test_by_clicking_alone(page: Page, live_server: LiveServer, scenario: Scenario) -> None:
    person = Person(page, live_server.url)
    person.start()
    person.rules_of(scenario.case.on)
    person.answer_all(scenario)
    assert shown(page) == PICTURE[outcome_of(scenario)]
    assert "?" not in page.url, "no answer stands in an address"


@pytest.mark.parametrize("page", ["desktop"], indirect=True)
@every_scenario
def test_by_the_keyboard_alone(page: Page, live_server: LiveServer, scenario: Scenario) -> None:
    person = AtTheKeyboard(page, live_server.url)
    person.start()
    asked = person.answer_all(scenario)
    assert asked
    assert page.locator(".sw-outcome").count() == 1
    said = scenario.reading.compiled.determine(scenario.answers)
    if scenario.case.on.isoformat() >= "2026-11-23":
        assert shown(page) == PICTURE[said.outcome]
