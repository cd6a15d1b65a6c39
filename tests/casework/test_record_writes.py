"""What is written of a child and the people in their life: what is refused, what clashes, and who may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_address import Place, add_address
from sharewell.casework.add_identifier import add_identifier
from sharewell.casework.add_involvement import Work, add_involvement, agree_listing, end_involvement
from sharewell.casework.add_relationship import Link, Somebody, add_relationship, end_relationship
from sharewell.casework.add_safe_contact import Reach, add_safe_contact, end_safe_contact
from sharewell.casework.alike import alike
from sharewell.casework.ask_to_lift import ask_to_lift
from sharewell.casework.change_person import change_person
from sharewell.casework.confirm_address import confirm_address
from sharewell.casework.end_address import end_address
from sharewell.casework.end_identifier import end_identifier
from sharewell.casework.family_of import family_of
from sharewell.casework.lift_safety import lift_safety
from sharewell.casework.mark_safety import Mark, mark_safety
from sharewell.casework.record_court_order import Order, record_court_order
from sharewell.casework.record_parental_responsibility import Claim, record_parental_responsibility
from sharewell.casework.refusal import AlreadyDone, ChangedMeanwhile, MayNot, NotThere, Unfinished
from sharewell.casework.safety_of import conflicts_of, safety_of, sealed_among
from sharewell.casework.start_record import Known
from sharewell.register.family import Ground, Kinship, OrderKind
from sharewell.register.involvement import IndexKey, KeyKind
from sharewell.register.organisation import Organisation
from sharewell.register.person import Address, AddressKind, BirthCertainty, ContactWay, IdentifierKind, Person
from sharewell.register.safety import MarkKind, SafetyMark
from sharewell.register.voice import Review, ReviewKind
from tests.casework.children import MIRA, ON, begun, curious, later, relative, tie

pytestmark = pytest.mark.django_db
NHS, SOON = "943 476 5919", date(2027, 3, 1)
HOME = Place(AddressKind.HOME, "4 Somewhere Street", "The mother", "zz1 1aa")
MARK = Mark(MarkKind.ADOPTION_CUT, "Adopted", "The court", SOON)


@pytest.fixture
def mira(alice: Acting) -> Person:
    return begun(alice)


def problems(who: Acting, do: Callable[[], object]) -> set[str]:
    """The fields that something is wrong with."""
    with transaction_of(who), pytest.raises(Unfinished) as refused:
        do()
    return set(refused.value.problems)


def test_a_number_is_on_one_record_that_i_can_see(alice: Acting, mira: Person) -> None:
    def add(child: Person, value: str = NHS, source: str = "Red book") -> object:
        return add_identifier(alice, child.pk, kind=IdentifierKind.NHS, value=value, source=source)

    with transaction_of(alice):
        add(mira)
    assert IndexKey.objects.filter(person=mira, kind=KeyKind.NHS).exists()
    assert problems(alice, lambda: add(mira)) == {"value"}
    other = begun(alice, replace(MIRA, given_name="Mara"))
    assert problems(alice, lambda: add(other)) == {"value"}
    assert problems(alice, lambda: add(other, "943", " ")) == {"value", "source"}


def test_a_number_on_a_record_that_i_cannot_see_is_taken_and_looked_at(
    alice: Acting, school: Organisation, mira: Person
) -> None:
    with transaction_of(alice):
        add_identifier(alice, mira.pk, kind=IdentifierKind.NHS, value=NHS, source="Red book")
    dana = curious(school)
    other = begun(dana, replace(MIRA, given_name="Mara"))
    with transaction_of(dana):
        made = add_identifier(dana, other.pk, kind=IdentifierKind.NHS, value=NHS, source="Red book")
    asked = Review.objects.get(kind=ReviewKind.DUPLICATE)
    assert (asked.child, asked.about) == (other, made.pk)


def test_a_wrong_number_stays_and_no_longer_counts(alice: Acting, mira: Person) -> None:
    with transaction_of(alice):
        made = add_identifier(alice, mira.pk, kind=IdentifierKind.NHS, value=NHS, source="Red book")
    assert problems(alice, lambda: end_identifier(alice, made.pk, reason=" ")) == {"reason"}
    with transaction_of(alice):
        end_identifier(alice, made.pk, reason="Her brother’s")
        with pytest.raises(AlreadyDone):
            end_identifier(alice, made.pk, reason="Her brother’s")
        add_identifier(alice, mira.pk, kind=IdentifierKind.NHS, value=NHS, source="Hers after all")


def test_a_person_is_put_right(alice: Acting, mira: Person) -> None:
    father = relative(alice, mira, "Jory")

    def put(person: Person, known: Known, seen: int = 1, died_on: date | None = None) -> Person:
        return change_person(alice, mira.pk, person=person.pk, known=known, seen=seen, died_on=died_on)

    with transaction_of(alice):
        put(father, Known("Jory", "Quill"))
        assert father.former_names.get().family_name == "Fennimore"
        assert not IndexKey.objects.filter(person=father).exists()
        put(mira, replace(MIRA, known_as="Mi"))
        assert not mira.former_names.exists()
        with pytest.raises(ChangedMeanwhile):
            put(mira, MIRA)
    assert problems(alice, lambda: put(father, Known(" ", ""))) == {"given_name"}
    assert problems(alice, lambda: put(mira, replace(MIRA, born_on=None), 2)) == {"born_on"}
    assert problems(alice, lambda: put(mira, MIRA, 2, date(2026, 12, 1))) == {"died_on"}


@pytest.mark.parametrize(
    ("place", "because", "field"),
    [
        (replace(HOME, lines=" "), None, "lines"),
        (replace(HOME, source=" "), None, "source"),
        (replace(HOME, from_on=date(2027, 6, 1)), None, "from_on"),
        (HOME, " ", "seal_because"),
    ],
)
def test_an_address_says_where_and_how_it_is_known(
    alice: Acting, mira: Person, place: Place, because: str | None, field: str
) -> None:
    found = problems(alice, lambda: add_address(alice, mira.pk, person=mira.pk, place=place, seal_because=because))
    assert found == {field}


def test_an_address_is_confirmed_and_ended(alice: Acting, mira: Person) -> None:
    with transaction_of(alice):
        made = add_address(alice, mira.pk, person=mira.pk, place=replace(HOME, from_on=ON - timedelta(days=9)))
        assert made.postcode == "ZZ1 1AA"

    def confirm(how: str = "Was there", seen: int = 1) -> object:
        return confirm_address(alice, mira.pk, address=made.pk, how=how, seen=seen)

    def end(on: date = ON, seen: int = 2) -> object:
        return end_address(alice, mira.pk, address=made.pk, to_on=on, seen=seen)

    assert problems(alice, lambda: confirm(" ")) == {"how"}
    for on in (ON + timedelta(days=1), ON - timedelta(days=10)):
        assert problems(alice, lambda on=on: end(on)) == {"to_on"}  # type: ignore[misc]  # bound at once
    with transaction_of(alice):
        confirm()
        with pytest.raises(ChangedMeanwhile):
            confirm()
        with pytest.raises(ChangedMeanwhile):
            end(seen=1)
        end()
    with transaction_of(alice), pytest.raises(NotThere):
        end_address(alice, mira.pk, address=uuid4(), to_on=ON, seen=1)
    found = Address.objects.get(pk=made.pk)
    assert (found.confirmed_by, found.to_on) == (alice.practitioner, ON)


def test_a_safe_way_is_written_down_and_ended(alice: Acting, mira: Person) -> None:
    def add(reach: Reach) -> object:
        return add_safe_contact(alice, mira.pk, person=mira.pk, reach=reach)

    assert problems(alice, lambda: add(Reach(ContactWay.PHONE))) == {"value"}
    with transaction_of(alice):
        made = add_safe_contact(
            alice, mira.pk, person=mira.pk, reach=Reach(ContactWay.IN_PERSON, leave_no_message=True)
        )
        assert made.leave_no_message_since == ON
        end_safe_contact(alice, mira.pk, contact=made.pk)
        with pytest.raises(NotThere):
            end_safe_contact(alice, mira.pk, contact=made.pk)


def test_a_relationship_is_with_somebody_else_and_known_from_somewhere(alice: Acting, mira: Person) -> None:
    link = Link(Kinship.SIBLING, "Told")

    def add(other: object, link: Link = link) -> object:
        return add_relationship(alice, mira.pk, other=other, link=link)  # type: ignore[arg-type]  # as it is tried

    assert problems(alice, lambda: add(mira.pk)) == {"other"}
    assert problems(alice, lambda: add(Somebody(" "), Link(Kinship.FRIEND, " "))) == {"given_name", "source"}
    assert problems(alice, lambda: add(Somebody("Zeb", born_on=date(2027, 1, 1)))) == {"born_on"}
    brother = begun(alice, replace(MIRA, given_name="Milo"))
    with transaction_of(alice):
        made = add_relationship(alice, mira.pk, other=brother.pk, link=link)
        add(Somebody("Zeb", born_on=date(2010, 1, 1)))
        with pytest.raises(NotThere):
            add(uuid4())
        with pytest.raises(ChangedMeanwhile):
            end_relationship(alice, made.pk, to_on=ON, seen=2)
        end_relationship(alice, made.pk, to_on=ON - timedelta(days=1), seen=1)
    assert [kin.name for kin in family_of(mira, ON).kin] == ["Zeb"]
    assert problems(alice, lambda: end_relationship(alice, made.pk, to_on=ON + timedelta(1), seen=2)) == {"to_on"}


def test_a_sibling_whose_record_is_not_mine_cannot_be_named(alice: Acting, school: Organisation, mira: Person) -> None:
    brother = begun(curious(school), replace(MIRA, given_name="Milo"))
    with transaction_of(alice), pytest.raises(NotThere):
        add_relationship(alice, mira.pk, other=brother.pk, link=Link(Kinship.SIBLING, "Told"))


def test_an_involvement_says_which_and_since_when(alice: Acting, charlie: Acting, mira: Person) -> None:
    work = Work("Team", ON - timedelta(days=5))

    def add(work: Work) -> object:
        return add_involvement(alice, mira.pk, work=work)

    for wrong, field in (
        (replace(work, service=" "), "service"),
        (replace(work, from_on=ON + timedelta(1)), "from_on"),
        (replace(work, lead=charlie.practitioner.pk), "lead"),
        (replace(work, listing_agreed_on=ON), "listing_agreed_by"),
        (replace(work, listing_agreed_on=ON + timedelta(1), listing_agreed_by="Mira"), "listing_agreed_on"),
    ):
        assert problems(alice, lambda wrong=wrong: add(wrong)) == {field}  # type: ignore[misc]  # bound at once
    with transaction_of(alice):
        made = add_involvement(alice, mira.pk, work=replace(work, lead=alice.practitioner.pk))
        with pytest.raises(ChangedMeanwhile):
            agree_listing(alice, made.pk, on=ON, by="Mira", seen=9)
    assert problems(alice, lambda: agree_listing(alice, made.pk, on=ON, by=" ", seen=1)) == {"listing_agreed_by"}
    assert problems(alice, lambda: end_involvement(alice, made.pk, to_on=ON - timedelta(9), seen=1)) == {"to_on"}


@pytest.mark.parametrize(
    ("mark", "fields"),
    [
        (replace(MARK, reason=" ", source=" "), {"reason", "source"}),
        (replace(MARK, review_on=ON), {"review_on"}),
        (replace(MARK, review_on=date(2028, 1, 1)), {"review_on"}),
        (replace(MARK, kind=MarkKind.SEALED_ADDRESS), {"address"}),
        (replace(MARK, kind=MarkKind.SEALED_PLACE), {"place"}),
        (replace(MARK, kind=MarkKind.MUST_NOT_KNOW), {"person"}),
        (replace(MARK, kind=MarkKind.PROTECTED_INFORMANT), {"person"}),
    ],
)
def test_a_mark_says_what_why_and_until_when(alice: Acting, mira: Person, mark: Mark, fields: set[str]) -> None:
    assert problems(alice, lambda: mark_safety(alice, mira.pk, mark=mark)) == fields


def test_a_mark_is_about_this_child(alice: Acting, mira: Person) -> None:
    other = begun(alice, replace(MIRA, given_name="Milo"))
    with transaction_of(alice):
        theirs = add_address(alice, other.pk, person=other.pk, place=HOME)
        with pytest.raises(NotThere):
            mark_safety(alice, mira.pk, mark=replace(MARK, kind=MarkKind.SEALED_ADDRESS, address=theirs.pk))
        with pytest.raises(NotThere):
            mark_safety(alice, mira.pk, mark=replace(MARK, kind=MarkKind.MUST_NOT_KNOW, person=other.pk))


def test_it_takes_two_to_lift(alice: Acting, bob: Acting, mira: Person) -> None:
    tie(bob, mira)
    with transaction_of(alice):
        mark = mark_safety(alice, mira.pk, mark=MARK)
    assert problems(alice, lambda: ask_to_lift(alice, mark.pk, reason=" ")) == {"reason"}
    with transaction_of(alice):
        asked = ask_to_lift(alice, mark.pk, reason="A mistake")
        with pytest.raises(MayNot):
            lift_safety(alice, asked.pk, reason="Yes")
    assert problems(bob, lambda: lift_safety(bob, asked.pk, reason=" ")) == {"reason"}
    with transaction_of(bob):
        own = ask_to_lift(bob, mark.pk, reason="A mistake")
    assert problems(bob, lambda: lift_safety(bob, own.pk, reason="Yes")) == {"reason"}
    assert safety_of(mira, ON).marks[0].lift is not None
    with transaction_of(bob):
        lift_safety(later(bob, days=2), asked.pk, reason="Asked the court")
        with pytest.raises(AlreadyDone):
            lift_safety(bob, asked.pk, reason="Yes")
        with pytest.raises(AlreadyDone):
            ask_to_lift(bob, mark.pk, reason="Again")
    assert not safety_of(mira, ON).marks
    assert safety_of(mira, ON, known_on=ON).marks
    assert not safety_of(mira, ON, known_on=ON - timedelta(days=1)).marks
    assert Review.objects.get(kind=ReviewKind.SAFETY).done_by == bob.practitioner


def test_a_mark_past_its_day_holds(alice: Acting, mira: Person) -> None:
    with transaction_of(alice):
        mark_safety(alice, mira.pk, mark=MARK)
    safety = safety_of(mira, date(2027, 4, 1))
    assert safety.overdue == safety.marks
    assert safety.overdue[0].words == "Life before the adoption, kept apart from life after it"
    assert not safety.restricted


def test_what_cannot_all_be_right_is_said(alice: Acting, mira: Person) -> None:
    father = relative(alice, mira, "Jory")
    with transaction_of(alice):
        add_relationship(alice, mira.pk, other=father.pk, link=Link(Kinship.FATHER, "Told", same_household_since=ON))
        order = Order(OrderKind.NON_MOLESTATION, "Not to come near", ON, seen_on=ON)
        record_court_order(alice, mira.pk, order=order, against=father.pk)
        claim = Claim(Ground.MARRIED_FATHER, "Certificate", ON, ON)
        record_parental_responsibility(alice, mira.pk, claim=claim, holder=father.pk)
        homes = [
            add_address(alice, mira.pk, person=mira.pk, place=replace(HOME, lines=line)) for line in ("1 A", "2 B")
        ]
    before = conflicts_of(family_of(mira, ON), safety_of(mira, ON), homes)
    assert ["no mark that they" in before[0], "more than one home" in before[1]] == [True, True]
    with transaction_of(alice):
        mark_safety(alice, mira.pk, mark=replace(MARK, kind=MarkKind.MUST_NOT_KNOW, person=father.pk))
    after = conflicts_of(family_of(mira, ON), safety_of(mira, ON))
    assert ["said to live with" in after[0], "holds parental responsibility" in after[1]] == [True, True]
    assert safety_of(mira, ON).must_not_know[0].name == "Jory Fennimore"


def test_a_sealed_address_is_sealed_wherever_it_stands(alice: Acting, mira: Person) -> None:
    brother = begun(alice, replace(MIRA, given_name="Milo"))
    mother = relative(alice, mira, "Ottilie", Kinship.MOTHER)
    with transaction_of(alice):
        add_relationship(alice, brother.pk, other=mother.pk, link=Link(Kinship.MOTHER, "Told"))
        sealed = add_address(alice, mira.pk, person=mother.pk, place=HOME, seal_because="A refuge")
        again = add_address(alice, mira.pk, person=mira.pk, place=replace(HOME, lines="4, SOMEWHERE street"))
        other = add_address(alice, mira.pk, person=mira.pk, place=replace(HOME, lines="9 Elsewhere"))
    mark = SafetyMark.objects.get()
    assert sealed_among([sealed, again, other]) == {sealed.pk: mark.pk, again.pk: mark.pk}
    assert sealed_among([]) == {}
    assert safety_of(mira, ON).sealed_addresses == {sealed.pk}
    assert "Somewhere" not in repr(safety_of(mira, ON))
    assert mother.pk in {kin.person for kin in family_of(brother, ON).kin}


def test_twins_and_namesakes_are_alike(alice: Acting, bob: Acting, mira: Person) -> None:
    for known in (MIRA, replace(MIRA, given_name="Mara"), replace(MIRA, born_on=date(2010, 1, 1))):
        assert alike(alice, known) == [mira]
    assert alike(alice, replace(MIRA, given_name="Mara", born_on=date(2010, 1, 1))) == []
    assert alike(alice, Known("Mira", "Fennimore", expected_on=SOON)) == [mira]
    assert alike(alice, Known("Zeb", "Quill", date(2012, 5, 3), BirthCertainty.TOLD)) == []
    assert alike(alice, mira, besides=mira) == []
    assert alike(bob, MIRA) == []


def test_somebody_born_on_the_29th_of_february_comes_of_age(alice: Acting) -> None:
    child = begun(alice, replace(MIRA, born_on=date(2012, 2, 29)))
    mother = relative(alice, child, "Ottilie", Kinship.MOTHER)
    with transaction_of(alice):
        record_parental_responsibility(alice, child.pk, claim=Claim(Ground.BIRTH_MOTHER), holder=mother.pk)
    assert family_of(child, date(2030, 2, 28)).holders
    assert not family_of(child, date(2030, 3, 1)).holders


def test_nobody_else_writes(alice: Acting, bob: Acting, charlie: Acting, school: Organisation, mira: Person) -> None:
    with transaction_of(alice):
        place = add_address(alice, mira.pk, person=mira.pk, place=HOME)
        number = add_identifier(alice, mira.pk, kind=IdentifierKind.NHS, value=NHS, source="Card")
        mark = mark_safety(alice, mira.pk, mark=MARK)
        lift = ask_to_lift(alice, mark.pk, reason="A mistake")
        work = add_involvement(alice, mira.pk, work=Work("Team", ON))
        kin = add_relationship(alice, mira.pk, other=Somebody("Zeb"), link=Link(Kinship.FRIEND, "Told"))
    for who in (bob, charlie, curious(school)):
        for do in (
            lambda who=who: add_address(who, mira.pk, person=mira.pk, place=HOME),
            lambda who=who: confirm_address(who, mira.pk, address=place.pk, how="x", seen=1),
            lambda who=who: end_address(who, mira.pk, address=place.pk, to_on=ON, seen=1),
            lambda who=who: add_identifier(who, mira.pk, kind=IdentifierKind.LOCAL, value="7", source="x"),
            lambda who=who: end_identifier(who, number.pk, reason="x"),
            lambda who=who: mark_safety(who, mira.pk, mark=MARK),
            lambda who=who: ask_to_lift(who, mark.pk, reason="x"),
            lambda who=who: add_involvement(who, mira.pk, work=Work("Team", ON)),
            lambda who=who: end_involvement(who, work.pk, to_on=ON, seen=1),
            lambda who=who: add_relationship(who, mira.pk, other=Somebody("Y"), link=Link(Kinship.FRIEND, "x")),
            lambda who=who: end_relationship(who, kin.pk, to_on=ON, seen=1),
            lambda who=who: change_person(who, mira.pk, person=mira.pk, known=MIRA, seen=1),
            lambda who=who: add_safe_contact(who, mira.pk, person=mira.pk, reach=Reach(ContactWay.IN_PERSON)),
        ):
            with transaction_of(who), pytest.raises(NotThere):
                do()
    with transaction_of(bob), pytest.raises(NotThere):
        lift_safety(bob, lift.pk, reason="Yes")
