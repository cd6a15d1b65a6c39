"""The box that finds an answer in a long list: a help for those with JavaScript, and never in the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.gallery import Scene, steps

NO_SCRIPT = [pytest.param({"java_script_enabled": False}, id="no-script")]
ASKED = Scene("question", "/check/", (*steps({"immediate-danger": "no"}), ("do", "change recipient-kind")))


def shown(page: Page) -> int:
    """How many answers stand under headings."""
    return sum(each.is_visible() for each in page.locator(".sw-group .govuk-radios__item").all())


def test_typing_leaves_what_fits_and_what_is_chosen(page: Page, live_server: LiveServer) -> None:
    ASKED.open(page, live_server.url)
    whole = shown(page)
    assert whole > 20
    page.get_by_text("A parent", exact=True).click()
    page.get_by_label("Find in this list").fill("school NURSE")
    assert shown(page) == 2
    assert page.get_by_role("radio", name="NHS trust, health visitor or school nurse").is_visible()
    assert page.get_by_role("radio", name="A parent", exact=True).is_checked()
    assert page.get_by_role("status").first.inner_text().startswith("2 of the list fit")
    assert page.get_by_role("radio", name="I don’t know").is_visible(), "not knowing is always an answer"
    page.get_by_label("Find in this list").fill("")
    assert shown(page) == whole


def test_enter_in_the_box_sends_nothing(page: Page, live_server: LiveServer) -> None:
    ASKED.open(page, live_server.url)
    page.get_by_label("Find in this list").press("Enter")
    assert page.locator(".govuk-error-summary").count() == 0


@pytest.mark.parametrize("page", NO_SCRIPT, indirect=True)
def test_without_javascript_there_is_no_box_and_the_whole_list(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/check/")
    page.locator('label[for="a2"]').click()
    page.get_by_role("button", name="Continue").click()
    for _ in range(20):
        if page.locator("#find").count():
            break
        page.locator('label[for="dk"]').click()
        page.get_by_role("button", name="Continue").click()
    assert not page.locator("#find").is_visible()
    assert page.locator(".sw-group__heading").first.is_visible()
