"""Consent: states kept apart, whose answer decides, conflict shown, nothing lost; and only for who may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.assess_capacity import Ability, assess_capacity
from sharewell.casework.assess_competence import Understanding, assess_competence
from sharewell.casework.consent_cells import Asked, State
from sharewell.casework.consent_standing import answers_about, consent_standing
from sharewell.casework.invalidate_consent import invalidate_consent
from sharewell.casework.keep import keep
from sharewell.casework.record_consent import Cell, Reply, record_consent
from sharewell.casework.refusal import AlreadyDone, MayNot, NotThere, Unfinished
from sharewell.casework.withdraw_consent import withdraw_consent
from sharewell.register.competence import CapacityOutcome, Competence, CompetenceAssessment, Finding
from sharewell.register.consent import Answer, Capacity, Consent, ConsentEnd, ConsentItem, Route
from sharewell.register.family import CourtOrder, Ground, OrderKind, ParentalResponsibility
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.person import Person
from sharewell.register.practitioner import Role
from tests.casework.conftest import NOW, someone
from tests.casework.people_around import child_of, parent_of, tied

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
PURPOSE = "So that the club can plan for Juno"


@pytest.fixture(autouse=True)
def _acting(alice: Acting) -> Iterator[None]:
    with transaction_of(alice):
        yield


@pytest.fixture
def juno(alice: Acting) -> Person:
    return child_of(alice)


@pytest.fixture
def mother(alice: Acting, juno: Person) -> Person:
    return parent_of(alice, juno, "Petra", ground=Ground.BIRTH_MOTHER)


@pytest.fixture
def father(alice: Acting, juno: Person) -> Person:
    return parent_of(alice, juno, "Anton")


@pytest.fixture
def club(db: None) -> Organisation:
    return Organisation.objects.create(name="Larkfield Young Carers", sector=Sector.VOLUNTARY)


def yes(club: Organisation, category: str = "education") -> Cell:
    return Cell("yes", recipient=club.pk, category=category)


def reply(person: Person, club: Organisation, *, answer: Answer = Answer.GIVEN, **more: Any) -> Reply:
    made = Reply(
        by_person=person.pk,
        capacity=Capacity.PARENT,
        answer=answer,
        route=Route.SPOKEN,
        purpose=PURPOSE,
        answered_on=TODAY,
        explained="What goes, to whom and why",
        cells=(yes(club),),
    )
    return replace(made, **more)


def asked(club: Organisation, category: str = "education", purpose: str = PURPOSE) -> Asked:
    return Asked(purpose, recipient=club.pk, category=category)


def able(
    child: Person, outcome: Competence = Competence.COMPETENT, about: str = PURPOSE, **more: object
) -> Understanding:
    understood = Finding.YES if outcome == Competence.COMPETENT else Finding.NO
    made = Understanding(
        about, understood, understood, Finding.YES, Finding.YES, Finding.YES, Finding.YES, Finding.NO, outcome,
        "She said who would be told, and what could come of it", TODAY,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def state(child: Person, club: Organisation, category: str = "education", on: date = TODAY) -> State:
    return consent_standing(child, asked(club, category), on=on).state


# -- states, each its own ---------------------------------------------------------------------------------------------


def test_nothing_was_answered(juno: Person, club: Organisation) -> None:
    standing = consent_standing(juno, asked(club), on=TODAY)
    assert standing.state is State.NONE
    assert not standing.agreed


def test_given_counts_for_what_it_names_and_for_nothing_else(
    alice: Acting, juno: Person, mother: Person, club: Organisation, clinic: Organisation
) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club))
    assert state(juno, club) is State.GIVEN
    assert state(juno, club, "health") is State.NONE
    assert state(juno, clinic) is State.NONE
    assert consent_standing(juno, asked(club, purpose="Something else"), on=TODAY).state is State.NONE
    assert state(juno, club, on=TODAY - timedelta(days=1)) is State.NONE


def test_partial_says_yes_and_no(
    alice: Acting, juno: Person, mother: Person, club: Organisation, clinic: Organisation
) -> None:
    cells = (
        yes(club),
        yes(club, "health"),
        Cell("no", recipient=club.pk, category="money-housing"),
        Cell("no", recipient=clinic.pk),
    )
    record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.PARTIAL, cells=cells))
    assert state(juno, club) is State.GIVEN
    assert state(juno, club, "money-housing") is State.REFUSED
    assert state(juno, clinic, "health") is State.REFUSED
    assert consent_standing(juno, Asked(PURPOSE), on=TODAY).state is State.PARTIAL


def test_a_no_gives_way_only_to_a_yes_that_is_more_particular(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    cells = (
        Cell("no", recipient=club.pk),
        Cell("yes", category="education"),
        Cell("yes", recipient=club.pk, category="health"),
    )
    record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.PARTIAL, cells=cells))
    assert state(juno, club) is State.REFUSED
    assert state(juno, club, "health") is State.GIVEN


def test_refused(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.REFUSED, cells=(), explained=""))
    standing = consent_standing(juno, asked(club), on=TODAY)
    assert standing.state is State.REFUSED
    assert "not-the-only-way" in {each.name for each in standing.reasons}


def test_withdrawn_is_not_refused(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    given = record_consent(alice, juno.pk, reply=reply(mother, club))
    withdraw_consent(alice, given.pk, by_person=mother.pk, on=TODAY)
    assert state(juno, club) is State.WITHDRAWN
    with pytest.raises(AlreadyDone):
        withdraw_consent(alice, given.pk, by_person=mother.pk, on=TODAY)


def test_nobody_else_takes_it_back(
    alice: Acting, juno: Person, mother: Person, father: Person, club: Organisation
) -> None:
    given = record_consent(alice, juno.pk, reply=reply(mother, club))
    for other in (father, juno):
        with pytest.raises(Unfinished):
            withdraw_consent(alice, given.pk, by_person=other.pk, on=TODAY)
    with pytest.raises(Unfinished):
        withdraw_consent(alice, given.pk, by_person=mother.pk, on=TODAY + timedelta(days=1))


def test_a_refusal_is_not_taken_back(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    refused = record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.REFUSED))
    with pytest.raises(Unfinished):
        withdraw_consent(alice, refused.pk, by_person=mother.pk, on=TODAY)


def test_invalidated_is_neither(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    given = record_consent(alice, juno.pk, reply=reply(mother, club))
    with pytest.raises(Unfinished):
        invalidate_consent(alice, given.pk, on=TODAY, reason=" ")
    invalidate_consent(alice, given.pk, on=TODAY, reason="She was not told who would read it")
    assert state(juno, club) is State.INVALIDATED


def test_an_invalid_answer_leaves_the_one_before(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club, answered_on=TODAY - timedelta(days=9)))
    pressed = record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.REFUSED))
    assert state(juno, club) is State.REFUSED
    invalidate_consent(alice, pressed.pk, on=TODAY, reason="Somebody stood over her")
    assert state(juno, club) is State.GIVEN


def test_superseded(alice: Acting, juno: Person, mother: Person, father: Person, club: Organisation) -> None:
    first = record_consent(alice, juno.pk, reply=reply(mother, club))
    with pytest.raises(Unfinished):
        record_consent(alice, juno.pk, reply=reply(father, club, supersedes=first.pk))
    second = record_consent(
        alice, juno.pk, reply=reply(mother, club, cells=(yes(club, "health"),), supersedes=first.pk)
    )
    assert second.supersedes == first
    assert state(juno, club) is State.SUPERSEDED
    assert state(juno, club, "health") is State.GIVEN
    with pytest.raises(Unfinished):
        record_consent(alice, juno.pk, reply=reply(mother, club, supersedes=first.pk))


def test_expired(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    last = TODAY + timedelta(days=30)
    record_consent(alice, juno.pk, reply=reply(mother, club, until_on=last))
    assert state(juno, club, on=last) is State.GIVEN
    assert state(juno, club, on=last + timedelta(days=1)) is State.EXPIRED


def test_asked_without_an_answer_does_not_undo_an_answer(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.NO_ANSWER))
    assert state(juno, club) is State.NO_ANSWER
    record_consent(alice, juno.pk, reply=reply(mother, club))
    record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.NO_ANSWER))
    assert state(juno, club) is State.GIVEN


# -- whose answer -----------------------------------------------------------------------------------------------------


def test_parents_who_disagree_are_shown_and_not_averaged(
    alice: Acting, juno: Person, mother: Person, father: Person, club: Organisation
) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club))
    record_consent(alice, juno.pk, reply=reply(father, club, answer=Answer.REFUSED))
    standing = consent_standing(juno, asked(club), on=TODAY)
    assert standing.state is State.CONFLICT
    assert {each.consent.by_person for each in standing.decides} == {mother, father}
    assert "court can decide" in standing.reasons[0].says
    assert standing.reasons[0].source
    assert not standing.agreed


def test_a_parent_who_takes_it_back_conflicts_with_one_who_agrees(
    alice: Acting, juno: Person, mother: Person, father: Person, club: Organisation
) -> None:
    given = record_consent(alice, juno.pk, reply=reply(mother, club))
    record_consent(alice, juno.pk, reply=reply(father, club))
    assert state(juno, club) is State.GIVEN
    withdraw_consent(alice, given.pk, by_person=mother.pk, on=TODAY)
    assert state(juno, club) is State.CONFLICT


def test_without_parental_responsibility_an_answer_is_kept_and_does_not_decide(
    alice: Acting, juno: Person, club: Organisation
) -> None:
    step = parent_of(alice, juno, "Rolf", ground=None)
    record_consent(alice, juno.pk, reply=reply(step, club))
    standing = consent_standing(juno, asked(club), on=TODAY)
    assert standing.state is State.NONE
    assert [each.why.name for each in standing.said if each.why] == ["not-responsible"]


def test_a_claim_counts_against_and_not_for(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    claims = parent_of(alice, juno, "Rolf", ground=Ground.CLAIMED)
    record_consent(alice, juno.pk, reply=reply(claims, club, answered_on=TODAY - timedelta(days=1)))
    assert state(juno, club) is State.NONE
    record_consent(alice, juno.pk, reply=reply(mother, club))
    record_consent(alice, juno.pk, reply=reply(claims, club, answer=Answer.REFUSED))
    assert state(juno, club) is State.CONFLICT


def test_a_competent_child_decides_whatever_a_parent_says(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    found = assess_competence(alice, juno.pk, found=able(juno))
    own = reply(juno, club, answer=Answer.REFUSED, capacity=Capacity.CHILD_COMPETENT, competence=found.pk)
    record_consent(alice, juno.pk, reply=own)
    record_consent(alice, juno.pk, reply=reply(mother, club))
    standing = consent_standing(juno, asked(club), on=TODAY)
    assert standing.state is State.REFUSED
    assert [each.consent.by_person for each in standing.decides] == [juno]
    assert [each.consent.by_person for each in standing.differs] == [mother]
    assert "Gillick" in standing.reasons[0].source


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.GIVEN])
def test_a_child_not_found_able_does_not_cancel_a_parent(
    alice: Acting, juno: Person, mother: Person, club: Organisation, answer: Answer
) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club))
    record_consent(alice, juno.pk, reply=reply(juno, club, answer=answer, capacity=Capacity.CHILD))
    standing = consent_standing(juno, asked(club), on=TODAY)
    assert standing.state is State.GIVEN
    assert {each.consent.by_person for each in standing.said} == {mother, juno}
    assert any(each.why and each.why.name == "not-competent" for each in standing.said)


def test_competence_is_not_carried_over(alice: Acting, juno: Person, club: Organisation) -> None:
    other = assess_competence(alice, juno.pk, found=able(juno, about="Whether to join the choir"))
    own = reply(juno, club, capacity=Capacity.CHILD_COMPETENT, competence=other.pk)
    with pytest.raises(Unfinished, match="competence"):
        record_consent(alice, juno.pk, reply=own)
    with pytest.raises(Unfinished, match="competence"):
        record_consent(alice, juno.pk, reply=replace(own, competence=None))


def test_a_later_assessment_of_the_same_decision_takes_the_answer_its_weight(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    first = assess_competence(alice, juno.pk, found=able(juno, assessed_on=TODAY - timedelta(days=3)))
    own = reply(juno, club, answer=Answer.REFUSED, capacity=Capacity.CHILD_COMPETENT, competence=first.pk)
    record_consent(alice, juno.pk, reply=own)
    record_consent(alice, juno.pk, reply=reply(mother, club))
    assert state(juno, club) is State.REFUSED
    assess_competence(alice, juno.pk, found=able(juno, Competence.NOT_COMPETENT))
    assert state(juno, club) is State.GIVEN


def test_at_sixteen_it_is_their_own_unless_they_lack_capacity(alice: Acting, club: Organisation) -> None:
    older = child_of(alice, "Ines", born_on=date(2010, 1, 1))
    parent = parent_of(alice, older, "Petra", ground=Ground.BIRTH_MOTHER)
    record_consent(alice, older.pk, reply=reply(parent, club))
    record_consent(alice, older.pk, reply=reply(older, club, answer=Answer.REFUSED, capacity=Capacity.YOUNG_PERSON))
    standing = consent_standing(older, asked(club), on=TODAY)
    assert standing.state is State.REFUSED
    assert "Mental Capacity Act" in standing.reasons[0].source
    lacking = Ability(
        PURPOSE, Finding.YES, Finding.NO, Finding.YES, Finding.NO, Finding.YES, Finding.YES, Finding.UNSURE,
        "Pictures, and her aunt beside her", CapacityOutcome.LACKS_CAPACITY, "She could not say what would happen",
        TODAY, "A learning disability, by her plan", "Her mother and her teacher", "Share what keeps her routine",
    )  # fmt: skip
    assess_capacity(alice, older.pk, found=lacking)
    assert state(older, club) is State.GIVEN


def test_a_role_of_another_age_does_not_decide(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    record_consent(alice, juno.pk, reply=reply(juno, club, capacity=Capacity.YOUNG_PERSON))
    assert state(juno, club) is State.NONE
    record_consent(alice, juno.pk, reply=reply(mother, club))
    grown = date(2030, 3, 9)
    assert state(juno, club, on=grown - timedelta(days=1)) is State.GIVEN
    assert state(juno, club, on=grown) is State.NONE


def test_a_special_guardian_is_not_overruled(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    guardian = parent_of(alice, juno, "Thea", ground=Ground.SPECIAL_GUARDIAN)
    record_consent(alice, juno.pk, reply=reply(guardian, club))
    record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.REFUSED))
    standing = consent_standing(juno, asked(club), on=TODAY)
    assert standing.state is State.GIVEN
    assert [each.consent.by_person for each in standing.differs] == [mother]


def test_a_council_decides_under_a_care_order_only(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    council = reply(mother, club, capacity=Capacity.COUNCIL)
    record_consent(alice, juno.pk, reply=council)
    assert state(juno, club) is State.NONE
    order = ParentalResponsibility(child=juno, council=club, ground=Ground.CARE_ORDER, from_on=TODAY)
    keep(alice, order, "responsibility-recorded")
    assert state(juno, club) is State.GIVEN


def test_an_adult_speaks_for_themselves_only(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club, capacity=Capacity.ADULT_SELF))
    assert state(juno, club) is State.NONE


def test_an_order_is_named(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    order = CourtOrder(child=juno, kind=OrderKind.SPECIFIC_ISSUE, says="School", made_on=TODAY - timedelta(days=9))
    keep(alice, order, "order-recorded")
    record_consent(alice, juno.pk, reply=reply(mother, club))
    assert "order" in {each.name for each in consent_standing(juno, asked(club), on=TODAY).reasons}


def test_every_reason_names_its_source(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    record_consent(alice, juno.pk, reply=reply(mother, club))
    assert all(each.source for each in consent_standing(juno, asked(club), on=TODAY).reasons)


def test_many_questions_cost_no_more_queries(
    alice: Acting, juno: Person, mother: Person, club: Organisation, django_assert_max_num_queries: object
) -> None:
    for _ in range(4):
        record_consent(alice, juno.pk, reply=reply(mother, club))
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        answers = answers_about(juno)
        for category in ("education", "health", "money-housing"):
            answers.standing(asked(club, category), on=TODAY)


# -- what is asked of a record ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"purpose": " "}, "purpose"),
        ({"explained": ""}, "explained"),
        ({"cells": ()}, "cells"),
        ({"answer": Answer.PARTIAL}, "refused"),
        ({"answered_on": TODAY + timedelta(days=1)}, "answered_on"),
        ({"until_on": TODAY - timedelta(days=1)}, "until_on"),
        ({"review_on": TODAY - timedelta(days=1)}, "review_on"),
        ({"route": Route.INTERPRETER}, "interpreter"),
        ({"capacity": Capacity.YOUNG_PERSON}, "capacity"),
    ],
)
def test_what_is_missing_is_said(
    alice: Acting, juno: Person, mother: Person, club: Organisation, more: dict[str, Any], field: str
) -> None:
    with pytest.raises(Unfinished) as refused:
        record_consent(alice, juno.pk, reply=reply(mother, club, **more))
    assert field in refused.value.problems
    assert not Consent.objects.exists()


def test_the_same_form_twice_makes_one_answer(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    once = juno.pk
    made = record_consent(alice, juno.pk, reply=reply(mother, club, once=once))
    with pytest.raises(AlreadyDone) as refused:
        record_consent(alice, juno.pk, reply=reply(mother, club, once=once))
    assert refused.value.row == made.pk


# -- who may ----------------------------------------------------------------------------------------------------------


def test_only_who_works_with_the_child_records_or_ends_an_answer(
    alice: Acting, bob: Acting, charlie: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    given = record_consent(alice, juno.pk, reply=reply(mother, club))
    for other in (bob, charlie):
        with transaction_of(other):
            with pytest.raises(NotThere):
                record_consent(other, juno.pk, reply=reply(mother, club))
            with pytest.raises(NotThere):
                withdraw_consent(other, given.pk, by_person=mother.pk, on=TODAY)
            with pytest.raises(NotThere):
                invalidate_consent(other, given.pk, on=TODAY, reason="Curious")
    tied(bob, juno)
    invalidate_consent(bob, given.pk, on=TODAY, reason="Not told who would read it")


def test_a_governance_lead_reads_and_does_not_record(
    school: Organisation, juno: Person, mother: Person, club: Organisation
) -> None:
    lead = someone("Gwen Ashby", school, Role.GOVERNANCE)
    tied(lead, juno)
    with pytest.raises(MayNot):
        record_consent(lead, juno.pk, reply=reply(mother, club))


def test_a_person_of_another_child_does_not_answer(alice: Acting, juno: Person, club: Organisation) -> None:
    other = child_of(alice, "Ines")
    stranger = parent_of(alice, other, "Otto")
    with pytest.raises(NotThere):
        record_consent(alice, juno.pk, reply=reply(stranger, club))


# -- what the database refuses ----------------------------------------------------------------------------------------


def test_the_database_refuses_a_competent_child_without_an_assessment(alice: Acting, juno: Person) -> None:
    row = Consent(
        child=juno, by_person=juno, capacity="child-competent", answer="refused", route="spoken", purpose="x",
        answered_on=TODAY,
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, row, "consent-recorded")


def test_the_database_refuses_agreement_to_nothing_explained(alice: Acting, juno: Person, mother: Person) -> None:
    row = Consent(
        child=juno, by_person=mother, capacity="parent", answer="given", route="spoken", purpose="x", answered_on=TODAY
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, row, "consent-recorded")


def test_the_database_refuses_somebody_elses_answer_as_the_childs(alice: Acting, juno: Person, mother: Person) -> None:
    row = Consent(
        child=juno, by_person=mother, capacity="young-person", answer="refused", route="spoken", purpose="x",
        answered_on=TODAY,
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, row, "consent-recorded")


@pytest.mark.parametrize("more", [{"allowed": "may"}, {"category": "gossip"}, {"recipient_words": "The club"}])
def test_the_database_refuses_a_cell_that_says_nothing(
    alice: Acting, juno: Person, mother: Person, club: Organisation, more: dict[str, str]
) -> None:
    consent = record_consent(alice, juno.pk, reply=reply(mother, club))
    cell = {"allowed": "yes", "category": "health", **more}
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, ConsentItem(consent=consent, recipient=club, **cell), "x")


def test_the_database_refuses_a_second_end_and_a_change(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    consent = record_consent(alice, juno.pk, reply=reply(mother, club))
    withdraw_consent(alice, consent.pk, by_person=mother.pk, on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, ConsentEnd(consent=consent, kind="withdrawn", ended_on=TODAY), "x")
    with pytest.raises(Exception, match=r"kept|permission"), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(answer="given")


@pytest.mark.parametrize(
    "more", [{"under_pressure": "yes"}, {"weighs": "unsure"}, {"keeps_view": "no"}, {"reasoning": ""}]
)
def test_the_database_refuses_competence_that_the_answers_do_not_show(
    alice: Acting, juno: Person, more: dict[str, str]
) -> None:
    answers = dict.fromkeys(
        (
            "understands_what",
            "understands_who",
            "understands_consequences",
            "understands_choice",
            "weighs",
            "keeps_view",
        ),
        "yes",
    )
    row = {**answers, "under_pressure": "no", "reasoning": "She said so", "decision_about": "x", **more}
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, CompetenceAssessment(child=juno, outcome="competent", assessed_on=TODAY, **row), "x")
