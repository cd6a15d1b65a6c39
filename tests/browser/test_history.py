"""The browser's own buttons: Back goes back, a reload asks again, and what was cleared is gone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Request
from pytest_django.live_server_helper import LiveServer

from tests.browser.journey import Person

BOTH = [
    pytest.param({"java_script_enabled": True}, id="script"),
    pytest.param({"java_script_enabled": False}, id="no-script"),
]


def asked(page: Page) -> str:
    """The fact that the page asks about."""
    return page.locator('form#question input[name="fact"]').get_attribute("value") or ""


@pytest.mark.parametrize("page", BOTH, indirect=True)
def test_the_browsers_back_button_goes_back_a_question(page: Page, live_server: LiveServer) -> None:
    person = Person(page, live_server.url)
    person.start()
    seen = []
    for _ in range(3):
        seen.append(asked(page))
        person.choose("answer", "not-known") if page.locator('input[name="answer"]').count() else person.choose(
            "none", "none"
        )
        person.go(lambda: page.get_by_role("button", name="Continue").click())
    for fact in reversed(seen):
        page.go_back()
        page.wait_for_selector(f'form#question input[name="fact"][value="{fact}"]', state="attached")


def test_a_reload_asks_the_same_question_again(page: Page, live_server: LiveServer) -> None:
    person = Person(page, live_server.url)
    person.start()
    person.choose("answer", "no")
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    fact = asked(page)
    page.reload()
    page.wait_for_selector(f'form#question input[name="fact"][value="{fact}"]', state="attached")


@pytest.mark.parametrize("page", BOTH, indirect=True)
def test_the_pages_own_back_and_change(page: Page, live_server: LiveServer) -> None:
    person = Person(page, live_server.url)
    person.start()
    first = asked(page)
    person.choose("answer", "no")
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    second = asked(page)
    person.go(page.get_by_role("button", name="Change your answer").first.click)
    assert asked(page) == first
    assert page.locator('input[name="answer"][value="no"]').is_checked()
    person.go(lambda: page.get_by_role("button", name="Leave it as it is").click())
    assert asked(page) == second
    person.go(lambda: page.get_by_role("button", name="Back").click())
    assert asked(page) == first


def test_nothing_comes_from_another_place(page: Page, live_server: LiveServer) -> None:
    seen: list[str] = []

    def note(request: Request) -> None:
        seen.append(request.url)

    page.on("request", note)
    person = Person(page, live_server.url)
    person.start()
    person.choose("answer", "no")
    person.go(lambda: page.get_by_role("button", name="Continue").click())
    assert seen
    assert all(url.startswith(live_server.url) and "?" not in url for url in seen)
