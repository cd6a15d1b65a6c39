"""Somebody at work: a browser in which they have signed in, what they do there, and how long a person needs for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Locator, Page
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.acting import Acting
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.policy.checklist import NONE
from sharewell.register.ledger_row import LedgerEntry
from tests.browser.journey import FAR
from tests.web.signing import signed_in_as

#: Seconds that a practised person takes: to think before an act, to point and press, to type a letter. These are the
#: times of the keystroke-level model (Card, Moran and Newell 1980), for an average typist.
THINK, PRESS, LETTER = 1.35, 1.3, 0.28
#: Seconds to take in a new page.
READ = 4.0


class Running:
    """A clock that goes on from a moment."""

    def __init__(self, at: datetime) -> None:
        self.at, self.began = at, time.monotonic()

    def __call__(self) -> datetime:
        return self.at + timedelta(seconds=time.monotonic() - self.began)


class AtWork:
    """Somebody with a mouse or a finger. Each act is counted."""

    def __init__(self, page: Page, root: str) -> None:
        self.page, self.root = page, root
        self.acts = self.pages = self.letters = 0

    @property
    def seconds(self) -> float:
        """How long a person needs for what was done so far."""
        return self.acts * (THINK + PRESS) + self.letters * LETTER + self.pages * READ

    def visit(self, address: str) -> None:
        """Type an address, or come by a bookmark."""
        self.page.goto(self.root + address)
        self.pages += 1

    def button(self, name: str) -> None:
        """Press a button that brings the next page."""
        self._onward(self.page.get_by_role("button", name=name, exact=True).first)

    def sent(self, name: str) -> None:
        """Press a button that sends a form in which nothing is wrong."""
        self.button(name)
        wrong = self.page.locator(".govuk-error-summary")
        assert not wrong.count(), wrong.inner_text()

    def link(self, name: str) -> None:
        """Follow a link of the page’s own part."""
        self._onward(self.page.locator("main").get_by_role("link", name=name).first)

    def bar(self, name: str) -> None:
        """Follow a link of the bar."""
        self._onward(self.page.get_by_role("navigation", name="Main").get_by_role("link", name=name))

    def unfold(self, words: str) -> None:
        """Open what is folded."""
        self.press(self.page.locator("summary", has_text=words))

    def type(self, label: str, words: str) -> None:
        """Write into a field."""
        self.write(self.page.get_by_label(label, exact=False).locator("visible=true").first, words)

    def write(self, box: Locator, words: str) -> None:
        """Write into this very field."""
        self.acts, self.letters = self.acts + 1, self.letters + len(words)
        self.into(box, words)

    def choose(self, group: str, answer: str) -> None:
        """Choose or tick an answer to a question."""
        self.acts += 1
        self.tick(self.page.get_by_role("group", name=group, exact=False).first, answer)

    def pick(self, label: str, answer: str) -> None:
        """Choose from a list."""
        self.acts += 2
        box = self.page.get_by_label(label, exact=False).first
        box.select_option(box.locator("option", has_text=answer).first.get_attribute("value"))

    def answers(self, said: Mapping[str, str], *, ticks: Iterable[str] = ()) -> list[str]:
        """Answer the questions of a request until the rules speak; gives the facts that were asked."""
        asked: list[str] = []
        wanted = list(ticks)
        while self.page.locator("form#question").count():
            fact = self.page.locator('form#question input[name="fact"]').get_attribute("value") or ""
            assert fact not in asked, f"{fact} is asked again"
            asked.append(fact)
            there = [each for each in wanted if self.page.locator(f'input[name="tick"][value="{each}"]').count()]
            for value in there:
                self.mark("tick", value)
            if not there and self.page.locator('input[name="none"]').count():
                self.mark("none", NONE)
            elif not there:
                self.mark("answer", said.get(fact, "not-known"))
            self.button("Save and continue")
            assert len(asked) < FAR
        return asked

    def mark(self, name: str, value: str) -> None:
        """Choose an answer of the guide by its label."""
        self.acts += 1
        box = self.page.locator(f'input[name="{name}"][value="{value}"]')
        self.on(box, self.page.locator(f'label[for="{box.get_attribute("id")}"]'))

    # -- how it is done: with a mouse here, with the keyboard below --------------------------------------------------

    def press(self, what: Locator) -> None:
        """Press something that stays on the page."""
        self.acts += 1
        self.hit(what)

    def hit(self, what: Locator) -> None:
        """Press it."""
        what.click()

    def into(self, box: Locator, words: str) -> None:
        """Write into it."""
        box.fill(words)

    def tick(self, group: Locator, answer: str) -> None:
        """Choose in it."""
        label = group.locator("label").filter(has_text=answer).first
        box = self.page.locator(f'[id="{label.get_attribute("for")}"]')
        self.on(box, label)

    def on(self, box: Locator, label: Locator) -> None:
        """Choose a box by its label."""
        label.click()
        assert box.is_checked()

    def _onward(self, what: Locator) -> None:
        self.acts, self.pages = self.acts + 1, self.pages + 1
        with self.page.expect_navigation():
            self.hit(what)


class ByKeyboard(AtWork):
    """Somebody who has no mouse: only Tab, arrows, space, Enter and letters."""

    def hit(self, what: Locator) -> None:
        """Tab to it and press Enter."""
        self._to(what)
        self.page.keyboard.press("Enter")

    def into(self, box: Locator, words: str) -> None:
        """Tab to it and type."""
        self._to(box)
        self.page.keyboard.type(words)

    def pick(self, label: str, answer: str) -> None:
        """Tab to the list and type the beginning of the answer."""
        self.acts += 1
        box = self.page.get_by_label(label, exact=False).locator("visible=true").first
        self._to(box)
        self.page.keyboard.type(answer)
        assert box.evaluate("each => each.selectedOptions[0].label") == answer

    def on(self, box: Locator, label: Locator) -> None:  # noqa: ARG002  no mouse, no label
        """Tab to its group, and move by the arrows."""
        name = box.get_attribute("name")
        if box.get_attribute("type") == "checkbox":
            self._to(box)
            self.page.keyboard.press("Space")
        else:
            self._tab(lambda: bool(self.page.evaluate("name => document.activeElement.name === name", name)))
            self.page.keyboard.press("Space")
            for _ in range(FAR):
                if box.is_checked():
                    break
                self.page.keyboard.press("ArrowDown")
        assert box.is_checked()

    def _to(self, what: Locator) -> None:
        handle = what.element_handle()
        self._tab(lambda: bool(handle.evaluate("each => each === document.activeElement")))

    def _tab(self, there: Callable[[], bool]) -> None:
        for _ in range(FAR * 5):
            if there():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("the keyboard does not reach it")


@contextmanager
def desk(browser: Browser, server: LiveServer, who: Acting | None = None, **options: object) -> Iterator[Page]:
    """A page of somebody who has signed in, or of nobody. Anything on its console but a refusal is a fault."""
    context: BrowserContext = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]  # the options of a context
    if who is not None:
        key = signed_in_as(Client(), who).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": server.url}])
    page = context.new_page()
    page.set_default_timeout(10_000)
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    context.close()
    assert [each for each in problems if "Failed to load resource" not in each] == []


def holds(kind: str, *, times: int = 1) -> None:
    """The ledger has so many entries of a kind, and it verifies."""
    assert LedgerEntry.objects.filter(kind=kind).count() == times, kind
    assert verify_ledger().faults == ()
