"""`make screenshots`: pictures of every kind of page in every state into screenshots/, for a person to look at.

Some views of some pages: make screenshots ARGS="-k 'answer and print'".
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sharewell.web.rulebook import worked
from tests.browser.gallery import LOOKS, PLAIN, WIDTHS, Scene, Told, scenes
from tests.browser.record_desk import desk
from tests.browser.record_scene import NOW
from tests.browser.record_scene import Scene as Lived
from tests.browser.test_record_pages import PEOPLE, of

FOLDER = Path(__file__).parents[2] / "screenshots"
#: Made into a PDF as well: what people print.
PRINTED = ("answer-", "weighed", "certificate", "rulebook-rule", "rulebook-theme", "emergency", "young-easy")


VIEWS: dict[str, tuple[str, Told]] = {
    "desktop": LOOKS["light"],
    "phone": ("phone", PLAIN),
    "narrow": LOOKS["narrow"],
    "dark": LOOKS["dark"],
    "dark-phone": ("phone", {**PLAIN, "color_scheme": "dark"}),
    "forced": LOOKS["forced"],
    "print": ("desktop", {**PLAIN, "media": "print"}),
}


@pytest.mark.parametrize("scene", scenes(), ids=lambda each: each.name)
@override_settings(ROOT_URLCONF="tests.browser.refusals")
def test_take(browser: Browser, live_server: LiveServer, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worked, "WAITING", 0)
    FOLDER.mkdir(exist_ok=True)
    page = browser.new_page(device_scale_factor=1, locale="en-GB")
    scene.open(page, live_server.url)
    _shoot(page, scene.name)
    if scene.name.startswith(PRINTED):
        page.pdf(path=FOLDER / f"{scene.name}.pdf", format="A4", prefer_css_page_size=True)
    page.close()


@pytest.mark.parametrize("who", PEOPLE, ids=lambda each: each or "nobody")
def test_take_signed_in(browser: Browser, live_server: LiveServer, lived: Lived, who: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    with desk(browser, live_server, lived.cast.at(who, NOW) if who else None, locale="en-GB") as page:
        for each in of(lived, who):
            each.open(page, live_server.url)
            _shoot(page, f"record-{each.name}")


def _shoot(page: Page, name: str) -> None:
    """The page in every view."""
    for view, (size, told) in VIEWS.items():
        width, height = WIDTHS[size]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**told)
        page.screenshot(path=FOLDER / f"{name}-{view}.png", full_page=True)
