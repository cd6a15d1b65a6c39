"""Pages of consent and voice: recorded without a script, read by who may, and by nobody else; forms on paper."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.assess_competence import assess_competence
from sharewell.casework.keep import keep
from sharewell.casework.plan_review import birthday_reviews, plan_review
from sharewell.casework.print_form import Question
from sharewell.casework.record_consent import record_consent
from sharewell.casework.record_view import Voice, record_view
from sharewell.casework.record_wish import Wanted, record_wish
from sharewell.register.competence import CapacityAssessment, CompetenceAssessment
from sharewell.register.consent import Answer, Consent, ConsentEnd, NotAsked
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.person import Address, Person
from sharewell.register.practitioner import Role
from sharewell.register.request import Direction, InformationRequest, Kind, Trigger
from sharewell.register.safety import MarkKind, SafetyMark
from sharewell.register.voice import Obtained, Review, ReviewKind, View, Wish
from sharewell.web.consent.paper import KINDS, leaf, pdf_of
from tests.casework.conftest import NOW, someone
from tests.casework.people_around import child_of, parent_of, tied
from tests.casework.test_consent import PURPOSE, reply
from tests.casework.test_voice import ABLE
from tests.web.signing import Clock, signed_in_as
from tests.web.test_reading_age import HIGHEST, read_aloud, reading_age

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
#: Forms that a child reads.
CHILD = 9


def day(name: str, on: object = TODAY) -> dict[str, str]:
    """The three boxes of a day."""
    year, month, number = str(on).split("-")
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": year}


@pytest.fixture(autouse=True)
def _files(settings: Settings, tmp_path: Path, clock: Clock) -> None:
    settings.SHAREWELL_FILES = str(tmp_path / "files")
    settings.SHAREWELL_SCANNER = ""


@pytest.fixture
def juno(alice: Acting) -> Person:
    with transaction_of(alice):
        made = child_of(alice)
        birthday_reviews(alice, made)
    return made


@pytest.fixture
def mother(alice: Acting, juno: Person) -> Person:
    with transaction_of(alice):
        return parent_of(alice, juno, "Petra")


@pytest.fixture
def club(db: None) -> Organisation:
    return Organisation.objects.create(name="Larkfield Young Carers", sector=Sector.VOLUNTARY)


@pytest.fixture
def given(alice: Acting, juno: Person, mother: Person, club: Organisation) -> Consent:
    with transaction_of(alice):
        return record_consent(alice, juno.pk, reply=reply(mother, club))


@pytest.fixture
def browser(client: Client, alice: Acting) -> Client:
    return signed_in_as(client, alice)


def sent(person: Person, club: Organisation, **more: object) -> dict[str, object]:
    """The form for an answer."""
    return {
        "by_person": str(person.pk), "capacity": "parent", "purpose": PURPOSE, "answer": "given",
        "categories": ["education", "health"], "recipients": [str(club.pk)], "explained": "What, to whom, why",
        "route": "in-writing", "once": str(uuid.UUID(int=9)), **day("answered_on"), **more,
    }  # fmt: skip


def parts(child: Person, consent: Consent) -> Iterator[str]:
    """Every page of the room for a child."""
    base = f"/children/{child.pk}/consent/"
    yield base
    for end in ("new", "competence", "capacity", "view", "wish", "not-asked"):
        yield f"{base}{end}/"
    for end in ("", "withdraw/", "invalidate/"):
        yield f"{base}{consent.pk}/{end}"
    for kind, _ in KINDS:
        for form in (f"{base}form/{kind}", f"{base}{consent.pk}/form/{kind}"):
            yield f"{form}/"
            yield f"{form}.pdf"


# -- answers ----------------------------------------------------------------------------------------------------------


def test_an_answer_is_recorded_and_shown_as_a_grid(
    browser: Client, juno: Person, mother: Person, club: Organisation
) -> None:
    answer = browser.post(f"/children/{juno.pk}/consent/new/", sent(mother, club, scan=""))
    made = Consent.objects.get()
    assert answer.headers["Location"] == f"/children/{juno.pk}/consent/{made.pk}/"
    assert made.cells.count() == 2
    html = browser.get(f"/children/{juno.pk}/consent/").content.decode()
    assert "Larkfield Young Carers" in html
    assert html.count('<span class="sw-state">Yes</span>') == 2
    assert "Children Act 1989" in html


def test_a_part_is_recorded_with_its_noes(
    browser: Client, juno: Person, mother: Person, club: Organisation, clinic: Organisation
) -> None:
    more = sent(mother, club, answer="partial", no_categories=["money-housing"], no_recipients=[str(clinic.pk)])
    browser.post(f"/children/{juno.pk}/consent/new/", more)
    html = browser.get(f"/children/{juno.pk}/consent/").content.decode()
    assert '<span class="sw-state sw-state--no">No</span>' in html
    assert Consent.objects.get().cells.filter(allowed="no").count() == 2


def test_an_answer_on_paper_comes_with_its_scan(
    browser: Client, juno: Person, mother: Person, club: Organisation
) -> None:
    scan = SimpleUploadedFile("signed.jpg", b"\xff\xd8\xff\xe0rest")
    browser.post(f"/children/{juno.pk}/consent/new/", sent(mother, club, scan=scan))
    made = Consent.objects.get()
    assert made.paper is not None
    assert made.paper.item.child == juno
    page = browser.get(f"/children/{juno.pk}/consent/{made.pk}/").content.decode()
    assert f"/children/{juno.pk}/files/{made.paper.pk}/" in page


def test_a_scan_that_is_none_is_refused_and_nothing_is_kept(
    browser: Client, juno: Person, mother: Person, club: Organisation, tmp_path: Path
) -> None:
    scan = SimpleUploadedFile("signed.pdf", b"<html></html>")
    page = browser.post(f"/children/{juno.pk}/consent/new/", sent(mother, club, scan=scan)).content.decode()
    assert "not what its name says" in page
    assert not Consent.objects.exists()
    assert list(tmp_path.glob("files/*/*")) == []


def test_what_is_missing_stands_beside_its_field(
    browser: Client, juno: Person, mother: Person, club: Organisation
) -> None:
    page = browser.post(f"/children/{juno.pk}/consent/new/", sent(mother, club, explained="", purpose=PURPOSE))
    html = page.content.decode()
    assert "Error: " in html
    assert "Write what was explained" in html
    assert PURPOSE in html


def test_a_form_is_shown_without_errors_and_with_today(browser: Client, juno: Person, mother: Person) -> None:
    html = browser.get(f"/children/{juno.pk}/consent/new/").content.decode()
    assert "govuk-error" not in html
    assert re.search(r'name="once" value="[0-9a-f-]{36}"', html)
    assert 'name="answered_on_year" type="text" inputmode="numeric" value="2026"' in html


def test_two_parents_who_disagree_are_shown(
    browser: Client, alice: Acting, juno: Person, given: Consent, club: Organisation
) -> None:
    with transaction_of(alice):
        father = parent_of(alice, juno, "Anton")
        record_consent(alice, juno.pk, reply=reply(father, club, answer=Answer.REFUSED))
    html = browser.get(f"/children/{juno.pk}/consent/").content.decode()
    assert "They do not agree" in html
    assert "Petra Marlowe-Test: yes; Anton Marlowe-Test: no" in html or "Anton Marlowe-Test: no; Petra" in html


def test_it_is_taken_back(browser: Client, juno: Person, given: Consent) -> None:
    address = f"/children/{juno.pk}/consent/{given.pk}/"
    assert browser.post(f"{address}withdraw/", day("on")).headers["Location"] == address
    html = browser.get(address).content.decode()
    assert "taken back" in html
    assert "What has gone out" in html
    assert "They take it back" not in html
    assert ConsentEnd.objects.get().kind == "withdrawn"
    assert browser.post(f"{address}withdraw/", day("on")).status_code == 302
    assert ConsentEnd.objects.count() == 1


def test_it_is_found_not_valid(browser: Client, juno: Person, given: Consent) -> None:
    address = f"/children/{juno.pk}/consent/{given.pk}/"
    assert "Error: " in browser.post(f"{address}invalidate/", day("on")).content.decode()
    browser.post(f"{address}invalidate/", {**day("on"), "reason": "She was pressed"})
    assert "She was pressed" in browser.get(address).content.decode()


# -- competence, capacity, views, wishes, reviews, not asked ----------------------------------------------------------


def test_competence_is_recorded_and_its_source_is_named(browser: Client, juno: Person) -> None:
    address = f"/children/{juno.pk}/consent/competence/"
    assert "Gillick" in browser.get(address).content.decode()
    names = (
        "understands_what",
        "understands_who",
        "understands_consequences",
        "understands_choice",
        "weighs",
        "keeps_view",
    )
    form = {
        "decision_about": PURPOSE, **dict.fromkeys(names, "yes"), "under_pressure": "no", "reasoning": "She said so",
        "outcome": "competent", "once": str(uuid.UUID(int=3)), **day("assessed_on"),
    }  # fmt: skip
    assert "pressing" in browser.post(address, {**form, "under_pressure": "unsure"}).content.decode()
    assert not CompetenceAssessment.objects.exists()
    assert browser.post(address, form).status_code == 302
    assert "Competent for this decision" in browser.get(f"/children/{juno.pk}/consent/").content.decode()


def test_capacity_is_recorded(browser: Client, alice: Acting) -> None:
    with transaction_of(alice):
        older = child_of(alice, "Ines", born_on=TODAY.replace(year=2010, month=1, day=1))
    address = f"/children/{older.pk}/consent/capacity/"
    assert "Mental Capacity Act 2005" in browser.get(address).content.decode()
    names = ("understands", "retains", "weighs", "communicates")
    form = {
        "decision_about": PURPOSE, **dict.fromkeys(names, "yes"), "impairment": "no", "because_of_impairment": "no",
        "may_regain": "unsure", "help_given": "Time", "reasoning": "She said so", "outcome": "has-capacity",
        "once": str(uuid.UUID(int=4)), **day("assessed_on"),
    }  # fmt: skip
    assert browser.post(address, form).status_code == 302
    assert CapacityAssessment.objects.get().person == older
    assert "Has capacity" in browser.get(f"/children/{older.pk}/consent/").content.decode()


def test_a_view_stands_first_in_their_own_words(browser: Client, juno: Person, given: Consent) -> None:
    base = f"/children/{juno.pk}/consent/"
    form = {
        "by_person": str(juno.pk), "about": "The club", "own_words": "I like it there", "obtained": "said",
        "once": str(uuid.UUID(int=5)), **day("said_on"),
    }  # fmt: skip
    assert browser.post(f"{base}view/", form).status_code == 302
    view = View.objects.get()
    done = {"done": "We asked the club", **day("told_on"), "told_how": "At break"}
    assert browser.post(f"{base}view/{view.pk}/", done).status_code == 302
    html = browser.get(base).content.decode()
    assert html.index("I like it there") < html.index("What stands today")
    assert "We asked the club" in html


def test_a_wish_is_recorded_shown_and_ended(
    browser: Client, alice: Acting, bob: Acting, juno: Person, mother: Person
) -> None:
    base = f"/children/{juno.pk}/consent/"
    with transaction_of(alice):
        able = assess_competence(alice, juno.pk, found=ABLE)
    form = {
        "not_told": str(mother.pk), "about": "The nurse", "own_words": "Please do not", "competence": str(able.pk),
        "once": str(uuid.UUID(int=6)), **day("review_on", TODAY + timedelta(days=30)),
    }  # fmt: skip
    assert browser.post(f"{base}wish/", form).status_code == 302
    wish = Wish.objects.get()
    html = browser.get(base).content.decode()
    assert "Do not tell" in html
    alone = browser.post(f"{base}wish/{wish.pk}/", {"kind": "overruled", "reason": "She is in danger"})
    assert "Somebody else has to agree" in alone.content.decode()
    ended = {"kind": "overruled", "reason": "She is in danger", "agreed_by": str(bob.practitioner.pk)}
    assert browser.post(f"{base}wish/{wish.pk}/", ended).status_code == 302
    assert "Do not tell" not in browser.get(base).content.decode()


def test_a_review_is_done(browser: Client, juno: Person) -> None:
    review = Review.objects.order_by("due_at").first()
    assert review is not None
    base = f"/children/{juno.pk}/consent/"
    assert "Turns 16" in browser.get(base).content.decode()
    assert browser.post(f"{base}review/{review.pk}/", {"note": "Asked her again"}).status_code == 302
    assert "Turns 16" not in browser.get(base).content.decode()


def test_a_review_that_is_near_is_on_the_list_of_work(
    browser: Client, alice: Acting, bob: Acting, clock: Clock, juno: Person
) -> None:
    assert "Turns 16" not in browser.get("/work/").content.decode()
    with transaction_of(alice):
        near = plan_review(alice, juno, kind=ReviewKind.WISH, on=TODAY + timedelta(days=3))
    html = browser.get("/work/").content.decode()
    assert f"/children/{juno.pk}/consent/review/{near.pk}/" in html
    assert "A wish is due for review" not in signed_in_as(Client(), bob).get("/work/").content.decode()


def test_not_asking_is_recorded(browser: Client, alice: Acting, bob: Acting, juno: Person, mother: Person) -> None:
    with transaction_of(alice):
        request = InformationRequest(
            child=juno, direction=Direction.OURS, trigger=Trigger.OWN_INITIATIVE, kind=Kind.ONE_OFF, received_at=NOW,
            purpose="A worry",
        )  # fmt: skip
        keep(alice, request, "request-made")
    form = {
        "request": str(request.pk), "person": str(mother.pk), "reason": "risk-to-child", "words": "It would hurt her",
        "agreed_by": str(bob.practitioner.pk),
    }  # fmt: skip
    assert browser.post(f"/children/{juno.pk}/consent/not-asked/", form).status_code == 302
    assert NotAsked.objects.get().agreed_by == bob.practitioner
    assert "It would hurt her" in browser.get(f"/children/{juno.pk}/consent/").content.decode()


# -- who may ----------------------------------------------------------------------------------------------------------


def without_token(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", page)


def test_nobody_else_sees_any_of_it(bob: Acting, charlie: Acting, juno: Person, given: Consent) -> None:
    for other in (bob, charlie):
        browser = signed_in_as(Client(), other)
        for address in parts(juno, given):
            answer = browser.get(address)
            blank = browser.get(address.replace(str(juno.pk), str(uuid.uuid4())))
            assert answer.status_code == blank.status_code == 404, address
            assert without_token(answer.content) == without_token(blank.content)


def test_nobody_else_writes(
    bob: Acting, charlie: Acting, juno: Person, mother: Person, given: Consent, club: Organisation
) -> None:
    for other in (bob, charlie):
        browser = signed_in_as(Client(), other)
        base = f"/children/{juno.pk}/consent/"
        assert browser.post(f"{base}new/", sent(mother, club)).status_code == 404
        assert browser.post(f"{base}{given.pk}/withdraw/", day("on")).status_code == 404
    assert Consent.objects.count() == 1
    assert not ConsentEnd.objects.exists()


def test_a_governance_lead_reads_and_is_offered_nothing_to_write(
    alice: Acting, school: Organisation, juno: Person, given: Consent
) -> None:
    lead = someone("Gwen Ashby", school, Role.GOVERNANCE)
    with transaction_of(alice):
        tied(lead, juno)
    browser = signed_in_as(Client(), lead)
    html = browser.get(f"/children/{juno.pk}/consent/").content.decode()
    assert "Write down an answer" not in html
    assert browser.get(f"/children/{juno.pk}/consent/new/").status_code == 403


def test_a_row_is_not_reached_through_another_child(
    browser: Client, alice: Acting, juno: Person, given: Consent
) -> None:
    with transaction_of(alice):
        other = child_of(alice, "Ines")
    for end in ("", "withdraw/", "form/easy/"):
        assert browser.get(f"/children/{other.pk}/consent/{given.pk}/{end}").status_code == 404


def test_pages_are_read_in_a_bounded_number_of_queries(
    browser: Client, alice: Acting, juno: Person, mother: Person, given: Consent, club: Organisation,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    with transaction_of(alice):
        for number in range(9):
            record_consent(alice, juno.pk, reply=reply(mother, club))
            record_view(alice, juno.pk, voice=Voice(juno.pk, f"{number}", Obtained.SAID, TODAY, own_words="No"))
    for page in parts(juno, given):
        with django_assert_max_num_queries(44):
            assert browser.get(page).status_code == 200, page


# -- words and paper --------------------------------------------------------------------------------------------------


def test_pages_can_be_read_at_fourteen(browser: Client, juno: Person, given: Consent) -> None:
    for page in parts(juno, given):
        if not page.endswith(".pdf"):
            assert reading_age(browser.get(page).content.decode()) <= HIGHEST, page


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS])
def test_a_form_can_be_read_at_nine(browser: Client, kind: str) -> None:
    html = browser.get(f"/consent-forms/{kind}/").content.decode()
    assert len(read_aloud(html).split()) > 90
    assert reading_age(html) <= CHILD


def test_blank_forms_say_nothing_about_anybody(browser: Client, juno: Person) -> None:
    assert browser.get("/consent-forms/").status_code == 200
    assert browser.get("/consent-forms/nothing/").status_code == 404
    assert "Juno" not in browser.get("/consent-forms/easy/").content.decode()


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS])
@pytest.mark.parametrize(
    "asked", [Question(), Question("Hollybank School", "Juno ☃", PURPOSE, ("School", "Health"), ("The club",))]
)
def test_a_form_is_a_tagged_pdf(kind: str, asked: Question) -> None:
    made = pdf_of(leaf(kind, asked))
    assert made.startswith(b"%PDF-")
    assert b"pdfuaid" in made
    assert b"/StructTreeRoot" in made
    assert b"Juno" not in made[:4000]


def test_a_form_for_an_answer_says_what_is_asked(browser: Client, juno: Person, given: Consent) -> None:
    html = browser.get(f"/children/{juno.pk}/consent/{given.pk}/form/standard/").content.decode()
    assert PURPOSE in html
    assert "Larkfield Young Carers" in html
    assert "Learning and school life" in html
    pdf = browser.get(f"/children/{juno.pk}/consent/{given.pk}/form/standard.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert "Juno" not in pdf.headers["Content-Disposition"]


@pytest.mark.parametrize("purpose", ["So that 14 Fennel Row can be told", "So that PETRA MARLOWE-TEST knows"])
def test_nothing_that_is_sealed_goes_on_a_form(
    browser: Client, alice: Acting, juno: Person, mother: Person, club: Organisation, purpose: str
) -> None:
    with transaction_of(alice):
        home = Address(person=juno, kind="home", lines="14 Fennel Row\nLarkfield", postcode="ZZ9 9ZZ", source="x")
        keep(alice, home, "address-recorded")
        later = TODAY + timedelta(days=90)
        for mark in (
            SafetyMark(child=juno, kind=MarkKind.SEALED_ADDRESS, address=home, reason="x", source="x", review_on=later),
            SafetyMark(child=juno, kind=MarkKind.MUST_NOT_KNOW, person=mother, reason="x", source="x", review_on=later),
        ):
            keep(alice, mark, "safety-marked")
        row = record_consent(alice, juno.pk, reply=reply(juno, club, purpose=purpose, capacity="child"))
    for form in ("easy/", "easy.pdf"):
        answer = browser.get(f"/children/{juno.pk}/consent/{row.pk}/form/{form}")
        assert answer.status_code == 409
        assert "the purpose" in answer.content.decode()
        assert "Fennel" not in answer.content.decode()
    assert browser.get(f"/children/{juno.pk}/consent/form/easy/").status_code == 200


def test_a_wish_is_marked_where_consent_is_read(browser: Client, alice: Acting) -> None:
    with transaction_of(alice):
        older = child_of(alice, "Ines", born_on=TODAY.replace(year=2010, month=1, day=1))
        mother = parent_of(alice, older, "Petra")
        record_wish(alice, older.pk, wanted=Wanted(mother.pk, "The nurse", "No", TODAY + timedelta(days=9)))
    assert "Do not tell" in browser.get(f"/children/{older.pk}/consent/").content.decode()
