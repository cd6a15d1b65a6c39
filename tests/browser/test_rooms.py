"""The exercises gone through by clicking, axe on each step; and the way out of the young people's pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route
from pytest_django.live_server_helper import LiveServer

from sharewell.web.young.views import WEATHER
from tests.browser.checks import looked_at

VIEWS = [
    pytest.param({"viewport": {"width": 1280, "height": 800}}, id="desktop"),
    pytest.param({"viewport": {"width": 320, "height": 640}}, id="narrow"),
]
NO_SCRIPT = [pytest.param({"java_script_enabled": False}, id="no-script")]


@pytest.mark.parametrize("page", VIEWS, indirect=True)
def test_an_exercise_in_every_state(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/practise/ico-wakefield-court-bundle/")
    assert looked_at(page) == []
    page.get_by_role("button", name="Compare with the rules").click()
    page.wait_for_selector(".govuk-error-summary")
    assert looked_at(page) == [], "an error"
    for fields in page.locator("main fieldset").all():
        fields.get_by_text("Do not share").click()
    page.get_by_role("button", name="Compare with the rules").click()
    page.wait_for_selector("#publisher")
    assert looked_at(page) == [], "compared"
    page.get_by_role("link", name="Next story").click()
    assert page.locator("main fieldset").count()


@pytest.mark.parametrize("page", [*VIEWS, *NO_SCRIPT], indirect=True)
def test_first_steps_by_clicking_alone(page: Page, live_server: LiveServer) -> None:
    script = page.goto(f"{live_server.url}/practise/induction/") and page.locator("html.sw-has-script").count()
    page.get_by_role("button", name="Begin").click()
    for last in [*[False] * 5, True]:
        page.locator('label[for="c2"]').click()
        page.get_by_role("button", name="See what we would say").click()
        page.wait_for_selector("main .sw-note")
        if script:
            assert looked_at(page) == []
        page.get_by_role("button", name="Finish" if last else "Go on").click()
    page.get_by_label("The name on it").fill("Zebedee Quill")
    page.get_by_role("button", name="Make my certificate").click()
    page.wait_for_selector(".sw-certificate")
    assert page.get_by_text("Zebedee Quill").count() == 1
    assert "Zebedee" not in page.url
    if script:
        assert looked_at(page) == []


def _weather(page: Page) -> list[str]:
    """The weather, without a network; gives the addresses asked for, and whether they were told where from."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.headers.get("referer", ""))
        route.fulfill(body="<title>Weather</title>", content_type="text/html")

    page.route(f"{WEATHER}**", answer)
    return asked


@pytest.mark.parametrize("page", [pytest.param({}, id="script"), *NO_SCRIPT], indirect=True)
def test_the_way_out_is_a_link(page: Page, live_server: LiveServer) -> None:
    asked = _weather(page)
    page.goto(f"{live_server.url}/young/8-11/")
    page.get_by_role("link", name="Leave this page fast").click()
    page.wait_for_url(f"{WEATHER}**")
    assert asked == [""]


@pytest.mark.parametrize("keys", [["Escape"], ["Shift", "Shift", "Shift"]], ids=["escape", "shift"])
def test_the_way_out_by_a_key_leaves_no_page_to_go_back_to(
    page: Page, live_server: LiveServer, keys: list[str]
) -> None:
    asked = _weather(page)
    page.goto(f"{live_server.url}/young/")
    page.goto(f"{live_server.url}/young/12-17/")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_url(f"{WEATHER}**")
    assert asked == [""]
    page.go_back()
    page.wait_for_url("**/young/")
    assert not page.url.endswith("12-17/")


def test_the_way_out_stays_in_view(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/young/easy/")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    box = page.get_by_role("link", name="Leave this page fast").bounding_box()
    assert box
    assert 0 <= box["y"] < 200
