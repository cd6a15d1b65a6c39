"""Any page in any state: axe finds nothing, nothing scrolls sideways, and focus can be seen.

320 pixels are also what 400 % zoom leaves of a desktop's 1280.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sharewell.web.rulebook import worked
from tests.browser.checks import looked_at, sideways, unseen_focus
from tests.browser.gallery import LOOKS, WIDTHS, Scene, scenes

SCENES = [pytest.param(each, id=each.name) for each in scenes()]


@pytest.fixture(autouse=True)
def _as_people_get_them(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is worked out in the background, and every refusal has an address."""
    monkeypatch.setattr(worked, "WAITING", 0)
    with override_settings(ROOT_URLCONF="tests.browser.refusals"):
        yield


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page for all: opening each state anew leaves nothing behind. Refusals may complain on its console."""
    made = browser.new_page()
    yield made
    made.close()


@pytest.mark.parametrize("scene", SCENES)
def test_axe_finds_nothing_in_light_dark_or_narrow(shared: Page, live_server: LiveServer, scene: Scene) -> None:
    scene.open(shared, live_server.url)
    problems = {}
    for look, (size, told) in LOOKS.items():
        width, height = WIDTHS[size]
        shared.set_viewport_size({"width": width, "height": height})
        shared.emulate_media(**told)
        if found := looked_at(shared):
            problems[look] = found
    assert problems == {}


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_scrolls_sideways_and_focus_is_seen(shared: Page, live_server: LiveServer, scene: Scene) -> None:
    shared.set_viewport_size({"width": 1280, "height": 900})
    scene.open(shared, live_server.url)
    wide = []
    for name, (width, height) in WIDTHS.items():
        shared.set_viewport_size({"width": width, "height": height})
        if sideways(shared):
            wide.append(name)
    assert wide == []
    unseen = {}
    for look, (_, told) in LOOKS.items():
        shared.emulate_media(**told)
        if found := unseen_focus(shared):
            unseen[look] = found[:5]
    assert unseen == {}


def test_a_planted_fault_is_found(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    fault = "'<img src=/static/sharewell/mark.svg><b>' + 'x'.repeat(999)"
    page.evaluate(f"document.querySelector('main').insertAdjacentHTML('beforeend', {fault})")
    assert [each.split(":")[0] for each in looked_at(page)] == ["image-alt"]


def test_a_planted_focus_that_nobody_sees_is_found(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    fault = "each => { each.style.outline = 'none'; each.style.boxShadow = 'none' }"
    page.locator(".govuk-button--start").evaluate(fault)
    assert [each[:26] for each in unseen_focus(page)] == ['<a class="govuk-button gov']
