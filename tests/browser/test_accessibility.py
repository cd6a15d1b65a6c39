"""axe finds nothing on any page in any state; nothing scrolls sideways at 320 pixels, which is 400 % zoom."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import AXE
from tests.browser.journey import Person, Scenario, chosen, outcome_of

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = [
    pytest.param({"viewport": {"width": 1280, "height": 800}}, id="desktop"),
    pytest.param({"viewport": {"width": 320, "height": 640}}, id="narrow"),
    pytest.param({"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"}, id="dark"),
]
FORCED = [pytest.param({"forced_colors": "active"}, id="forced-colours")]
PAGES = ["/", "/check/", "/check/clear/", "/situations/the-police-have-rung/"]


def looked_at(page: Page) -> list[str]:
    """What axe finds, and whether the page scrolls sideways, everything opened."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    problems = [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*problems, *(["it scrolls sideways"] if wide > 0 else [])]


def one_of_each() -> list[Scenario]:
    """A scenario of each outcome."""
    found = {outcome_of(each): each for each in reversed(chosen())}
    return list(found.values())


@pytest.mark.parametrize("page", [*VIEWS, *FORCED], indirect=True)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_its_own(page: Page, live_server: LiveServer, address: str) -> None:
    page.goto(live_server.url + address)
    assert looked_at(page) == []


@pytest.mark.parametrize("page", [*VIEWS, *FORCED], indirect=True)
def test_questions_errors_and_danger(page: Page, live_server: LiveServer) -> None:
    person = Person(page, live_server.url)
    person.start()
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    assert looked_at(page) == [], "an error"
    person.choose("answer", "yes")
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    assert looked_at(page) == [], "danger now"
    person.go(lambda: page.get_by_role("button", name="Go on with the questions").click())
    assert looked_at(page) == [], "a question while in danger"
    person.start()
    person.choose("answer", "no")
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    for _ in range(6):
        if page.locator('input[name="tick"]').count():
            assert looked_at(page) == [], "a checklist"
            person.choose("none", "none")
        else:
            page.locator('input[name="answer"]').first.evaluate("each => each.click()")
        person.go(lambda: page.get_by_role("button", name="Continue").click())
        if not page.locator("form#question").count():
            break
        assert looked_at(page) == [], "a question"


@pytest.mark.parametrize("page", VIEWS, indirect=True)
@pytest.mark.parametrize("scenario", one_of_each(), ids=lambda each: outcome_of(each).value)
def test_the_answer_of_every_outcome(page: Page, live_server: LiveServer, scenario: Scenario) -> None:
    person = Person(page, live_server.url)
    page.goto(f"{live_server.url}/check/")
    steps = "".join(f"<input name=step value='{fact}={answer}'>" for fact, answer in scenario.answers.items())
    form = f"<form method=post action='/check/answer/'>{steps}<input name=on value='{scenario.case.on}'></form>"
    page.evaluate(
        "html => { document.querySelector('main').insertAdjacentHTML('beforeend', html);"
        " HTMLFormElement.prototype.submit.call(document.querySelector('main > form')) }",
        form,
    )
    page.wait_for_selector(".sw-outcome")
    assert looked_at(page) == []
    if page.locator("form#weigh").count():
        person.go(lambda: page.get_by_role("button", name="Make my summary").click())
        assert looked_at(page) == [], "an error of the balance"
        person.choose("conclusion", "keep")
        page.fill("#reasons", "Because it is theirs to tell.")
        person.go(lambda: page.get_by_role("button", name="Make my summary").click())
        assert looked_at(page) == [], "the conclusion"


def test_a_planted_fault_is_found(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    fault = "'<img src=/static/sharewell/mark.svg><b>' + 'x'.repeat(999)"
    page.evaluate(f"document.querySelector('main').insertAdjacentHTML('beforeend', {fault})")
    assert [each.split(":")[0] for each in looked_at(page)] == ["image-alt"]
