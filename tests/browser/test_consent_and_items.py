"""The pages of items, consent and voice in a real browser: axe, narrow screens, the keyboard, and without scripts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.assess_competence import assess_competence
from sharewell.casework.keep_file import keep_file
from sharewell.casework.plan_review import birthday_reviews
from sharewell.casework.record_consent import record_consent
from sharewell.casework.record_item import record_item
from sharewell.casework.record_view import Voice, answer_view, record_view
from sharewell.casework.record_wish import Wanted, record_wish
from sharewell.register.consent import Answer, Consent
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.person import Person
from sharewell.register.practitioner import Role
from sharewell.register.voice import Obtained
from sharewell.web.clock import moment
from tests.browser.checks import looked_at, unseen_focus
from tests.browser.test_request_pages import signed
from tests.casework.conftest import someone
from tests.casework.people_around import child_of, parent_of
from tests.casework.test_consent import able, reply
from tests.casework.test_holding import PDF, SEEN

pytestmark = pytest.mark.django_db(transaction=True)
#: Where pictures go, if anybody wants to see them.
PICTURES = os.environ.get("SHAREWELL_PICTURES", "")


@dataclass(frozen=True)
class Made:
    """Who looks, the child, and addresses by name."""

    alice: Acting
    child: Person
    pages: dict[str, str]


@pytest.fixture
def made(live_server: LiveServer, settings: Settings, tmp_path: Path) -> Made:
    """Two parents who do not agree, a child who can decide and wishes one thing kept from one of them, a file."""
    settings.SHAREWELL_FILES = str(tmp_path / "files")
    school = Organisation.objects.create(name="Hollybank School", sector=Sector.EDUCATION, joined_on=moment().date())
    club = Organisation.objects.create(name="Larkfield Young Carers", sector=Sector.VOLUNTARY)
    alice = someone("Alice Penrose", school, Role.PRACTITIONER, at=moment(), title="Teacher")
    today = alice.on
    with transaction_of(alice):
        child = child_of(alice)
        mother, father = parent_of(alice, child, "Petra"), parent_of(alice, child, "Anton")
        birthday_reviews(alice, child)
        item = record_item(alice, child.pk, said=SEEN)
        keep_file(alice, item.pk, name="Letter.pdf", content=PDF)
        given = record_consent(alice, child.pk, reply=reply(mother, club, answered_on=today))
        record_consent(alice, child.pk, reply=reply(father, club, answer=Answer.REFUSED, answered_on=today))
        assessed = assess_competence(alice, child.pk, found=able(child, assessed_on=today))
        wish = record_wish(
            alice, child.pk, wanted=Wanted(father.pk, "The nurse", "Not him", today + timedelta(days=9), assessed.pk)
        )
        voice = Voice(child.pk, "The club", Obtained.SAID, today, own_words="I like it there")
        view = record_view(alice, child.pk, voice=voice)
        answer_view(alice, view.pk, done="We asked the club", told_on=today, told_how="At break")
    return Made(alice, child, dict(_pages(f"/children/{child.pk}/", item.pk, given.pk, view.pk, wish.pk)))


def _pages(base: str, item: object, given: object, view: object, wish: object) -> Iterator[tuple[str, str]]:
    yield "items", f"{base}items/"
    yield "item-new", f"{base}items/new/"
    yield "item", f"{base}items/{item}/"
    yield "item-replace", f"{base}items/{item}/replace/"
    yield "file-new", f"{base}items/{item}/file/"
    yield "consents", f"{base}consent/"
    for name in ("new", "competence", "capacity", "view", "wish", "not-asked", "form/standard", "form/easy"):
        yield f"consent-{name.replace('/', '-')}", f"{base}consent/{name}/"
    yield "answer", f"{base}consent/{given}/"
    yield "withdraw", f"{base}consent/{given}/withdraw/"
    yield "view-answer", f"{base}consent/view/{view}/"
    yield "wish-end", f"{base}consent/wish/{wish}/"
    yield "forms", "/consent-forms/"
    yield "form-spoken", "/consent-forms/spoken/"


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_sound(browser: Browser, live_server: LiveServer, made: Made, width: int) -> None:
    found: dict[str, list[str]] = {}
    page = signed(browser, live_server, made.alice, width=width)
    for name, address in made.pages.items():
        answer = page.goto(live_server.url + address)
        assert answer is not None
        assert answer.status == 200, name
        if PICTURES:
            page.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=True)
        found[name] = [*looked_at(page), *(unseen_focus(page) if width > 1000 else [])]
    page.context.close()
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_an_answer_is_recorded_without_a_script(browser: Browser, live_server: LiveServer, made: Made) -> None:
    page = signed(browser, live_server, made.alice, width=320, script=False)
    page.goto(live_server.url + made.pages["consent-new"])
    page.get_by_label("Who answered?").select_option(label="Juno Marlowe-Test (the child)")
    page.get_by_label("The child, who was not found able to decide this").check()
    page.get_by_label("What would it be shared for?").fill("So that the nurse knows")
    page.get_by_label("Refused").check()
    page.get_by_label("Their own words (optional)").fill("I do not want that")
    page.get_by_label("Spoken").check()
    page.get_by_role("button", name="Save the answer").click()
    assert "Kept, and it does not decide" in page.locator("main").inner_text()
    assert Consent.objects.filter(own_words="I do not want that").exists()
    page.context.close()
