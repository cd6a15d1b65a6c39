"""The emergency lane: three facts and act; the record is chased to completion and keeps when it was decided."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.approve import approve_afterwards
from sharewell.casework.complete_emergency import complete_emergency, retrospective
from sharewell.casework.record_emergency import COMPLETE_WITHIN, Emergency, record_emergency
from sharewell.casework.refusal import AlreadyDone, MayNot, NotThere, Unfinished
from sharewell.casework.stage import Stage, stages_of
from sharewell.register.decision import Decision
from sharewell.register.person import Person
from sharewell.register.request import InformationRequest
from sharewell.register.voice import Review, ReviewKind
from tests.casework.record_rows import a_child, deciding, determined, rules, works_with

pytestmark = pytest.mark.django_db
HAPPENED = Emergency("Wren: her father said that he will come for her", "Police, PC 4471", "Where she is", "police")


@pytest.fixture
def child(alice: Acting) -> Person:
    with transaction_of(alice):
        return a_child(alice)


def test_three_facts_stand_at_once(alice: Acting, child: Person) -> None:
    once = uuid.uuid4()
    with transaction_of(alice):
        made = record_emergency(alice, child.pk, happened=HAPPENED, rules=rules(), once=once)
        assert record_emergency(alice, child.pk, happened=HAPPENED, rules=rules(), once=once) == made
        assert stages_of([made.request])[0].stage is Stage.TO_COMPLETE
    assert made.determination.outcome in ("must-share", "should-share", "may-share")
    assert made.complete_by == alice.at + COMPLETE_WITHIN
    assert Review.objects.get(about=made.pk).kind == ReviewKind.RECORD
    assert InformationRequest.objects.count() == Decision.objects.count() == 1


def test_somebody_the_rules_do_not_name_is_recorded_too(alice: Acting, child: Person) -> None:
    with transaction_of(alice):
        said = replace(HAPPENED, kind="other", told="A lifeguard")
        made = record_emergency(alice, child.pk, happened=said, rules=rules(), once=uuid.uuid4())
    assert made.determination.answers == {"immediate-danger": "yes"}


@pytest.mark.parametrize("missing", ["in_danger", "told", "what"])
def test_a_fact_that_is_missing_is_said(alice: Acting, child: Person, missing: str) -> None:
    blank: dict[str, Any] = {missing: " "}
    said = replace(HAPPENED, **blank)
    with transaction_of(alice), pytest.raises(Unfinished) as refused:
        record_emergency(alice, child.pk, happened=said, rules=rules(), once=uuid.uuid4())
    assert list(refused.value.problems) == [missing]


def test_it_cannot_have_been_tomorrow(alice: Acting, child: Person) -> None:
    said = replace(HAPPENED, told_at=alice.at + timedelta(days=1))
    with transaction_of(alice), pytest.raises(Unfinished):
        record_emergency(alice, child.pk, happened=said, rules=rules(), once=uuid.uuid4())


def test_the_record_is_completed_and_says_when(alice: Acting, bob: Acting, child: Person) -> None:
    with transaction_of(alice):
        acted = alice.at - timedelta(hours=3)
        short = record_emergency(
            alice, child.pk, happened=replace(HAPPENED, told_at=acted), rules=rules(), once=uuid.uuid4()
        )
        works_with(bob, child)
    later = replace(alice, at=alice.at + timedelta(hours=5))
    with transaction_of(later):
        said = determined(later, short.request)
        form = deciding(short.request, said)
        with pytest.raises(Unfinished) as refused:
            complete_emergency(later, short.pk, deciding=replace(form, told=()))
        assert "told" in refused.value.problems
        full = complete_emergency(later, short.pk, deciding=form)
        assert complete_emergency(later, short.pk, deciding=form) == full
        with pytest.raises(AlreadyDone):
            complete_emergency(later, short.pk, deciding=replace(form, once=uuid.uuid4()))
    assert (full.decided_at, full.recorded_at, full.replaces) == (acted, later.at, short)
    assert retrospective(full)
    assert not retrospective(short)
    assert Review.objects.get(about=short.pk).done_at == later.at
    with transaction_of(bob):
        word = approve_afterwards(bob, full.pk, word="approved", reason="Right to ring.")
        with pytest.raises(AlreadyDone):
            approve_afterwards(bob, full.pk, word="approved")
    assert word.decision == full
    with transaction_of(alice), pytest.raises(MayNot):
        approve_afterwards(replace(alice, roles=bob.roles), full.pk, word="approved")


def test_a_word_that_sends_back_says_why(alice: Acting, bob: Acting, child: Person) -> None:
    with transaction_of(alice):
        made = record_emergency(alice, child.pk, happened=HAPPENED, rules=rules(), once=uuid.uuid4())
        works_with(bob, child)
    with transaction_of(bob):
        with pytest.raises(Unfinished):
            approve_afterwards(bob, made.pk, word="declined")
        assert approve_afterwards(bob, made.pk, word="declined", reason="Ring me first.").word == "declined"


def test_who_may(alice: Acting, bob: Acting, charlie: Acting, child: Person) -> None:
    for who in (bob, charlie):
        with transaction_of(who), pytest.raises(NotThere):
            record_emergency(who, child.pk, happened=HAPPENED, rules=rules(), once=uuid.uuid4())
    with transaction_of(alice):
        made = record_emergency(alice, child.pk, happened=HAPPENED, rules=rules(), once=uuid.uuid4())
    with transaction_of(charlie), pytest.raises(NotThere):
        complete_emergency(charlie, made.pk, deciding=deciding(made.request, made.determination))
