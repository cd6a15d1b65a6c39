"""The demonstration, small: one family of each story. What each comes to, that nobody is real, who sees what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from sharewell.casework.access import children_of
from sharewell.casework.acting import Acting, acting, transaction_of
from sharewell.casework.checkpoint import checkpoint
from sharewell.casework.demonstration.family import STORIES, families
from sharewell.casework.demonstration.make import MadeBefore, OthersAreHere, make_demonstration
from sharewell.casework.demonstration.people import DOMAIN
from sharewell.casework.demonstration.stories import STORY
from sharewell.casework.demonstration.world import World
from sharewell.casework.give_advice import waiting_advice
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.register.advice import AdviceRequest, Approval, Proposal
from sharewell.register.consent import Consent
from sharewell.register.decision import Decision
from sharewell.register.disclosure import Disclosure
from sharewell.register.family import CourtOrder, ParentalResponsibility
from sharewell.register.organisation import Channel, ContactPoint
from sharewell.register.person import Address, Identifier, Person, SafeContact
from sharewell.register.practitioner import Practitioner
from sharewell.register.relationship import BrokenGlass
from sharewell.register.request import Determination, InformationRequest
from sharewell.register.safety import MarkKind, SafetyMark
from sharewell.register.voice import Wish
from tests.casework.conftest import NOW
from tests.casework.record_rows import TheRules, pack_text

pytestmark = pytest.mark.django_db


@cache
def rules(on: date) -> TheRules:
    """Those of a day."""
    return TheRules(pack_text(), on)


# These two come first: from the third test on, the county is there.
def test_half_of_it_is_never_left(db: None) -> None:
    def stop(words: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_demonstration(NOW, rules=rules, said=stop)
    assert not Practitioner.objects.exists()


def test_it_is_not_put_beside_others(alice: Acting) -> None:
    with pytest.raises(OthersAreHere):
        make_demonstration(NOW, rules=rules, said=print)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One family of each story and two ordinary ones, made once for all tests below and then undone."""
    said: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_demonstration(NOW, rules=rules, said=said.append, stories=dict.fromkeys(STORIES, 1), ordinary=2)
        transaction.set_rollback(True)
    assert said[0] == "[demonstration] 10 agencies and their 40 people"


def of(story: str) -> list[Decision]:
    """The decisions about a story's family, the first first."""
    family = next(each for each in families(NOW.date(), dict.fromkeys(STORIES, 1), ordinary=2) if each.story == story)
    about = Decision.objects.filter(request__child__family_name=family.surname)
    return list(about.select_related("determination", "request").order_by("recorded_at"))


def test_there_is_a_story_for_every_name() -> None:
    assert set(STORIES) | {"ordinary"} == set(STORY)
    assert len(families(NOW.date())) == 200


def test_what_each_story_comes_to(world: World) -> None:
    told = {story: [(each.determination.outcome, each.choice) for each in of(story)] for story in STORIES}
    assert told == {
        "worry": [("should-share", "share")],
        "section-47": [("should-share", "share")],
        "young-carer": [("may-share", "share-part")],
        "early-help": [("may-share", "share")],
        "refuses": [("weigh", "not-share")],
        "parents-disagree": [("weigh", "not-yet")],
        "refuge": [("should-share", "share"), ("must-not-share", "not-share")],
        "police": [("may-share", "share-part")],
        "reconsidered": [("must-not-share", "not-share"), ("should-share", "share")],
        "emergency": [("should-share", "share"), ("should-share", "share")],
        "emergency-open": [("should-share", "share")],
        "advice": [("refer", "share")],
        "looked-after": [("may-share", "share")],
        "adopted": [("must-not-share", "not-share")],
        **{story: [] for story in ("advice-waiting", "waits", "asked-today", "glass", "twins")},
    }
    assert not Determination.objects.filter(complete=False).exists()
    assert not Decision.objects.exclude(departs_because="").exists()


def test_what_goes_with_the_stories(world: World) -> None:
    assert of("reconsidered")[1].replaces == of("reconsidered")[0]
    assert of("emergency")[1].replaces == of("emergency")[0]
    due = of("emergency-open")[0].complete_by
    assert due is not None
    assert due > NOW
    assert of("refuge")[0].approved_by is not None
    assert Proposal.objects.filter(approval__isnull=True).count() == 1
    assert Approval.objects.filter(decision=of("emergency")[1]).exists()
    assert AdviceRequest.objects.filter(answers__isnull=True).count() == 1
    assert Wish.objects.count() == 1
    assert CourtOrder.objects.filter(kind="non-molestation").exists()
    assert ParentalResponsibility.objects.filter(ground="care-order", council__isnull=False).exists()
    assert Consent.objects.filter(capacity="child-competent", answer="refused").exists()
    assert BrokenGlass.objects.filter(review__isnull=False).count() == 1
    assert {each.kind for each in SafetyMark.objects.all()} == set(MarkKind) - {MarkKind.PROTECTED_INFORMANT}
    first, second = Person.objects.filter(has_file=True, family_name=_twins()).order_by("given_name")[:2]
    assert first.born_on == second.born_on
    assert Disclosure.objects.exclude(items__isnull=True).exists()
    assert InformationRequest.objects.filter(received_at__gte=NOW - timedelta(days=1)).count() >= 4


def _twins() -> str:
    every = families(NOW.date(), dict.fromkeys(STORIES, 1), ordinary=2)
    return next(each.surname for each in every if each.story == "twins")


def test_its_ledger_verifies(world: World) -> None:
    checkpoint(NOW)
    report = verify_ledger()
    assert not report.faults


def test_nobody_is_real(world: World) -> None:
    assert all(each.email.endswith(f"@{DOMAIN}") for each in Practitioner.objects.all())
    assert not any(each.has_usable_password() for each in Practitioner.objects.all())
    numbers = [each.value for each in ContactPoint.objects.filter(channel=Channel.PHONE)]
    numbers += [each.value for each in SafeContact.objects.all()]
    assert numbers
    assert all(re.fullmatch(r"01632 960 \d{3}|07700 900\d{3}", each) for each in numbers)
    mails = ContactPoint.objects.exclude(channel=Channel.PHONE).values_list("value", flat=True)
    assert all(each.endswith(".aldermere.example") for each in mails)
    assert all(each.postcode.startswith("ZZ") for each in Address.objects.all())
    assert all("999" in each.value[:4] for each in Identifier.objects.all())


def test_nothing_is_later_than_the_day_it_is_made(world: World) -> None:
    assert not Decision.objects.filter(decided_at__gt=NOW).exists()
    assert not InformationRequest.objects.filter(received_at__gt=NOW).exists()


def test_each_agency_sees_only_its_own(world: World) -> None:
    for agency in world.partners.values():
        for who in (agency.act(place, NOW) for place in range(3)):
            with transaction_of(who):
                assert {child.agency_id for child in children_of(who)} <= {agency.organisation.pk}
                assert acting(who.practitioner, agency.organisation, at=NOW) is not None
    lead = world.partners["harbour"].act(2, NOW)
    with transaction_of(lead):
        assert children_of(lead).count() >= 1
        assert all(each.agency_id == lead.organisation.pk for each in waiting_advice(lead))


def test_it_is_made_once(world: World) -> None:
    with pytest.raises(MadeBefore):
        make_demonstration(NOW, rules=rules, said=print)
