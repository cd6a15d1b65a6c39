"""A child’s record on the web: whole for whoever works with the child, and nothing at all for everybody else."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_address import Place, add_address
from sharewell.casework.add_involvement import Work, add_involvement
from sharewell.casework.mark_safety import Mark, mark_safety
from sharewell.casework.record_parental_responsibility import Claim, record_parental_responsibility
from sharewell.register.family import CourtOrder, Ground, Kinship, ParentalResponsibility, Relationship
from sharewell.register.involvement import Involvement
from sharewell.register.organisation import Organisation
from sharewell.register.person import Address, AddressKind, Identifier, Person, SafeContact
from sharewell.register.relationship import BrokenGlass, Denial, LegitimateRelationship, Tie, Viewing
from sharewell.register.safety import MarkKind, SafetyMark, SafetyMarkEnd, SafetyMarkLift
from tests.casework.children import curious, relative, tie
from tests.casework.conftest import NOW
from tests.web.full_record import FATHER, SECRET, full_record
from tests.web.signing import Clock, signed_in_as

pytestmark = pytest.mark.django_db
PAGES = ("", "family/", "places/", "safety/", "work/", "names/", "looked/")
FORMS = (
    "family/new/", "responsibility/new/", "orders/new/", "places/new/", "contact/new/", "safety/new/",
    "work/service/new/", "numbers/new/",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _now(clock: Clock) -> Clock:
    return clock


@pytest.fixture
def mira(alice: Acting) -> Person:
    return full_record(alice)


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def at(child: Person | UUID, path: str) -> str:
    return f"/children/{child.pk if isinstance(child, Person) else child}/{path}"


def ends_of(child: Person) -> list[str]:
    """Addresses that name a row of the record."""
    sealed = SafetyMark.objects.get(kind=MarkKind.SEALED_ADDRESS)
    school = Address.objects.get(kind=AddressKind.SCHOOL)
    return [
        f"family/{Relationship.objects.order_by('pk')[0].pk}/end/",
        f"responsibility/{ParentalResponsibility.objects.get().pk}/end/",
        f"orders/{CourtOrder.objects.get().pk}/end/",
        f"places/{school.pk}/confirm/", f"places/{school.pk}/end/",
        f"safety/{sealed.pk}/lift/", f"safety/{sealed.pk}/show/",
        f"work/service/{Involvement.objects.get().pk}/end/",
        f"names/{child.pk}/", f"numbers/{Identifier.objects.get().pk}/end/",
    ]  # fmt: skip


def test_every_page_opens_for_who_works_with_the_child(client: Client, alice: Acting, mira: Person) -> None:
    signed_in_as(client, alice)
    for path in (*PAGES, *FORMS, *ends_of(mira)):
        found = text(client, at(mira, path))
        assert "Mira Fennimore" in found
        assert "{{" not in found
    assert Viewing.objects.filter(child=mira).count() == len((*PAGES, *FORMS, *ends_of(mira)))


def plain_of(answer: str) -> str:
    """A page without what is drawn anew each time."""
    return re.sub(r'(csrfmiddlewaretoken" value="|nonce-)[^"]*', "", answer)


def test_everybody_else_sees_one_and_the_same_page(
    client: Client, bob: Acting, charlie: Acting, school: Organisation, mira: Person
) -> None:
    for who in (bob, charlie, curious(school)):
        signed_in_as(client, who)
        nothing = plain_of(text(client, at(uuid4(), ""), 404))
        for path in (*PAGES, *FORMS, *ends_of(mira)):
            assert plain_of(text(client, at(mira, path), 404)) == nothing, path
        assert "Mira" not in nothing
    assert not Viewing.objects.exclude(recorded_by__name="Alice Penrose").exists()


def test_nobody_else_writes(client: Client, bob: Acting, charlie: Acting, school: Organisation, mira: Person) -> None:
    tie_row = LegitimateRelationship.objects.get()
    contact = SafeContact.objects.get()
    before = Relationship.objects.count(), SafetyMark.objects.count(), Address.objects.count()
    for who in (bob, charlie, curious(school)):
        signed_in_as(client, who)
        for path in (*FORMS, *ends_of(mira), f"contact/{contact.pk}/end/", f"work/{tie_row.pk}/end/"):
            assert client.post(at(mira, path), {"reason": "x"}).status_code in (403, 404), path
    assert before == (Relationship.objects.count(), SafetyMark.objects.count(), Address.objects.count())


def test_without_a_session_there_is_only_the_way_in(client: Client, mira: Person) -> None:
    for path in PAGES:
        answer = client.get(at(mira, path))
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/")


def test_the_childs_words_come_first(client: Client, alice: Acting, mira: Person) -> None:
    found = text(signed_in_as(client, alice), at(mira, ""))
    assert found.index("Fridays are mine") < found.index("Before you share anything") < found.index("Who decides")
    assert "Jory Fennimore</strong> must not know" in found
    assert "Ottilie Fennimore" in found
    assert 'href="#"' not in found


def test_a_sealed_address_is_on_no_page(client: Client, alice: Acting, mira: Person) -> None:
    signed_in_as(client, alice)
    for path in (*PAGES, *FORMS, *ends_of(mira)):
        found = text(client, at(mira, path)).lower()
        assert "hidden way" not in found, path
        assert "zz9" not in found, path


def test_it_is_shown_when_asked_and_that_is_kept(client: Client, alice: Acting, mira: Person) -> None:
    signed_in_as(client, alice)
    mark = SafetyMark.objects.get(kind=MarkKind.SEALED_ADDRESS)
    path = at(mira, f"safety/{mark.pk}/show/")
    assert SECRET not in client.post(path, {"purpose": ""}).content.decode()
    answer = client.post(path, {"purpose": "To bring her bag"})
    assert SECRET in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert Viewing.objects.filter(part="sealed address", purpose="To bring her bag").count() == 1
    assert "To bring her bag" in text(client, at(mira, "looked/"))


def test_it_wants_the_second_factor_again(client: Client, alice: Acting, mira: Person, clock: Clock) -> None:
    signed_in_as(client, alice)
    clock.at = NOW + timedelta(minutes=11)
    mark = SafetyMark.objects.get(kind=MarkKind.SEALED_ADDRESS)
    answer = client.get(at(mira, f"safety/{mark.pk}/show/"))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/again/")


def test_two_people_lift_a_mark(client: Client, alice: Acting, bob: Acting, mira: Person) -> None:
    tie(bob, mira)
    mark = SafetyMark.objects.get(kind=MarkKind.MUST_NOT_KNOW)
    signed_in_as(client, alice)
    assert client.post(at(mira, f"safety/{mark.pk}/lift/"), {"reason": "He died"}).status_code == 302
    assert client.get(at(mira, f"safety/{mark.pk}/agree/")).status_code == 403
    signed_in_as(client, bob)
    assert "He died" in text(client, at(mira, "safety/"))
    assert client.post(at(mira, f"safety/{mark.pk}/agree/"), {"reason": "Saw the certificate"}).status_code == 302
    end = SafetyMarkEnd.objects.get()
    assert (end.recorded_by, end.agreed_by) == (bob.practitioner, alice.practitioner)
    assert "</strong> must not know" not in text(client, at(mira, ""))


def test_one_person_never_does_both(client: Client, bob: Acting, mira: Person) -> None:
    tie(bob, mira)
    mark = SafetyMark.objects.get(kind=MarkKind.MUST_NOT_KNOW)
    signed_in_as(client, bob)
    client.post(at(mira, f"safety/{mark.pk}/lift/"), {"reason": "He died"})
    answer = client.post(at(mira, f"safety/{mark.pk}/agree/"), {"reason": "I say so"})
    assert "somebody else must agree" in answer.content.decode()
    assert SafetyMarkLift.objects.exists()
    assert not SafetyMarkEnd.objects.exists()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_as_much_however_much_there_is(client: Client, alice: Acting, mira: Person, path: str) -> None:
    signed_in_as(client, alice)
    text(client, at(mira, path))
    with CaptureQueriesContext(connection) as few:
        text(client, at(mira, path))
    for number in range(4):
        other = relative(alice, mira, f"Aunt{number}", Kinship.AUNT_UNCLE)
        with transaction_of(alice):
            claim = Claim(Ground.COURT_ORDER, "Order", date(2026, 9, 1))
            record_parental_responsibility(alice, mira.pk, claim=claim, holder=other.pk)
            place = Place(AddressKind.HOME, f"{number} Other Street", "Told")
            add_address(alice, mira.pk, person=other.pk, place=place, seal_because="Afraid" if number % 2 else None)
            add_involvement(alice, mira.pk, work=Work(f"Team {number}", date(2025, 9, 1)))
    with CaptureQueriesContext(connection) as many:
        text(client, at(mira, path))
    assert len(many) == len(few)
    assert len(many) <= 50


def test_a_colleague_is_let_in_and_out(client: Client, bob: Acting, school: Organisation, mira: Person) -> None:
    tie(bob, mira)
    dana = curious(school)
    signed_in_as(client, bob)
    said = {"to": str(dana.practitioner.pk), "tie": "team", "reason": "Covers", "until_on_day": "1",
            "until_on_month": "2", "until_on_year": "2027"}  # fmt: skip
    text(client, at(mira, "work/allocate/"))
    assert client.post(at(mira, "work/allocate/"), {**said, "until_on_year": "2031"}).status_code == 200
    assert client.post(at(mira, "work/allocate/"), said).status_code == 302
    made = LegitimateRelationship.objects.get(practitioner=dana.practitioner)
    assert text(signed_in_as(client, dana), at(mira, ""))
    assert client.post(at(mira, f"work/{made.pk}/end/")).headers["Location"] == "/work/"
    text(client, at(mira, ""), 404)


def test_what_is_wrong_is_said_beside_the_field(client: Client, alice: Acting, mira: Person) -> None:
    signed_in_as(client, alice)
    answer = client.post(at(mira, "numbers/new/"), {"kind": "nhs", "value": "943 476 5918", "source": "Card"})
    assert "do not fit together" in answer.content.decode()
    other = {"kind": "uln", "value": "9276308686", "source": "Card"}
    assert client.post(at(mira, "numbers/new/"), other).status_code == 302


def test_forms_write(client: Client, alice: Acting, mira: Person) -> None:
    signed_in_as(client, alice)
    day = {"day": "1", "month": "9", "year": "2026"}

    def on(name: str) -> dict[str, str]:
        return {f"{name}_{part}": value for part, value in day.items()}

    mother = Person.objects.get(given_name="Ottilie")
    kin = Relationship.objects.get(other__given_name=FATHER)
    school = Address.objects.get(kind=AddressKind.SCHOOL)
    for path, said in {
        "family/new/": {"other": "new", "given_name": "Zeb", "kinship": "friend", "source": "She says"},
        f"family/{kin.pk}/end/": on("to_on"),
        "responsibility/new/": {"holder": f"p:{mother.pk}", "ground": "claimed"},
        f"responsibility/{ParentalResponsibility.objects.get().pk}/end/": {**on("ended_on"), "reason": "Adopted"},
        "orders/new/": {"kind": "other", "says": "Something", **on("made_on")},
        f"orders/{CourtOrder.objects.get().pk}/end/": {**on("ended_on"), "reason": "Discharged"},
        "places/new/": {"person": str(mother.pk), "kind": "staying", "lines": "3 New Row", "source": "She",
                        "sealed": "yes", "seal_because": "Afraid"},
        f"places/{school.pk}/confirm/": {"how": "Was there"},
        "contact/new/": {"person": str(mother.pk), "way": "in-person", "leave_no_message": "yes"},
        "safety/new/": {"kind": "adoption-cut", "reason": "Adopted", "source": "Court", "review_on_day": "1",
                        "review_on_month": "9", "review_on_year": "2027"},
        "work/service/new/": {"service": "Library", "sensitive": "yes", **on("from_on")},
        f"work/service/{Involvement.objects.get().pk}/end/": on("to_on"),
        f"numbers/{Identifier.objects.get().pk}/end/": {"reason": "Her brother’s"},
        f"names/{mira.pk}/": {"given_name": "Mira", "family_name": "Quill", "seen": "1", "born_on_day": "3",
                              "born_on_month": "5", "born_on_year": "2012", "born_certainty": "seen"},
    }.items():  # fmt: skip
        answer = client.post(at(mira, path), said)
        problems = re.findall(r'error-message"[^>]*>(.*?)</p>', answer.content.decode())
        assert answer.status_code == 302, (path, problems)
    assert client.post(at(mira, f"places/{school.pk}/end/"), on("to_on")).status_code == 302
    contact = SafeContact.objects.filter(way="phone").get()
    assert client.post(at(mira, f"contact/{contact.pk}/end/")).status_code == 302
    assert "Fennimore" in text(client, at(mira, "names/"))  # the name before
    for path in PAGES:
        text(client, at(mira, path))


def test_a_record_is_begun_and_twins_are_told_apart(client: Client, alice: Acting) -> None:
    signed_in_as(client, alice)
    said = {"given_name": "Mira", "family_name": "Fennimore", "born_on_day": "3", "born_on_month": "5",
            "born_on_year": "2012", "born_certainty": "seen", "reason": "Form tutor", "once": str(uuid4())}  # fmt: skip
    text(client, "/children/new/")
    first = client.post("/children/new/", said)
    assert first.status_code == 302
    assert client.post("/children/new/", {**said, "despite": "yes"}).headers["Location"] == first.headers["Location"]
    twin = {**said, "given_name": "Mara", "once": str(uuid4())}
    asked = client.post("/children/new/", twin)
    assert asked.status_code == 200
    assert "alike" in asked.content.decode()
    assert client.post("/children/new/", {**twin, "despite": "yes"}).status_code == 302
    assert Person.objects.count() == 2
    wrong = client.post("/children/new/", {**said, "born_on_year": "1950", "once": str(uuid4())})
    assert "over 25" in wrong.content.decode()


def test_a_restricted_record_is_not_there(client: Client, alice: Acting, bob: Acting, mira: Person) -> None:
    tie(bob, mira)
    assert text(signed_in_as(client, bob), at(mira, ""))
    with transaction_of(alice):
        mark_safety(alice, mira.pk, mark=Mark(MarkKind.RESTRICTED, "A relative works here", "Told", date(2027, 1, 1)))
    nothing = plain_of(text(client, at(uuid4(), ""), 404))
    for path in (*PAGES, "glass/"):
        assert plain_of(text(client, at(mira, path), 404)) == nothing
    tie(bob, mira, Tie.NAMED)
    assert text(client, at(mira, ""))
    assert Denial.objects.filter(sought=mira.pk).exists()
    assert not BrokenGlass.objects.exists()
