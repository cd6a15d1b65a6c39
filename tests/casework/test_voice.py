"""Views, wishes, assessments and reviews; and `told_to`, which holds to a wish whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from sharewell.casework.acting import LONDON, Acting, transaction_of
from sharewell.casework.assess_capacity import Ability, assess_capacity
from sharewell.casework.assess_competence import Understanding, assess_competence
from sharewell.casework.birthday import age_on, birthday
from sharewell.casework.finish_review import due_reviews, finish_review
from sharewell.casework.keep import change, keep
from sharewell.casework.plan_review import birthday_reviews
from sharewell.casework.record_not_asked import record_not_asked
from sharewell.casework.record_view import Voice, answer_view, record_view
from sharewell.casework.record_wish import Wanted, end_wish, record_wish
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.told_to import not_told, told_to
from sharewell.register.competence import (
    CapacityAssessment,
    CapacityOutcome,
    Competence,
    CompetenceAssessment,
    Finding,
)
from sharewell.register.consent import NotAskedReason
from sharewell.register.family import CourtOrder, CourtOrderEnd, Ground, Kinship, OrderKind
from sharewell.register.person import Person
from sharewell.register.request import Direction, InformationRequest, Kind, Trigger
from sharewell.register.safety import MarkKind, SafetyMark, SafetyMarkEnd
from sharewell.register.voice import Obtained, Review, ReviewKind, Wish, WishEnd
from tests.casework.conftest import NOW
from tests.casework.people_around import child_of, parent_of, tied

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
LATER = TODAY + timedelta(days=60)
ABOUT = "Whether the club is told about Juno’s week"
ABLE = Understanding(
    ABOUT, Finding.YES, Finding.YES, Finding.YES, Finding.YES, Finding.YES, Finding.YES, Finding.NO,
    Competence.COMPETENT, "She said who would be told", TODAY,
)  # fmt: skip
LACKING = Ability(
    ABOUT, Finding.YES, Finding.NO, Finding.YES, Finding.YES, Finding.YES, Finding.YES, Finding.NO, "Pictures, time",
    CapacityOutcome.LACKS_CAPACITY, "Could not say what would be told", TODAY, "By her plan", "Her aunt", "Her routine",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _acting(alice: Acting) -> Iterator[None]:
    with transaction_of(alice):
        yield


@pytest.fixture
def juno(alice: Acting) -> Person:
    return child_of(alice)


@pytest.fixture
def older(alice: Acting) -> Person:
    return child_of(alice, "Ines", born_on=date(2010, 1, 1))


@pytest.fixture
def father(alice: Acting, juno: Person) -> Person:
    return parent_of(alice, juno, "Anton")


def wanted(person: Person, assessed: CompetenceAssessment | None = None) -> Wanted:
    return Wanted(person.pk, "That she sees the nurse", "Please don’t", LATER, assessed.pk if assessed else None)


# -- competence and capacity ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"decision_about": ""}, "decision_about"),
        ({"reasoning": " "}, "reasoning"),
        ({"assessed_on": TODAY + timedelta(days=1)}, "assessed_on"),
        ({"under_pressure": Finding.YES}, "outcome"),
        ({"under_pressure": Finding.UNSURE}, "outcome"),
        ({"weighs": Finding.UNSURE}, "outcome"),
        ({"outcome": Competence.NOT_COMPETENT}, "outcome"),
    ],
)
def test_competence_is_what_the_answers_show(alice: Acting, juno: Person, more: dict[str, object], field: str) -> None:
    with pytest.raises(Unfinished) as refused:
        assess_competence(alice, juno.pk, found=replace(ABLE, **more))  # type: ignore[arg-type]
    assert field in refused.value.problems


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"decision_about": ""}, "decision_about"),
        ({"help_given": ""}, "help_given"),
        ({"reasoning": ""}, "reasoning"),
        ({"impairment_words": ""}, "impairment_words"),
        ({"assessed_on": TODAY + timedelta(days=1)}, "assessed_on"),
        ({"impairment": Finding.NO}, "outcome"),
        ({"understands": Finding.YES}, "outcome"),
        ({"because_of_impairment": Finding.UNSURE}, "outcome"),
        ({"outcome": CapacityOutcome.HAS_CAPACITY}, "outcome"),
        ({"best_interests": ""}, "best_interests"),
        ({"consulted": ""}, "consulted"),
    ],
)
def test_capacity_is_lacking_by_both_stages_only(
    alice: Acting, older: Person, more: dict[str, object], field: str
) -> None:
    with pytest.raises(Unfinished) as refused:
        assess_capacity(alice, older.pk, found=replace(LACKING, **more))  # type: ignore[arg-type]
    assert field in refused.value.problems


def test_capacity_is_kept(alice: Acting, older: Person) -> None:
    assert assess_capacity(alice, older.pk, found=LACKING).best_interests == "Her routine"
    fine = replace(LACKING, outcome=CapacityOutcome.HAS_CAPACITY, impairment=Finding.NO, impairment_words="")
    assert assess_capacity(alice, older.pk, found=fine).outcome == "has-capacity"


def test_the_test_for_sixteen_is_not_used_on_a_child(alice: Acting, juno: Person) -> None:
    with pytest.raises(Unfinished) as refused:
        assess_capacity(alice, juno.pk, found=LACKING)
    assert "assessed_on" in refused.value.problems


@pytest.mark.parametrize(
    "more", [{"understands": "yes"}, {"best_interests": ""}, {"impairment": "no"}, {"help_given": ""}]
)
def test_the_database_refuses_lacking_that_meets_no_test(alice: Acting, older: Person, more: dict[str, str]) -> None:
    row = {
        "decision_about": "x", "impairment": "yes", "understands": "no", "retains": "yes", "weighs": "yes",
        "communicates": "yes", "because_of_impairment": "yes", "may_regain": "no", "help_given": "x",
        "best_interests": "x", **more,
    }  # fmt: skip
    made = CapacityAssessment(person=older, outcome="lacks-capacity", assessed_on=TODAY, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, made, "x")


# -- views ------------------------------------------------------------------------------------------------------------


def test_a_view_is_kept_in_their_own_words_and_answered(alice: Acting, juno: Person) -> None:
    voice = Voice(juno.pk, "The move", Obtained.DREW, TODAY, own_words="A house with two doors", support="Crayons")
    view = record_view(alice, juno.pk, voice=voice)
    with pytest.raises(Unfinished):
        answer_view(alice, view.pk, done=" ", told_on=TODAY)
    answer_view(alice, view.pk, done="Asked for both rooms", told_on=TODAY, told_how="Spoke with her at break")
    assert view.responses.get().told_on == TODAY


@pytest.mark.parametrize(
    ("voice", "field"),
    [
        ({"about": ""}, "about"),
        ({"own_words": ""}, "own_words"),
        ({"obtained": Obtained.NOT_OBTAINED}, "why_not"),
        ({"said_on": TODAY + timedelta(days=1)}, "said_on"),
    ],
)
def test_a_view_says_what_or_why_not(alice: Acting, juno: Person, voice: dict[str, object], field: str) -> None:
    made = replace(Voice(juno.pk, "The move", Obtained.SAID, TODAY, own_words="No"), **voice)  # type: ignore[arg-type]
    with pytest.raises(Unfinished) as refused:
        record_view(alice, juno.pk, voice=made)
    assert field in refused.value.problems


# -- wishes, and who may be told --------------------------------------------------------------------------------------


def test_a_competent_childs_wish_is_held_to(alice: Acting, juno: Person, father: Person) -> None:
    assert told_to(juno, father, on=TODAY).may
    wish = record_wish(alice, juno.pk, wanted=wanted(father, assess_competence(alice, juno.pk, found=ABLE)))
    telling = told_to(juno, father, on=TODAY)
    assert not telling.may
    (bar,) = telling.bars
    assert (bar.kind, bar.row, bar.about) == ("wish", wish.pk, "That she sees the nurse")
    assert "Gillick" in bar.source
    assert told_to(juno, father, on=TODAY - timedelta(days=1)).may
    assert Review.objects.get(kind=ReviewKind.WISH).about == wish.pk


def test_a_wish_rests_on_being_able_to_decide(alice: Acting, juno: Person, father: Person) -> None:
    not_able = replace(ABLE, understands_who=Finding.NO, outcome=Competence.NOT_COMPETENT)
    found = assess_competence(alice, juno.pk, found=not_able)
    for assessed in (None, found):
        with pytest.raises(Unfinished) as refused:
            record_wish(alice, juno.pk, wanted=wanted(father, assessed))
        assert "competence" in refused.value.problems


def test_at_sixteen_it_is_presumed(alice: Acting, older: Person) -> None:
    mother = parent_of(alice, older, "Petra")
    record_wish(alice, older.pk, wanted=wanted(mother))
    assert not told_to(older, mother, on=TODAY).may


@pytest.mark.parametrize(("more", "field"), [({"about": ""}, "about"), ({"review_on": TODAY}, "review_on")])
def test_a_wish_says_what_and_until_when(alice: Acting, older: Person, more: dict[str, object], field: str) -> None:
    mother = parent_of(alice, older, "Petra")
    with pytest.raises(Unfinished) as refused:
        record_wish(alice, older.pk, wanted=replace(wanted(mother), **more))  # type: ignore[arg-type]
    assert field in refused.value.problems
    with pytest.raises(Unfinished):
        record_wish(alice, older.pk, wanted=wanted(older))


def test_a_wish_ends_when_they_change_their_mind(alice: Acting, older: Person) -> None:
    mother = parent_of(alice, older, "Petra")
    wish = record_wish(alice, older.pk, wanted=wanted(mother))
    with pytest.raises(Unfinished):
        end_wish(alice, wish.pk, kind="changed-mind", reason="")
    end_wish(alice, wish.pk, kind="changed-mind", reason="“She can know now”")
    assert told_to(older, mother, on=TODAY).may
    with pytest.raises(AlreadyDone):
        end_wish(alice, wish.pk, kind="changed-mind", reason="Again")


def test_a_wish_is_overruled_by_two_people(alice: Acting, bob: Acting, charlie: Acting, older: Person) -> None:
    mother = parent_of(alice, older, "Petra")
    wish = record_wish(alice, older.pk, wanted=wanted(mother))
    for agreed_by in (None, alice.practitioner.pk):
        with pytest.raises(Unfinished):
            end_wish(alice, wish.pk, kind="overruled", reason="She is in danger", agreed_by=agreed_by)
    with pytest.raises(NotThere):
        end_wish(alice, wish.pk, kind="overruled", reason="In danger", agreed_by=charlie.practitioner.pk)
    assert not told_to(older, mother, on=TODAY).may
    end_wish(alice, wish.pk, kind="overruled", reason="She is in danger", agreed_by=bob.practitioner.pk)
    assert told_to(older, mother, on=TODAY).may


def test_the_database_refuses_to_overrule_alone(alice: Acting, older: Person) -> None:
    mother = parent_of(alice, older, "Petra")
    wish = record_wish(alice, older.pk, wanted=wanted(mother))
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, WishEnd(wish=wish, kind="overruled", reason="x"), "x")
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, Wish(child=older, not_told=older, about="x", from_on=TODAY, review_on=LATER), "x")


def test_a_mark_stands_until_two_people_lift_it(alice: Acting, bob: Acting, juno: Person, father: Person) -> None:
    mark = SafetyMark(child=juno, kind=MarkKind.MUST_NOT_KNOW, person=father, reason="x", source="x", review_on=LATER)
    keep(alice, mark, "safety-marked")
    assert [bar.kind for bar in told_to(juno, father, on=TODAY).bars] == ["must-not-know"]
    tied(bob, juno)
    keep(alice, SafetyMarkEnd(mark=mark, reason="x", agreed_by=bob.practitioner), "safety-lifted")
    assert told_to(juno, father, on=TODAY).may
    assert not told_to(juno, father, on=TODAY - timedelta(days=1)).bars


def test_an_order_against_somebody_stops_it_while_it_runs(alice: Acting, juno: Person, father: Person) -> None:
    order = CourtOrder(
        child=juno, against=father, kind=OrderKind.NON_MOLESTATION, says="x", made_on=TODAY, expires_on=LATER
    )
    keep(alice, order, "order-recorded")
    assert [bar.kind for bar in told_to(juno, father, on=LATER).bars] == ["order"]
    assert told_to(juno, father, on=LATER + timedelta(days=1)).may
    keep(alice, CourtOrderEnd(order=order, ended_on=TODAY + timedelta(days=5), reason="Discharged"), "order-ended")
    assert told_to(juno, father, on=LATER).may


def test_an_adoption_cuts_birth_parents_off(alice: Acting, juno: Person) -> None:
    before = parent_of(alice, juno, "Mira", ground=None, kin=Kinship.BIRTH_PARENT)
    adopter = parent_of(alice, juno, "Thea", ground=Ground.ADOPTION, kin=Kinship.ADOPTIVE_PARENT)
    assert told_to(juno, before, on=TODAY).may
    keep(alice, SafetyMark(child=juno, kind=MarkKind.ADOPTION_CUT, reason="x", source="x", review_on=LATER), "x")
    assert not told_to(juno, before, on=TODAY).may
    assert told_to(juno, adopter, on=TODAY).may


def test_everybody_at_once_in_few_queries(alice: Acting, older: Person, django_assert_max_num_queries: object) -> None:
    people = [parent_of(alice, older, name) for name in ("Petra", "Anton", "Rolf")]
    for each in people[:2]:
        record_wish(alice, older.pk, wanted=wanted(each))
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        assert set(not_told(older, on=TODAY)) == {each.pk for each in people[:2]}


# -- not asked --------------------------------------------------------------------------------------------------------


def test_not_asking_says_why_and_who_agreed(
    alice: Acting, bob: Acting, charlie: Acting, juno: Person, father: Person
) -> None:
    request = InformationRequest(
        child=juno, direction=Direction.OURS, trigger=Trigger.OWN_INITIATIVE, kind=Kind.ONE_OFF, received_at=NOW,
        purpose="A worry",
    )  # fmt: skip
    keep(alice, request, "request-made")
    why = NotAskedReason.RISK_TO_CHILD
    for more in ({"words": " "}, {"agreed_by": alice.practitioner.pk}, {"ask_again_on": TODAY - timedelta(days=1)}):
        with pytest.raises(Unfinished):
            record_not_asked(alice, request.pk, reason=why, **{"words": "He would hurt her", **more})  # type: ignore[arg-type]
    with pytest.raises(NotThere):
        record_not_asked(alice, request.pk, reason=why, words="x", agreed_by=charlie.practitioner.pk)
    made = record_not_asked(
        alice, request.pk, reason=why, words="He would hurt her", person=father.pk, agreed_by=bob.practitioner.pk,
        ask_again_on=LATER,
    )  # fmt: skip
    assert (made.agreed_by, made.person) == (bob.practitioner, father)
    with transaction_of(charlie), pytest.raises(NotThere):
        record_not_asked(charlie, request.pk, reason=why, words="x")


# -- reviews ----------------------------------------------------------------------------------------------------------


def test_birthdays() -> None:
    leap = date(2012, 2, 29)
    assert birthday(leap, 11) == date(2023, 3, 1)
    assert birthday(leap, 16) == date(2028, 2, 29)
    assert age_on(leap, date(2023, 2, 28)) == 10
    assert age_on(leap, date(2023, 3, 1)) == 11
    assert age_on(leap, date(2011, 1, 1)) is None
    assert age_on(None, TODAY) is None


def test_reviews_are_planned_for_the_birthdays_to_come(alice: Acting, juno: Person) -> None:
    planned = birthday_reviews(alice, juno)
    assert [(review.kind, review.due_at.astimezone(LONDON).date()) for review in planned] == [
        ("age-16", date(2028, 3, 9)),
        ("age-18", date(2030, 3, 9)),
    ]
    assert [review.pk for review in birthday_reviews(alice, juno)] == [review.pk for review in planned]
    assert Review.objects.count() == 2


def test_reviews_move_with_the_date_of_birth(alice: Acting, juno: Person) -> None:
    birthday_reviews(alice, juno)
    change(alice, juno, "person-changed", born_on=date(2014, 3, 9))
    moved = birthday_reviews(alice, juno)
    assert [review.kind for review in moved] == ["age-13", "age-16", "age-18"]
    assert moved[1].due_at.astimezone(LONDON).date() == date(2030, 3, 9)
    change(alice, juno, "person-changed", born_on=None)
    assert birthday_reviews(alice, juno) == []


def test_a_review_is_due_for_who_may_see_the_child_and_is_done_once(
    alice: Acting, bob: Acting, charlie: Acting, juno: Person
) -> None:
    first, _ = birthday_reviews(alice, juno)
    assert list(due_reviews(alice, NOW)) == []
    then = datetime(2028, 3, 9, 12, tzinfo=UTC)
    assert list(due_reviews(alice, then)) == [first]
    for other in (bob, charlie):
        with transaction_of(other):
            assert list(due_reviews(other, then)) == []
            with pytest.raises(NotThere):
                finish_review(other, first.pk, note="Mine")
    with pytest.raises(Unfinished):
        finish_review(alice, first.pk, note=" ")
    finish_review(alice, first.pk, note="Asked her again")
    with pytest.raises(AlreadyDone):
        finish_review(alice, first.pk, note="Again")
    assert [review.kind for review in birthday_reviews(alice, juno)] == ["age-18"]


def test_nobody_else_writes_down_what_a_child_says(alice: Acting, bob: Acting, charlie: Acting, older: Person) -> None:
    mother = parent_of(alice, older, "Petra")
    wish = record_wish(alice, older.pk, wanted=wanted(mother))
    view = record_view(alice, older.pk, voice=Voice(older.pk, "It", Obtained.SAID, TODAY, own_words="No"))
    for other in (bob, charlie):
        with transaction_of(other):
            with pytest.raises(NotThere):
                record_wish(other, older.pk, wanted=wanted(mother))
            with pytest.raises(NotThere):
                end_wish(other, wish.pk, kind="changed-mind", reason="x")
            with pytest.raises(NotThere):
                record_view(other, older.pk, voice=Voice(older.pk, "It", Obtained.SAID, TODAY, own_words="No"))
            with pytest.raises(NotThere):
                answer_view(other, view.pk, done="x")
            with pytest.raises(NotThere):
                assess_competence(other, older.pk, found=ABLE)
            with pytest.raises(NotThere):
                assess_capacity(other, older.pk, found=LACKING)
