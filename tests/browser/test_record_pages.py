"""Every signed-in page: axe finds nothing, it does not scroll sideways, focus is seen, and fields have names.

Light and dark, wide, at 320 pixels (what 400 % zoom leaves of a desktop), and without JavaScript.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import looked_at, sideways, unseen_focus
from tests.browser.gallery import LOOKS, WIDTHS
from tests.browser.record_desk import desk
from tests.browser.record_gallery import Signed, signed_pages
from tests.browser.record_scene import NOW, Scene

PEOPLE = ["", "teacher", "nurse", "visitor", "adviser", "lead", "governance", "administrator"]
#: Fields without a name for a screen reader.
NAMELESS = """() => [...document.querySelectorAll("main input:not([type=hidden]), main select, main textarea")]
    .filter(each => !(each.labels && each.labels.length && each.labels[0].innerText.trim()))
    .map(each => each.outerHTML.slice(0, 120))"""


def faults(page: Page) -> list[str]:
    """What is wrong with the page in each look."""
    found: list[str] = []
    for look, (size, told) in LOOKS.items():
        width, height = WIDTHS[size]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**told)
        found += [f"{look}: {each}" for each in looked_at(page)]
        if look == "light":
            found += [f"focus: {each}" for each in unseen_focus(page)]
            found += [f"nameless: {each}" for each in page.evaluate(NAMELESS)]
    return found


def of(scene: Scene, who: str) -> list[Signed]:
    """The pages of one person."""
    return [each for each in signed_pages(scene) if each.who == who]


@pytest.mark.slow
@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_is_sound(browser: Browser, live_server: LiveServer, lived: Scene, who: str) -> None:
    found: dict[str, list[str]] = {}
    with desk(browser, live_server, lived.cast.at(who, NOW) if who else None) as page:
        for each in of(lived, who):
            each.open(page, live_server.url)
            if problems := faults(page):
                found[each.name] = problems
    assert found == {}


@pytest.mark.slow
@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_works_without_a_script(browser: Browser, live_server: LiveServer, lived: Scene, who: str) -> None:
    phone = {"viewport": {"width": 320, "height": 256}, "java_script_enabled": False}
    wrong: list[str] = []
    with desk(browser, live_server, lived.cast.at(who, NOW) if who else None, **phone) as page:
        for each in of(lived, who):
            each.open(page, live_server.url)
            if sideways(page):
                wrong.append(f"{each.name}: it scrolls sideways")
            if each.name.endswith("-error") and not page.get_by_role("alert").count():
                wrong.append(f"{each.name}: it does not say what is wrong")
    assert wrong == []
