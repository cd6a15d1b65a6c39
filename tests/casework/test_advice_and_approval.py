"""Advice from a rota with a clock, names kept out, and a second person where the rules ask for one."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.approve import approve, approve_afterwards, decline, take_up, waiting_proposals
from sharewell.casework.ask_advice import Question, ask_advice
from sharewell.casework.decide import NeedsApproval, decide
from sharewell.casework.deciding import Followed
from sharewell.casework.give_advice import give_advice, read_question, waiting_advice
from sharewell.casework.keep import keep
from sharewell.casework.propose import propose
from sharewell.casework.refusal import AlreadyDone, ChangedMeanwhile, MayNot, NotThere, Unfinished
from sharewell.casework.stage import Stage, stages_of
from sharewell.casework.without_names import names_on, strip_names
from sharewell.policy.pack import Pack
from sharewell.register.advice import Advice, AdviceFollowed, AdviceRequest, Approval, Proposal, Rota
from sharewell.register.decision import Decision
from sharewell.register.person import FormerName
from sharewell.register.practitioner import Role
from sharewell.register.relationship import LegitimateRelationship, Tie
from sharewell.register.request import InformationRequest
from sharewell.register.safety import MarkKind, SafetyMark
from tests.casework.conftest import someone
from tests.casework.record_rows import ON, WORRIED, a_child, a_parent, a_request, deciding, determined, pack_text

pytestmark = pytest.mark.django_db
#: Answers with a hidden place in them: the national pack wants two people to look.
HIDDEN = {**WORRIED, "usual-checks": "some", "locates": "sealed-address"}


def question(who: Acting, **more: object) -> Question:
    said = {
        "rota": Rota.SAFEGUARDING, "question": "Would you tell the mother?", "described": "The child asks us not to.",
        "reply_by": who.at + timedelta(hours=4), **more,
    }  # fmt: skip
    return Question(**said)  # type: ignore[arg-type]  # what each test says


@pytest.fixture
def about(alice: Acting) -> InformationRequest:
    with transaction_of(alice):
        child = a_child(alice)
        a_parent(alice, child, given="Marian")
        return a_request(alice, child)


def test_an_adviser_answers_without_opening_the_record(alice: Acting, bob: Acting, about: InformationRequest) -> None:
    once = uuid.uuid4()
    with transaction_of(alice):
        asked = ask_advice(alice, about.pk, asking=question(alice), once=once)
        assert ask_advice(alice, about.pk, asking=question(alice), once=once) == asked
        assert not waiting_advice(replace(alice, roles=bob.roles)).exists(), "not one's own question"
        assert stages_of([about])[0].stage is Stage.WAITS_FOR_ADVICE
    with transaction_of(bob):
        assert [each.pk for each in waiting_advice(bob)] == [asked.pk]
        assert read_question(bob, asked.pk) == asked
        assert not LegitimateRelationship.objects.filter(practitioner=bob.practitioner).exists()
        with pytest.raises(Unfinished):
            give_advice(bob, asked.pk, text=" ", once=uuid.uuid4())
        again = uuid.uuid4()
        given = give_advice(bob, asked.pk, text="Yes, with the child.", once=again)
        assert give_advice(bob, asked.pk, text="Yes, with the child.", once=again) == given
        with pytest.raises(NotThere):
            give_advice(bob, asked.pk, text="Again", once=uuid.uuid4())
    assert Advice.objects.count() == 1
    with transaction_of(alice):
        form = deciding(about, determined(alice, about))
        with pytest.raises(Unfinished) as refused:
            decide(alice, about.pk, deciding=form)
        assert set(refused.value.problems) == {"advice"}
        with pytest.raises(Unfinished):
            decide(alice, about.pk, deciding=replace(form, advice=(Followed(given.pk, "no"),)))
        made = decide(alice, about.pk, deciding=replace(form, advice=(Followed(given.pk, "yes"),)))
    assert AdviceFollowed.objects.get().decision == made


def test_names_are_kept_out(alice: Acting, about: InformationRequest) -> None:
    with transaction_of(alice), pytest.raises(Unfinished) as refused:
        ask_advice(
            alice,
            about.pk,
            asking=question(alice, described="Wren says Marian hits her.", reply_by=alice.at, question=""),
            once=uuid.uuid4(),
        )
    assert set(refused.value.problems) == {"described", "reply_by", "question"}
    assert "Marian" in refused.value.problems["described"]
    assert not AdviceRequest.objects.exists()


def test_a_name_is_taken_out_whole() -> None:
    found = strip_names("Wren’s mother told wren. Wrenfield stays.", {"Wren": "the child"})
    assert found.text == "the child’s mother told the child. Wrenfield stays."
    assert found.taken == ("Wren",)
    assert strip_names("Nobody here", {"Wren": "the child"}).taken == ()


def test_asked_with_names_the_record_opens_and_says_who_looked(
    alice: Acting, bob: Acting, about: InformationRequest
) -> None:
    with transaction_of(alice):
        asked = ask_advice(
            alice, about.pk, asking=question(alice, described="Wren", without_names=False), once=uuid.uuid4()
        )
    with transaction_of(bob):
        read_question(bob, asked.pk)
    assert LegitimateRelationship.objects.get(practitioner=bob.practitioner).tie == Tie.ADVISER


def test_silence_goes_to_the_approvers(alice: Acting, bob: Acting, about: InformationRequest) -> None:
    with transaction_of(alice):
        asked = ask_advice(alice, about.pk, asking=question(alice, rota=Rota.DATA_PROTECTION), once=uuid.uuid4())
    with transaction_of(bob):
        assert not waiting_advice(bob).exists()
        late = replace(bob, at=bob.at + timedelta(hours=5))
        assert [each.pk for each in waiting_advice(late)] == [asked.pk]


def test_who_may_advise(alice: Acting, charlie: Acting, about: InformationRequest) -> None:
    with transaction_of(alice):
        asked = ask_advice(alice, about.pk, asking=question(alice), once=uuid.uuid4())
        with pytest.raises(MayNot):
            waiting_advice(alice)
    theirs = someone("Dora Finch", charlie.organisation, Role.ADVISER)
    with transaction_of(theirs):
        assert not waiting_advice(theirs).exists()
        with pytest.raises(NotThere):
            read_question(theirs, asked.pk)
    with transaction_of(charlie), pytest.raises(NotThere):
        ask_advice(charlie, about.pk, asking=question(charlie), once=uuid.uuid4())


@pytest.mark.parametrize(
    ("pack", "name"),
    [
        ("england", "two-people"), ("england", "second-look"), ("hampshire", "manager-no-ask"),
        ("hampshire", "refusal-advice"),
    ],
)  # fmt: skip
def test_the_packs_say_where_two_are_needed(pack: str, name: str) -> None:
    text: Pack = pack_text(pack)
    assert {each.name: each.second_person for each in text.safeguards}[name]


def test_two_people_decide(alice: Acting, bob: Acting, about: InformationRequest) -> None:
    with transaction_of(alice):
        said = determined(alice, about, answers=HIDDEN)
        form = deciding(about, said, departs_because="They can move the family.")
        with pytest.raises(NeedsApproval) as refused:
            decide(alice, about.pk, deciding=form)
        assert refused.value.because == ("two-people",)
        proposal = propose(alice, about.pk, deciding=form)
        assert propose(alice, about.pk, deciding=form) == proposal
        boss = replace(alice, roles=bob.roles)
        assert not waiting_proposals(boss).exists()
        with pytest.raises(MayNot):
            approve(boss, proposal.pk)
    assert not Decision.objects.exists()
    with transaction_of(bob):
        assert [each.pk for each in waiting_proposals(bob)] == [proposal.pk]
        made = approve(bob, proposal.pk, reason="I checked it with her.")
        with pytest.raises(AlreadyDone):
            decline(bob, proposal.pk, reason="Too late")
    assert (made.decided_by, made.approved_by) == (alice.practitioner, bob.practitioner)
    assert (made.position, made.recorded_by) == ("Teacher", bob.practitioner)
    assert made.once == form.once
    assert LegitimateRelationship.objects.filter(practitioner=bob.practitioner, tie=Tie.APPROVER).exists()


def test_a_proposal_is_sent_back(alice: Acting, bob: Acting, charlie: Acting, about: InformationRequest) -> None:
    with transaction_of(alice):
        form = deciding(about, determined(alice, about, answers=HIDDEN), departs_because="They can move the family.")
        with pytest.raises(Unfinished):
            propose(alice, about.pk, deciding=replace(form, rationale=""))
        with pytest.raises(ChangedMeanwhile):
            propose(alice, about.pk, deciding=replace(form, determination=uuid.uuid4()))
        with pytest.raises(ChangedMeanwhile):
            propose(alice, about.pk, deciding=replace(form, replaces=uuid.uuid4()))
        proposal = propose(alice, about.pk, deciding=form)
        with pytest.raises(MayNot):
            take_up(alice, proposal.pk)
    their_boss = someone("Dora Finch", charlie.organisation, Role.APPROVER)
    with transaction_of(their_boss), pytest.raises(NotThere):
        take_up(their_boss, proposal.pk)
    with transaction_of(bob):
        with pytest.raises(Unfinished):
            decline(bob, proposal.pk, reason=" ")
        assert decline(bob, proposal.pk, reason="Leave the place out.").word == "declined"
    assert Approval.objects.count() == Proposal.objects.count() == 1
    assert not Decision.objects.exists()


def test_a_word_afterwards_is_for_emergencies(alice: Acting, bob: Acting, about: InformationRequest) -> None:
    with transaction_of(alice):
        made = decide(alice, about.pk, deciding=deciding(about, determined(alice, about)))
    with transaction_of(bob), pytest.raises(NotThere):
        approve_afterwards(bob, made.pk, word="approved")


def test_a_restricted_record_stays_closed_to_an_approver(alice: Acting, bob: Acting, about: InformationRequest) -> None:
    with transaction_of(alice):
        form = deciding(about, determined(alice, about, answers=HIDDEN), departs_because="They can move the family.")
        proposal = propose(alice, about.pk, deciding=form)
        mark = SafetyMark(
            child=about.child, kind=MarkKind.RESTRICTED, reason="Known here", source="Police", review_on=ON
        )
        keep(alice, mark, "mark-made")
    with transaction_of(bob), pytest.raises(NotThere):
        approve(bob, proposal.pk)


def test_names_that_somebody_had_are_taken_out_too(alice: Acting, about: InformationRequest) -> None:
    with transaction_of(alice):
        keep(alice, FormerName(person=about.child, given_name="Robin", family_name="Ashby"), "former-name-added")
        assert names_on(about.child)["Robin"] == "the child"
        assert names_on(about.child)["Marian"] == "a family member"
