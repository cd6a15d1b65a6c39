"""What had gone out when an agreement is taken back; and answers that rest on rows which are not there."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.assess_capacity import assess_capacity
from sharewell.casework.assess_competence import assess_competence
from sharewell.casework.consent_cells import Asked, State
from sharewell.casework.consent_standing import consent_standing
from sharewell.casework.decide import decide
from sharewell.casework.deciding import ItemChoice
from sharewell.casework.keep import keep
from sharewell.casework.keep_file import keep_file, keep_paper
from sharewell.casework.record_consent import Cell, record_consent
from sharewell.casework.record_disclosure import Given, record_disclosure
from sharewell.casework.record_item import record_item
from sharewell.casework.record_view import Voice, answer_view, record_view
from sharewell.casework.record_wish import end_wish, record_wish
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.withdraw_consent import what_went_out, withdraw_consent
from sharewell.register.competence import Competence
from sharewell.register.consent import Answer, Capacity
from sharewell.register.family import CourtOrder, CourtOrderEnd, Ground, OrderKind
from sharewell.register.holding import InformationItem
from sharewell.register.organisation import Channel, Organisation, Sector
from sharewell.register.person import Person
from sharewell.register.voice import Obtained, Review, ReviewKind
from tests.casework.people_around import child_of, parent_of
from tests.casework.record_rows import a_request, deciding, determined, wanted
from tests.casework.test_consent import PURPOSE, TODAY, able, asked, reply
from tests.casework.test_holding import PDF, SEEN
from tests.casework.test_voice import ABLE, LACKING
from tests.casework.test_voice import wanted as wish_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _acting(alice: Acting, settings: object, tmp_path: object) -> Iterator[None]:
    settings.SHAREWELL_FILES = str(tmp_path)  # type: ignore[attr-defined]  # the fixture's own
    with transaction_of(alice):
        yield


@pytest.fixture
def juno(alice: Acting) -> Person:
    return child_of(alice)


@pytest.fixture
def mother(alice: Acting, juno: Person) -> Person:
    return parent_of(alice, juno, "Petra", ground=Ground.BIRTH_MOTHER)


@pytest.fixture
def club(db: None) -> Organisation:
    return Organisation.objects.create(name="Larkfield Young Carers", sector=Sector.VOLUNTARY)


@pytest.fixture
def sent(alice: Acting, juno: Person, club: Organisation) -> tuple[InformationItem, InformationItem]:
    """Two items, of which one went to the club by its address on record and to somebody by name."""
    first, second = (record_item(alice, juno.pk, said=SEEN) for _ in range(2))
    request = a_request(alice, juno, said=wanted(club, items=(first.pk, second.pk)))
    whole = (ItemChoice(first.pk, "whole"), ItemChoice(second.pk, "whole"))
    decision = decide(alice, request.pk, deciding=deciding(request, determined(alice, request), items=whole))
    for given in (
        Given("The club’s desk", Channel.SECURE_MAIL, organisation=club.pk, items=((first.pk, ""),)),
        Given("Aunt Thea", Channel.PHONE, items=((second.pk, ""),)),
    ):
        record_disclosure(alice, decision.pk, given=given, once=uuid.uuid4())
    return first, second


def test_what_went_out_is_listed_when_it_is_taken_back(
    alice: Acting, juno: Person, mother: Person, club: Organisation, sent: tuple[InformationItem, InformationItem]
) -> None:
    first, second = sent
    by_item = record_consent(alice, juno.pk, reply=reply(mother, club, cells=(Cell("yes", club.pk, item=first.pk),)))
    _, out = withdraw_consent(alice, by_item.pk, by_person=mother.pk, on=TODAY)
    assert [(each.item, each.recipient) for each in out] == [(first.pk, "The club’s desk")]
    by_name = reply(mother, club, cells=(Cell("yes", recipient_words="aunt  THEA", category="care"),))
    assert [each.item for each in what_went_out(record_consent(alice, juno.pk, reply=by_name))] == [second.pk]
    other = reply(mother, club, cells=(Cell("yes", club.pk, category="health"), Cell("no", club.pk, category="care")))
    assert what_went_out(record_consent(alice, juno.pk, reply=other)) == ()


def test_an_answer_for_a_request_covers_what_went_under_it(
    alice: Acting, juno: Person, mother: Person, club: Organisation, sent: tuple[InformationItem, InformationItem]
) -> None:
    request = juno.information_requests.get()
    row = record_consent(alice, juno.pk, reply=reply(mother, club, request=request.pk))
    assert {each.item for each in what_went_out(row)} == {each.pk for each in sent}
    standing = consent_standing(juno, Asked("", request=request.pk), on=TODAY)
    assert standing.state is State.GIVEN


def test_recipients_in_words_and_items_of_their_own(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    item = record_item(alice, juno.pk, said=SEEN)
    cells = (Cell("yes", recipient_words="Aunt Thea", item=item.pk), Cell("no", recipient_words="Aunt Thea"))
    record_consent(alice, juno.pk, reply=reply(mother, club, answer=Answer.PARTIAL, cells=cells))
    to_thea = Asked(PURPOSE, recipient_words="aunt thea", item=item.pk, category="care")
    assert consent_standing(juno, to_thea, on=TODAY).state is State.GIVEN
    assert consent_standing(juno, Asked(PURPOSE, recipient_words="Thea", item=item.pk), on=TODAY).state is State.NONE
    rest = Asked(PURPOSE, recipient_words="Aunt Thea", category="health")
    assert consent_standing(juno, rest, on=TODAY).state is State.REFUSED


def test_two_parents_who_say_no_are_no_conflict(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    father = parent_of(alice, juno, "Anton")
    given = record_consent(alice, juno.pk, reply=reply(mother, club))
    withdraw_consent(alice, given.pk, by_person=mother.pk, on=TODAY)
    record_consent(alice, juno.pk, reply=reply(father, club, answer=Answer.REFUSED))
    assert consent_standing(juno, asked(club), on=TODAY).state is State.REFUSED


def test_a_yes_and_a_part_are_a_part(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    father = parent_of(alice, juno, "Anton")
    cells = (Cell("yes", club.pk, category="education"), Cell("no", club.pk, category="health"))
    record_consent(alice, juno.pk, reply=reply(mother, club))
    record_consent(alice, juno.pk, reply=reply(father, club, answer=Answer.PARTIAL, cells=cells))
    assert consent_standing(juno, Asked(PURPOSE), on=TODAY).state is State.PARTIAL


def test_an_order_that_ended_is_not_named(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    order = CourtOrder(child=juno, kind=OrderKind.WARDSHIP, says="x", made_on=TODAY - timedelta(days=9))
    keep(alice, order, "order-recorded")
    keep(alice, CourtOrderEnd(order=order, ended_on=TODAY, reason="Discharged"), "order-ended")
    record_consent(alice, juno.pk, reply=reply(mother, club))
    assert "order" not in {each.name for each in consent_standing(juno, asked(club), on=TODAY).reasons}


def test_what_an_answer_rests_on_has_to_be_there(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    ines = child_of(alice, "Ines")
    elsewhere = a_request(alice, ines, said=wanted(club))
    item = record_item(alice, ines.pk, said=SEEN)
    paper = keep_file(alice, item.pk, name="a.pdf", content=PDF)
    for more in (
        {"request": elsewhere.pk},
        {"paper": paper.pk},
        {"cells": (Cell("yes", juno.pk, category="care"),)},
        {"cells": (Cell("yes", club.pk, item=item.pk),)},
    ):
        with pytest.raises(NotThere):
            record_consent(alice, juno.pk, reply=reply(mother, club, **more))
    for found in (ABLE, LACKING):
        assert found.request is None
    with pytest.raises(NotThere):
        assess_competence(alice, juno.pk, found=able(juno, request=elsewhere.pk))


def test_an_answer_names_its_paper_and_its_review(
    alice: Acting, juno: Person, mother: Person, club: Organisation
) -> None:
    paper = keep_paper(alice, juno.pk, name="form.pdf", content=PDF, on=TODAY)
    later = TODAY + timedelta(days=90)
    row = record_consent(alice, juno.pk, reply=reply(mother, club, paper=paper.pk, review_on=later))
    assert row.paper == paper
    assert Review.objects.get(kind=ReviewKind.CONSENT).about == row.pk


def test_roles_that_do_not_fit_are_said(alice: Acting, juno: Person, mother: Person, club: Organisation) -> None:
    with pytest.raises(Unfinished, match="capacity"):
        record_consent(alice, juno.pk, reply=reply(juno, club))
    not_able = assess_competence(alice, juno.pk, found=able(juno, Competence.NOT_COMPETENT))
    with pytest.raises(Unfinished, match="competence"):
        record_consent(
            alice, juno.pk, reply=reply(juno, club, capacity=Capacity.CHILD_COMPETENT, competence=not_able.pk)
        )


def test_the_same_form_twice_makes_one_row(alice: Acting, juno: Person, mother: Person) -> None:
    older = child_of(alice, "Ines", born_on=TODAY.replace(year=2010, month=1, day=1))
    kin = parent_of(alice, older, "Rosa")
    once = uuid.uuid4()
    voice = Voice(juno.pk, "It", Obtained.SAID, TODAY, own_words="No", once=once)
    acts = (
        lambda: assess_competence(alice, juno.pk, found=able(juno, once=once)),
        lambda: assess_capacity(alice, older.pk, found=replace(LACKING, once=once)),
        lambda: record_view(alice, juno.pk, voice=voice),
        lambda: record_wish(alice, older.pk, wanted=replace(wish_for(kin), once=once)),
    )
    for act in acts:
        assert act().pk == once
        with pytest.raises(AlreadyDone):
            act()


def test_what_was_done_says_how_they_were_told(alice: Acting, juno: Person) -> None:
    view = record_view(alice, juno.pk, voice=Voice(juno.pk, "It", Obtained.SAID, TODAY, own_words="No"))
    with pytest.raises(Unfinished) as refused:
        answer_view(alice, view.pk, done="x", told_on=TODAY - timedelta(days=1))
    assert set(refused.value.problems) == {"told_on", "told_how"}


def test_a_wish_ends_for_a_reason_of_two(alice: Acting) -> None:
    older = child_of(alice, "Ines", born_on=TODAY.replace(year=2010, month=1, day=1))
    wish = record_wish(alice, older.pk, wanted=wish_for(parent_of(alice, older, "Rosa")))
    with pytest.raises(Unfinished) as refused:
        end_wish(alice, wish.pk, kind="lost", reason="x", young_person_told_on=TODAY + timedelta(days=1))
    assert set(refused.value.problems) == {"kind", "young_person_told_on"}
