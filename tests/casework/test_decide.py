"""Deciding: one function, one transaction, both ways; departures, reviews, duplicates, and who may."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.decide import decide
from sharewell.casework.deciding import Deciding, Told, Weighed, deciding_of, plain_of
from sharewell.casework.keep import keep
from sharewell.casework.refusal import AlreadyDone, ChangedMeanwhile, MayNot, NotThere, Unfinished
from sharewell.register.decision import Choice, Decision, Grounds, Weighing
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.practitioner import Role
from sharewell.register.safety import MarkKind, SafetyMark
from sharewell.register.voice import Review, Wish
from tests.casework.conftest import NOW, someone
from tests.casework.record_rows import ON, a_child, a_parent, a_request, deciding, determined

pytestmark = pytest.mark.django_db


def test_a_worry_is_shared(alice: Acting) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        said = determined(alice, request)
        made = decide(alice, request.pk, deciding=deciding(request, said))
    assert said.outcome == "should-share"
    assert (made.decided_by, made.position) == (alice.practitioner, "Teacher")
    assert made.determination == said
    assert Grounds.objects.get(decision=made).policy_version.startswith("england ")
    assert Weighing.objects.get(decision=made).harm_of_not_sharing == "More bruises."
    assert LedgerEntry.objects.filter(kind="decision-made", subject=str(made.pk)).count() == 1


def test_the_same_form_twice_is_one_decision(alice: Acting) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        form = deciding(request, determined(alice, request))
        assert decide(alice, request.pk, deciding=form) == decide(alice, request.pk, deciding=form)
        assert Decision.objects.count() == 1
        with pytest.raises(ChangedMeanwhile):
            decide(alice, request.pk, deciding=replace(form, once=uuid.uuid4()))
        with pytest.raises(AlreadyDone):
            decide(alice, a_request(alice, request.child).pk, deciding=form)


def test_a_departure_says_why(alice: Acting) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        form = deciding(
            request, determined(alice, request), choice=Choice.NOT_SHARE, review_on=ON + timedelta(days=14), told=()
        )
        with pytest.raises(Unfinished) as refused:
            decide(alice, request.pk, deciding=form)
        assert refused.value.problems == {"departs_because": "Your choice differs from the rules. Say why"}
        made = decide(alice, request.pk, deciding=replace(form, departs_because="The bruises are explained."))
    assert made.departs_because
    assert Review.objects.get(about=made.pk).due_at.date() == ON + timedelta(days=14)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"rationale": " "}, "rationale"),
        ({"signature": ""}, "signature"),
        ({"told": ()}, "told"),
        ({"told": (Told("not", described="Their father"),)}, "told"),
        ({"choice": Choice.NOT_YET}, "review_on"),
        ({"review_on": ON}, "review_on"),
        ({"weighed": Weighed(harm="purple")}, "harm"),
        ({"weighed": Weighed(harm_of_sharing="None")}, "harm_of_not_sharing"),
        ({"decided_at": NOW + timedelta(hours=1)}, "decided_at"),
        ({"told": (Told("after", described="An aunt"),)}, "told"),
        ({"told": (Told("will", person=uuid.uuid4()),)}, "told"),
    ],
)
def test_what_is_missing_is_said(alice: Acting, change: dict[str, object], field: str) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        with pytest.raises(Unfinished) as refused:
            decide(alice, request.pk, deciding=deciding(request, determined(alice, request), **change))
    assert field in refused.value.problems
    assert not Decision.objects.exists()


def test_a_decision_is_replaced_and_never_edited(alice: Acting) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        said = determined(alice, request)
        first = decide(alice, request.pk, deciding=deciding(request, said))
        again = deciding(request, said, replaces=first.pk)
        with pytest.raises(Unfinished):
            decide(alice, request.pk, deciding=again)
        second = decide(alice, request.pk, deciding=replace(again, replaces_because="The account changed."))
        with pytest.raises(ChangedMeanwhile):
            decide(alice, request.pk, deciding=replace(again, replaces_because="Again.", once=uuid.uuid4()))
    assert second.replaces == first


def test_new_answers_ask_for_a_new_form(alice: Acting) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        form = deciding(request, determined(alice, request))
        later = replace(alice, at=alice.at + timedelta(minutes=1))
        determined(later, request, answers={"immediate-danger": "no"})
        with pytest.raises(ChangedMeanwhile):
            decide(later, request.pk, deciding=form)


def test_nobody_is_told_against_a_wish_or_the_list(alice: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        mother = a_parent(alice, child, given="Marian")
        other = a_parent(alice, child, given="Piers")
        request = a_request(alice, child)
        said = determined(alice, request)
        keep(
            alice,
            Wish(child=child, not_told=mother, about="This talk", from_on=ON, review_on=ON + timedelta(days=30)),
            "wish-recorded",
        )
        keep(
            alice,
            SafetyMark(
                child=child, kind=MarkKind.MUST_NOT_KNOW, person=other, reason="Violence", source="Police",
                review_on=ON + timedelta(days=30),
            ),
            "mark-made",
        )  # fmt: skip
        child_told = Told("after", person=child.pk, told_on=ON)
        for person in (mother, other):
            with pytest.raises(Unfinished):
                decide(
                    alice,
                    request.pk,
                    deciding=deciding(request, said, told=(child_told, Told("will", person=person.pk))),
                )
        silent = Told("not", person=mother.pk, why_not="Their wish", ask_again_on=ON + timedelta(days=7))
        decide(alice, request.pk, deciding=deciding(request, said, told=(child_told, silent)))


def test_who_may(alice: Acting, bob: Acting, charlie: Acting) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        form = deciding(request, determined(alice, request))
    with transaction_of(bob), pytest.raises(NotThere):
        decide(bob, request.pk, deciding=form)
    with transaction_of(charlie), pytest.raises(NotThere):
        decide(charlie, request.pk, deciding=form)
    lead = someone("Gwen Lorimer", alice.organisation, Role.GOVERNANCE)
    with transaction_of(lead), pytest.raises(MayNot):
        decide(lead, request.pk, deciding=form)


def test_a_form_comes_back_as_it_was(alice: Acting) -> None:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        form: Deciding = deciding(request, determined(alice, request), review_on=ON, decided_at=alice.at)
    assert deciding_of(plain_of(form)) == form
