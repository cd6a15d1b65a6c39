"""A real browser for the journeys: Debian's Chromium, on this machine only."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.record_desk import Running
from tests.browser.record_past import history
from tests.browser.record_scene import NOW, Scene, beginning

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
AXE = (Path(__file__).parent / "data" / "axe.min.js").read_text(encoding="utf-8")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs a loop in this thread


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every journey, and say loudly when there is no browser for them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="NO CHROMIUM: install it, or name it in CHROMIUM"))


@pytest.fixture(scope="session")
def browser(live_server: LiveServer) -> Iterator[Browser]:
    """One browser for the whole run. It ends before the server, whose threads otherwise outlive their database."""
    arguments = [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ]  # fmt: skip
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, headless=True, args=arguments)
        yield started
        started.close()
    time.sleep(0.3)  # the server's threads see that nobody is there any more


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page that complains about anything on the console and about any cookie.

    Parametrize it indirectly with the options of a browser context, such as `{"viewport": ...}`.
    """
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **getattr(request, "param", {})})
    made = context.new_page()
    problems: list[str] = []
    made.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: problems.append(str(error)))
    yield made
    cookies = context.cookies()
    context.close()
    assert problems == []
    assert cookies == []


@pytest.fixture
def running(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The pages’ clock: it stands at the scene’s moment, and goes on."""
    clock = Running(NOW)
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def begun(running: Running) -> Scene:
    """A child’s record as a teacher has begun it, and nothing that happened."""
    return beginning()


@pytest.fixture
def lived(running: Running) -> Scene:
    """The same child with all that happened."""
    return history()
