"""The pages of requests and decisions in a real browser: axe, narrow screens, the keyboard, and without scripts."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.ask_advice import Question, ask_advice
from sharewell.casework.decide import decide
from sharewell.casework.deciding import ItemChoice, Told, Weighed
from sharewell.casework.keep import keep
from sharewell.casework.propose import propose
from sharewell.casework.record_disclosure import Given, record_disclosure
from sharewell.casework.sit import save_sitting, sit
from sharewell.register.advice import Rota
from sharewell.register.decision import Choice
from sharewell.register.family import Kinship
from sharewell.register.holding import InformationItem
from sharewell.register.organisation import Channel, Organisation, Sector
from sharewell.register.person import Person
from sharewell.register.practitioner import Role
from sharewell.register.voice import View
from sharewell.web.clock import moment
from tests.browser.checks import looked_at, unseen_focus
from tests.casework.conftest import someone
from tests.casework.record_rows import (
    WORRIED,
    a_child,
    a_parent,
    a_request,
    an_organisation,
    deciding,
    determined,
    wanted,
    works_with,
)
from tests.web.signing import signed_in_as

pytestmark = pytest.mark.django_db(transaction=True)
#: Where pictures go, if anybody wants to see them.
PICTURES = os.environ.get("SHAREWELL_PICTURES", "")


@dataclass(frozen=True)
class Made:
    """What there is to look at: addresses by name, and who looks."""

    alice: Acting
    bob: Acting
    pages: dict[str, str]
    bobs: dict[str, str]


@pytest.fixture
def made(live_server: LiveServer) -> Made:
    """A school, a child with a family, a decision shared in part, a request half answered, a question, a proposal."""
    school = Organisation.objects.create(name="Fernhill Academy", sector=Sector.EDUCATION, joined_on=date(2020, 1, 1))
    alice = someone("Dana Okoro", school, Role.PRACTITIONER, at=moment(), title="Head of Year 10")
    bob = someone("Sam Adeyemi", school, Role.APPROVER, Role.ADVISER, at=moment(), title="Safeguarding lead")
    with transaction_of(alice):
        child = a_child(alice, born=date(2012, 5, 3), given="Jasmine", family="Whitlock")
        mother = a_parent(alice, child, given="Ruth", kinship=Kinship.MOTHER)
        items = [_item(alice, child, title, mark) for title, mark in _ITEMS]
        carers = an_organisation("Aldermere Young Carers", Sector.VOLUNTARY)
        asked = a_request(
            alice,
            child,
            said=wanted(carers, purpose="A Friday group for young carers", items=tuple(each.pk for each in items)),
        )
        keep(
            alice,
            View(
                child=child, by_person=child, request=asked, about="The group", obtained="said",
                own_words="I don’t want the whole school to know. Just Friday club is fine.", said_on=alice.on,
            ),
            "view-recorded",
        )  # fmt: skip
        may = determined(alice, asked, answers=_GROUP)
        decision = decide(
            alice,
            asked.pk,
            deciding=deciding(
                asked, may, choice=Choice.SHARE_PART, review_on=alice.on + timedelta(days=13),
                rationale="Jasmine is doing well, and she is tired. The team can offer a Friday group.",
                departs_because="She said yes this morning.",
                weighed=Weighed(
                    harm_of_sharing="Home may learn of it before Jasmine is ready.",
                    harm_of_not_sharing="She goes on alone, with late marks she has not earned.",
                ),
                items=(
                    ItemChoice(items[0].pk, "whole"), ItemChoice(items[1].pk, "whole"),
                    ItemChoice(items[2].pk, "none", "Not needed, and not ours to tell."),
                ),
                told=(
                    Told("before", person=child.pk, told_on=alice.on),
                    Told("not", person=mother.pk, why_not="Jasmine wishes to tell her herself",
                         ask_again_on=alice.on + timedelta(days=13)),
                ),
            ),
        )  # fmt: skip
        given = Given("Priya Nair", Channel.SECURE_MAIL, items=((items[0].pk, ""), (items[1].pk, "")))
        disclosure = record_disclosure(alice, decision.pk, given=given, once=uuid.uuid4())
        worry = a_request(alice, child)
        open_one = a_request(alice, child, said=wanted(carers, purpose="Transport on Fridays"))
        determined(alice, worry)
        sit(alice, worry, pack="england")
        save_sitting(alice, worry.pk, trail=[f"{fact}={said}" for fact, said in WORRIED.items()], version=1)
        question = Question(Rota.SAFEGUARDING, "Would you tell her mother?", "The child asks us not to.",
                            alice.at + timedelta(hours=4))  # fmt: skip
        advice = ask_advice(alice, worry.pk, asking=question, once=uuid.uuid4())
        sealed = a_request(alice, child, said=wanted(carers, purpose="Where they live"))
        hidden = determined(alice, sealed, answers={**WORRIED, "usual-checks": "some", "locates": "sealed-address"})
        proposal = propose(alice, sealed.pk, deciding=deciding(sealed, hidden, departs_because="They can help."))
        works_with(bob, child)
    return Made(
        alice,
        bob,
        {
            "new": f"/children/{child.pk}/requests/new/",
            "hub": f"/requests/{asked.pk}/",
            "hub-open": f"/requests/{open_one.pk}/",
            "question": f"/requests/{open_one.pk}/questions/",
            "answer": f"/requests/{worry.pk}/questions/",
            "decide": f"/requests/{asked.pk}/decide/",
            "decision": f"/decisions/{decision.pk}/",
            "again": f"/decisions/{decision.pk}/again/",
            "given": f"/decisions/{decision.pk}/given/",
            "after": f"/decisions/{decision.pk}/after/",
            "receipt": f"/disclosures/{disclosure.pk}/receipt/",
            "emergency": "/emergency/",
            "ask": f"/requests/{worry.pk}/advice/",
            "work": "/work/",
        },
        {
            "inbox": "/advice/",
            "advise": f"/advice/{advice.pk}/",
            "approval": f"/approvals/{proposal.pk}/",
            "work-approver": "/work/",
        },
    )


_ITEMS = (("First name, year group, form", "fact"), ("Helps her mother most days", "fact"), ("The illness", "fact"))
_GROUP = {**WORRIED, "concern": "extra-help", "concern-kind": "none-of-these", "recipient-kind": "charity",
          "purpose": "early-help", "category": "basic"}  # fmt: skip


def _item(who: Acting, child: Person, title: str, mark: str) -> InformationItem:
    row = InformationItem(
        child=child, title=title, text=title, mark=mark, category="family", learned_on=who.on, level="open",
        source_words="Jasmine",
    )  # fmt: skip
    return keep(who, row, "item-recorded")


def signed(browser: Browser, live_server: LiveServer, who: Acting, *, width: int, script: bool = True) -> Page:
    """A browser in which somebody has signed in."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    key = signed_in_as(Client(), who).cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
    return context.new_page()


