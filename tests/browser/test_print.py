"""What people print: the answer with all its steps and no controls, a rule, and a certificate on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.gallery import Scene, scenes

#: Of a screen, not of paper.
CONTROLS = (
    ".sw-nav, .govuk-button, .sw-keep, .govuk-back-link, .sw-answers__change, .govuk-skip-link, .sw-find, .sw-search"
)
PRINTED = [each for each in scenes() if each.name.startswith(("answer-", "weighed", "emergency", "rulebook-rule"))]
FITS = ("certificate", 1), ("emergency", 1), ("answer-not-yet", 6), ("answer-should-share", 6), ("rulebook-rule", 4)


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """A page that is being printed."""
    made = browser.new_page(viewport={"width": 794, "height": 1123})
    made.emulate_media(media="print")
    yield made
    made.close()


def seen(page: Page, what: str) -> list[str]:
    """What is visible of it."""
    return [each.inner_text() for each in page.locator(what).all() if each.is_visible()]


@pytest.mark.parametrize("scene", PRINTED, ids=lambda each: each.name)
def test_paper_has_no_controls_and_every_step(paper: Page, live_server: LiveServer, scene: Scene) -> None:
    scene.open(paper, live_server.url)
    assert seen(paper, CONTROLS) == []
    steps = paper.locator(".sw-steps > li")
    assert len(seen(paper, ".sw-steps > li")) == steps.count(), "folded steps are printed too"
    too_wide = paper.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 2, "paper has margins, and hidden words a pixel"


@pytest.mark.parametrize(("name", "most"), FITS)
def test_it_takes_few_sheets(paper: Page, live_server: LiveServer, name: str, most: int) -> None:
    next(each for each in scenes() if each.name == name).open(paper, live_server.url)
    sheets = len(re.findall(rb"/Type /Page\b", paper.pdf(format="A4", prefer_css_page_size=True)))
    assert 1 <= sheets <= most
