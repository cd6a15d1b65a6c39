"""`make screenshots`: pictures of the key pages into screenshots/, for a person to look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sharewell.policy.outcome import Outcome
from tests.browser.journey import Person, Scenario, scenarios

FOLDER = Path(__file__).parents[2] / "screenshots"
VIEWS = {"desktop": (1280, False), "phone": (390, False), "dark": (1280, True)}


def take(page: Page, name: str, view: str) -> None:
    """One picture of the whole page."""
    FOLDER.mkdir(exist_ok=True)
    page.screenshot(path=FOLDER / f"{name}-{view}.png", full_page=True)


def examples() -> dict[Outcome, Scenario]:
    """A published scenario for each outcome that has one."""
    found: dict[Outcome, Scenario] = {}
    for each in scenarios():
        found.setdefault(each.reading.compiled.determine(each.answers).outcome, each)
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_take(browser: Browser, live_server: LiveServer, view: str) -> None:
    width, dark = VIEWS[view]
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", device_scale_factor=1
    )
    person = Person(page, live_server.url)
    page.goto(live_server.url)
    take(page, "home", view)
    page.goto(f"{live_server.url}/situations/the-police-have-rung/")
    take(page, "situation", view)
    person.start()
    take(page, "question-first", view)
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    take(page, "question-error", view)
    person.choose("answer", "yes")
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    take(page, "emergency", view)
    for outcome, scenario in examples().items():
        person.start()
        person.rules_of(scenario.case.on)
        seen: set[str] = set()
        for _ in range(60):
            if not page.locator("form#question").count():
                break
            fact = page.locator('form#question input[name="fact"]').get_attribute("value") or ""
            if outcome is Outcome.ASK_FIRST and fact not in seen:
                take(page, f"question-{len(seen):02}-{fact}", view)
            seen.add(fact)
            person.answer(scenario, fact)
        take(page, f"answer-{outcome.value}", view)
        if outcome is Outcome.WEIGH:
            page.fill("#voice", "She said her dad would be angry.\nShe wants to tell him herself.")
            page.fill("#reasons", "Sharing less will do for now. We talk again on Friday.")
            person.choose("conclusion", "part")
            person.go(lambda: page.get_by_role("button", name="Make my summary").click())
            take(page, "weighed", view)
    page.close()