def everything(made: Made) -> Iterator[tuple[Acting, str, str]]:
    """Who looks at which page."""
    yield from ((made.alice, name, address) for name, address in made.pages.items())
    yield from ((made.bob, name, address) for name, address in made.bobs.items())


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_sound(browser: Browser, live_server: LiveServer, made: Made, width: int) -> None:
    found: dict[str, list[str]] = {}
    for who in (made.alice, made.bob):
        page = signed(browser, live_server, who, width=width)
        for somebody, name, address in everything(made):
            if somebody is not who:
                continue
            answer = page.goto(live_server.url + address)
            assert answer is not None
            assert answer.status == 200, name
            if PICTURES:
                page.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=True)
            found[name] = [*looked_at(page), *(unseen_focus(page) if width > 1000 else [])]
        page.context.close()
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_a_decision_is_recorded_without_a_script(browser: Browser, live_server: LiveServer, made: Made) -> None:
    page = signed(browser, live_server, made.alice, width=320, script=False)
    page.goto(live_server.url + made.pages["emergency"])
    page.get_by_label("Which child’s record is it for?").select_option(label="Jasmine Whitlock")
    page.get_by_label("Who is in danger, and from what?").fill("Jasmine: she has not come home.")
    page.get_by_label("Police", exact=True).check()
    page.get_by_label("What did you tell them?").fill("Where she was last seen.")
    page.get_by_role("button", name="Keep this").click()
    assert "Still to finish." in page.locator("main").inner_text()
    page.context.close()
