"""Breaking the glass: with a reason, for an hour, looked at by somebody else; and records that no glass opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from sharewell.casework.access import children_of, open_child, right_of
from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_address import Place, add_address
from sharewell.casework.allocate import allocate
from sharewell.casework.break_glass import OPEN, break_glass
from sharewell.casework.mark_safety import Mark, mark_safety
from sharewell.casework.refusal import AlreadyDone, MayNot, NeedsFreshFactor, NotThere, Unfinished
from sharewell.casework.review_glass import glass_to_review, review_glass
from sharewell.casework.show_sealed import show_sealed
from sharewell.casework.who_looked import who_looked
from sharewell.register.organisation import Organisation
from sharewell.register.person import AddressKind, Person
from sharewell.register.practitioner import Role
from sharewell.register.relationship import BrokenGlass, Denial, GlassFinding, GlassReason, Tie
from sharewell.register.safety import MarkKind
from sharewell.register.voice import Review, ReviewKind
from tests.casework.children import begun, curious, fresh, later, lead_of, tie
from tests.casework.conftest import NOW, someone

pytestmark = pytest.mark.django_db
WHY = "Her grandmother is at the gate and says nobody is home"


@pytest.fixture
def mira(alice: Acting) -> Person:
    return begun(alice)


@pytest.fixture
def dana(school: Organisation) -> Acting:
    return curious(school)


@pytest.fixture
def gwen(school: Organisation) -> Acting:
    return lead_of(school)


def broken(who: Acting, child: Person) -> BrokenGlass:
    with transaction_of(who):
        return break_glass(fresh(who), child.pk, reason=GlassReason.CHILD_PRESENT, words=WHY)


def restrict(who: Acting, child: Person) -> None:
    mark = Mark(MarkKind.RESTRICTED, "A relative works here", "Told by the mother", date(2027, 2, 1))
    with transaction_of(who):
        mark_safety(who, child.pk, mark=mark)


def test_it_opens_the_record_for_an_hour(dana: Acting, mira: Person) -> None:
    glass = broken(dana, mira)
    assert glass.until_at == NOW + OPEN
    with transaction_of(dana):
        _, right = open_child(dana, mira.pk, part="overview")
    assert (right.name, right.glass) == ("glass", glass.pk)
    after = later(dana, minutes=60)
    assert right_of(after, mira) is None
    with transaction_of(after), pytest.raises(NotThere):
        open_child(after, mira.pk, part="overview")


def test_somebody_is_told(dana: Acting, mira: Person) -> None:
    glass = broken(dana, mira)
    notice = Review.objects.get(kind=ReviewKind.GLASS)
    assert (notice.about, notice.child, notice.done_at) == (glass.pk, mira, None)


def test_it_wants_the_second_factor_again(dana: Acting, mira: Person) -> None:
    for who in (dana, replace(dana, fresh_until=NOW)):
        with transaction_of(who), pytest.raises(NeedsFreshFactor):
            break_glass(who, mira.pk, reason=GlassReason.OUT_OF_HOURS, words=WHY)


def test_it_wants_words(dana: Acting, mira: Person) -> None:
    with transaction_of(dana), pytest.raises(Unfinished, match="words"):
        break_glass(fresh(dana), mira.pk, reason=GlassReason.OUT_OF_HOURS, words="urgent")


def test_nobody_breaks_what_is_open(alice: Acting, mira: Person) -> None:
    with pytest.raises(AlreadyDone):
        broken(alice, mira)


def test_not_another_agencys_not_one_that_is_not_there(charlie: Acting, dana: Acting, mira: Person) -> None:
    said = set()
    for who, child in ((charlie, mira.pk), (charlie, uuid4()), (dana, uuid4())):
        with transaction_of(who), pytest.raises(NotThere) as refused:
            break_glass(fresh(who), child, reason=GlassReason.CHILD_AT_RISK, words=WHY)
        said.add(str(refused.value))
    assert len(said) == 1


def test_no_glass_opens_a_restricted_record(alice: Acting, bob: Acting, dana: Acting, mira: Person) -> None:
    tie(bob, mira)
    glass = broken(dana, mira)
    restrict(alice, mira)
    assert mira not in children_of(dana)
    assert mira not in children_of(bob)
    assert right_of(dana, mira) is None
    assert right_of(bob, mira) is None
    assert right_of(alice, mira) is not None
    assert mira in children_of(alice)
    with transaction_of(dana), pytest.raises(NotThere):
        break_glass(fresh(dana), mira.pk, reason=GlassReason.CHILD_AT_RISK, words=WHY)
    assert glass.until_at > NOW


def test_only_who_is_named_names_another(alice: Acting, bob: Acting, school: Organisation, mira: Person) -> None:
    restrict(alice, mira)
    tie(bob, mira, Tie.NAMED)
    dana = curious(school)
    with transaction_of(bob):
        allocate(bob, mira.pk, to=dana.practitioner.pk, tie=Tie.NAMED, reason="Covers", until_at=NOW + timedelta(5))
    assert mira in children_of(dana)


def test_a_glass_names_nobody(bob: Acting, dana: Acting, mira: Person) -> None:
    broken(bob, mira)
    with transaction_of(bob), pytest.raises(Unfinished, match="tie"):
        allocate(bob, mira.pk, to=dana.practitioner.pk, tie=Tie.NAMED, reason="x", until_at=NOW + timedelta(5))


def test_somebody_else_reviews_it(dana: Acting, gwen: Acting, mira: Person) -> None:
    glass = broken(dana, mira)
    with transaction_of(gwen):
        assert list(glass_to_review(gwen)) == [glass]
        with pytest.raises(Unfinished):
            review_glass(gwen, glass.pk, finding=GlassFinding.JUSTIFIED, words=" ")
        review_glass(gwen, glass.pk, finding=GlassFinding.JUSTIFIED, words="Spoke to the office")
        with pytest.raises(AlreadyDone):
            review_glass(gwen, glass.pk, finding=GlassFinding.NOT_JUSTIFIED, words="No")
        assert not glass_to_review(gwen)
    assert Review.objects.get(kind=ReviewKind.GLASS).done_by == gwen.practitioner


def test_nobody_reviews_their_own(school: Organisation, mira: Person) -> None:
    both = someone("Ines Calder", school, Role.PRACTITIONER, Role.GOVERNANCE)
    glass = broken(both, mira)
    with transaction_of(both), pytest.raises(NotThere):
        review_glass(both, glass.pk, finding=GlassFinding.JUSTIFIED, words="It was me")


def test_nor_somebody_without_the_role_nor_of_another_agency(
    bob: Acting, dana: Acting, clinic: Organisation, mira: Person
) -> None:
    glass = broken(dana, mira)
    with transaction_of(bob), pytest.raises(MayNot):
        review_glass(bob, glass.pk, finding=GlassFinding.JUSTIFIED, words="x")
    other = someone("Hale Moss", clinic, Role.GOVERNANCE)
    with transaction_of(other), pytest.raises(NotThere):
        review_glass(other, glass.pk, finding=GlassFinding.JUSTIFIED, words="x")


def test_the_record_shows_who_looked(alice: Acting, dana: Acting, gwen: Acting, mira: Person) -> None:
    broken(dana, mira)
    with transaction_of(dana):
        open_child(dana, mira.pk, part="overview")
    Denial.objects.create(agency=dana.organisation, recorded_at=NOW, recorded_by=dana.practitioner, what="child",
                          sought=mira.pk, reason="not-there")  # fmt: skip
    with transaction_of(alice):
        _, looks = who_looked(alice, mira.pk)
    by_dana = {look.what: look for look in looks if look.by == "Dana Lisle"}
    assert set(by_dana) == {"overview", "broke the glass", "tried to open it"}
    assert WHY in by_dana["broke the glass"].why
    assert by_dana["tried to open it"].refused
    with transaction_of(gwen):
        _, seen = who_looked(gwen, mira.pk)
    assert len(seen) > len(looks)  # reading the list is a look too


def test_who_looked_is_not_for_everybody(
    alice: Acting, charlie: Acting, dana: Acting, gwen: Acting, mira: Person
) -> None:
    for other in (charlie, dana):
        with transaction_of(other), pytest.raises(NotThere):
            who_looked(other, mira.pk)
    restrict(alice, mira)
    with transaction_of(gwen), pytest.raises(NotThere):
        who_looked(gwen, mira.pk)


def test_a_sealed_address_is_shown_with_a_reason_and_never_through_the_glass(
    alice: Acting, dana: Acting, mira: Person
) -> None:
    with transaction_of(alice):
        place = Place(AddressKind.HOME, "4 Somewhere Safe", "The refuge", "ZZ1 1AA")
        made = add_address(alice, mira.pk, person=mira.pk, place=place, seal_because="Her father looks for them")
        mark = made.safety_marks.get()
        with pytest.raises(NeedsFreshFactor):
            show_sealed(alice, mark.pk, purpose="A visit")
        with pytest.raises(Unfinished):
            show_sealed(fresh(alice), mark.pk, purpose=" ")
        shown = show_sealed(fresh(alice), mark.pk, purpose="A visit")
        assert shown.address is not None
        assert shown.address.lines == "4 Somewhere Safe"
        assert mira.viewings.get().purpose == "A visit"
    broken(dana, mira)
    with transaction_of(dana), pytest.raises(NotThere):
        show_sealed(fresh(dana), mark.pk, purpose="A visit")
