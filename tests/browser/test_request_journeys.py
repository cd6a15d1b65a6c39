"""Published situations in a real browser, from the request to the page of the decision, with no script at all."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.acting import transaction_of
from sharewell.register.decision import Decision
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.practitioner import Role
from sharewell.register.request import Determination
from sharewell.web.clock import moment
from tests.browser.test_request_pages import signed
from tests.casework.conftest import someone
from tests.casework.record_rows import WORRIED, a_child, an_organisation
from tests.casework.test_journeys import S47, answers_of

pytestmark = pytest.mark.django_db(transaction=True)
#: Somebody who reads and thinks needs longer than a program; the pages must not be what takes the time.
SECONDS = 60
#: Journey, answers, who began it, and what is decided.
JOURNEYS: tuple[tuple[str, Mapping[str, str] | str, str, str], ...] = (
    ("a teacher’s worry about harm", WORRIED, "ours", "share"),
    ("a competent young person refuses", "A young person able to decide refuses agency checks", "ours", "not-share"),
    ("two parents disagree", "One parent forbids school reports", "theirs", "share"),
    ("a police request", "An officer rings a school office", "theirs", "not-yet"),
    ("a child-protection enquiry", S47, "theirs", "share"),
)


def question(page: Page, answers: Mapping[str, str]) -> bool:
    """Answer the question that is shown; no when there is none."""
    asked = page.locator("form#question input[name=fact]")
    if not asked.count():
        return False
    fact = asked.get_attribute("value") or ""
    lines = page.locator("input[name=tick]").all()
    if lines:
        fits = [each for each in lines if _fits(each.get_attribute("value") or "", answers)]
        for each in fits:
            each.check()
        if not fits:
            page.locator("input[name=none][value=none]").check()
    else:
        page.locator(f"input[name=answer][value='{answers.get(fact, 'not-known')}']").check()
    page.get_by_role("button", name="Save and continue").click()
    return True


def _fits(line: str, answers: Mapping[str, str]) -> bool:
    """Whether a line of a checklist is so; one that only asks further is, where the answer is out of the usual."""
    fact, _, answer = line.partition("=")
    usual = ("none", "no", "not-in-care", "one-off", "not-court", "not-adoption", "not-ehc", "not-health")
    return answers.get(fact) == answer if answer else answers.get(fact, "none") not in usual


@pytest.mark.parametrize(("journey", "said", "began", "choice"), JOURNEYS, ids=[each[0] for each in JOURNEYS])
def test_a_journey(
    browser: Browser, live_server: LiveServer, journey: str, said: Mapping[str, str] | str, began: str, choice: str
) -> None:
    answers = answers_of(said) if isinstance(said, str) else said
    school = Organisation.objects.create(name="Fernhill Academy", sector=Sector.EDUCATION, joined_on=date(2020, 1, 1))
    teacher = someone("Dana Okoro", school, Role.PRACTITIONER, at=moment(), title="Head of Year 10")
    with transaction_of(teacher):
        child = a_child(teacher, born=None)
        an_organisation("Aldermere Partnership", Sector.OTHER)
    page = signed(browser, live_server, teacher, width=390, script=False)
    start = time.monotonic()
    page.goto(f"{live_server.url}/children/{child.pk}/requests/new/")
    page.locator(f"input[name=direction][value={began}]").check()
    page.locator("select[name=organisation]").select_option(label="Aldermere Partnership")
    page.locator("input[name=purpose]").fill(journey)
    page.locator("textarea[name=asked_for]").fill("What we know")
    page.get_by_role("button", name="Go on to the questions").click()
    while question(page, answers):
        pass
    page.get_by_role("button", name="Keep this and decide").click()
    page.locator(f"input[name=choice][value={choice}]").check()
    page.locator("input[name=harm][value=not-known]").check()
    for name in ("harm_of_sharing", "harm_of_not_sharing", "rationale"):
        page.locator(f"textarea[name={name}]").fill("As we talked it through.")
    page.locator("input[name=signature]").fill("Dana Okoro")
    if choice == "share":
        page.locator(f"input[name=told_{child.pk}][value=before]").check()
    else:
        for box, value in (("day", "1"), ("month", "6"), ("year", str(teacher.on.year + 1))):
            page.locator(f"input[name=review_on_{box}]").fill(value)
    page.get_by_role("button", name="Sign this decision").click()
    took = time.monotonic() - start
    assert page.locator("main").inner_text().count("What was decided") == 1, page.locator("main").inner_text()[:900]
    assert Decision.objects.get().choice == choice
    assert Determination.objects.get().complete
    assert took < SECONDS
    page.context.close()
