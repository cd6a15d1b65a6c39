"""A child’s record and the ways to find a child, in a real browser: axe, narrow screens, the keyboard, no scripts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.acting import Acting
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.person import Person
from sharewell.register.practitioner import Role
from sharewell.register.safety import SafetyMark
from sharewell.web.clock import moment
from tests.browser.checks import looked_at, unseen_focus
from tests.browser.test_request_pages import signed
from tests.casework.children import curious, lead_of
from tests.casework.conftest import someone
from tests.web.full_record import SECRET, full_record

pytestmark = pytest.mark.django_db(transaction=True)
#: Where pictures go, if anybody wants to see them.
PICTURES = os.environ.get("SHAREWELL_PICTURES", "")
PARTS = ("", "family/", "places/", "safety/", "work/", "names/", "looked/", "responsibility/new/", "places/new/",
         "safety/new/", "work/service/new/", "family/new/")  # fmt: skip


@pytest.fixture
def school(live_server: LiveServer) -> Organisation:
    return Organisation.objects.create(name="Hollybank School", sector=Sector.EDUCATION, joined_on=moment().date())


@pytest.fixture
def alice(school: Organisation) -> Acting:
    return someone("Alice Penrose", school, Role.PRACTITIONER, at=moment(), title="Teacher")


@pytest.fixture
def mira(alice: Acting) -> Person:
    return full_record(alice)


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_sound(
    browser: Browser, live_server: LiveServer, alice: Acting, mira: Person, width: int
) -> None:
    page = signed(browser, live_server, alice, width=width)
    mark = SafetyMark.objects.filter(address__isnull=False).get()
    ways = ["/find/", "/find/ours/", "/find/across/", "/children/new/"]
    found: dict[str, list[str]] = {}
    for address in (*(f"/children/{mira.pk}/{part}" for part in (*PARTS, f"safety/{mark.pk}/show/")), *ways):
        answer = page.goto(live_server.url + address)
        assert answer is not None
        assert answer.status == 200, address
        if PICTURES:
            name = address.replace(str(mira.pk), "").replace(str(mark.pk), "").strip("/").replace("/", "-")
            page.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=True)
        found[address] = [*looked_at(page), *(unseen_focus(page) if width > 1000 else [])]
    page.context.close()
    assert {address: problems for address, problems in found.items() if problems} == {}


def test_a_sealed_address_is_shown_without_a_script(
    browser: Browser, live_server: LiveServer, alice: Acting, mira: Person
) -> None:
    page = signed(browser, live_server, alice, width=320, script=False)
    page.goto(f"{live_server.url}/children/{mira.pk}/")
    page.get_by_role("link", name="What must stay hidden, and why").click()
    assert SECRET not in page.content()
    page.get_by_role("link", name="Show it").click()
    page.get_by_label("What do you need it for?").fill("To bring her bag")
    page.get_by_role("button", name="Show it").click()
    assert SECRET in page.content()
    page.context.close()


def test_from_a_broken_glass_to_its_review(
    browser: Browser, live_server: LiveServer, school: Organisation, mira: Person
) -> None:
    page = signed(browser, live_server, curious(school), width=1280)
    page.goto(f"{live_server.url}/find/ours/")
    page.get_by_label("First name").fill("Mira")
    page.get_by_label("Family name").fill("Fennimore")
    for part, value in (("Day", "3"), ("Month", "5"), ("Year", "2012")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("What do you need to know this for?").fill("Her grandmother is at the gate")
    page.get_by_role("button", name="Look").click()
    page.get_by_role("link", name="open it for an hour and say why").click()
    assert looked_at(page) == []
    page.get_by_label("The child or family is with me now").check()
    page.get_by_label("What has happened?").fill("Her grandmother is here and nobody is at home")
    page.get_by_role("button", name="Open it for 60 minutes").click()
    assert "Mira Fennimore" in page.locator("h1").inner_text()
    page.context.close()

    page = signed(browser, live_server, lead_of(school), width=1280)
    page.goto(f"{live_server.url}/oversight/")
    assert looked_at(page) == []
    page.get_by_role("link", name="Dana Lisle").first.click()
    assert looked_at(page) == []
    page.get_by_label("It was right to look").check()
    page.get_by_label("What did you look at, and how did you come to this?").fill("Rang the school office")
    page.get_by_role("button", name="Keep the review").click()
    assert "None waits for review" in page.locator("main").inner_text()
    page.context.close()
