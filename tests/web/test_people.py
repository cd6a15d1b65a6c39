"""The pages about people and organisations: what an administrator does there, and that nobody else can."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client

from sharewell.casework.act import MATRIX, Act
from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_contact_point import add_contact_point
from sharewell.register.organisation import Channel, ContactPoint, Organisation, Team
from sharewell.register.practitioner import Post, Practitioner, Role
from sharewell.register.relationship import Denial
from sharewell.web.people.act_words import WORDS
from sharewell.web.record.session import FRESH
from tests.casework.conftest import NOW, someone
from tests.web.signing import Clock, signed_in_as
from tests.web.test_reading_age import HIGHEST, reading_age

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana(school: Organisation, clock: Clock) -> Acting:
    """The administrator of Alice’s and Bob’s school."""
    return someone("Dana Quill", school, Role.ADMINISTRATOR)


@pytest.fixture
def at_desk(client: Client, dana: Acting) -> Client:
    """Dana’s browser."""
    return signed_in_as(client, dana, at=NOW)


def text(page: object) -> str:
    return page.content.decode()  # type: ignore[attr-defined, no-any-return]  # an answer of the test client


def test_every_act_has_words() -> None:
    assert set(WORDS) == set(Act)


def test_everybody_reads_the_table_that_decides(client: Client, alice: Acting, clock: Clock) -> None:
    page = text(signed_in_as(client, alice, at=NOW).get("/roles/"))
    assert "Your own: <strong>Practitioner</strong>" in page
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', page, flags=re.DOTALL)
    assert len(rows) == len(Act)
    for act, (words, cells) in zip(Act, rows, strict=True):
        assert words.replace("&#x27;", "'") == WORDS[act]
        shown = ["yes" in cell for cell in cells.split("</td>")[:-1]]
        assert shown == [act in MATRIX[role] for role in Role]


def test_an_administrator_adds_somebody(at_desk: Client, dana: Acting, alice: Acting) -> None:
    assert "Alice Penrose" in text(at_desk.get("/people/"))
    at_desk.post("/people/teams/add/", {"name": "Year 9"})
    team = Team.objects.get()
    assert "Year 9" in text(at_desk.get("/people/add/"))
    assert "Give their first and last name" in text(at_desk.post("/people/add/", {}))
    sent = {
        "name": "Erin Moss", "email": "erin@example.org", "role": "duty", "title": "Desk", "team": str(team.pk),
        "from_on_day": "", "from_on_month": "", "from_on_year": "",
    }  # fmt: skip
    page = text(at_desk.post("/people/add/", sent))
    assert "Give Erin Moss this code" in page
    assert "http://testserver/invitation/?code=" in page
    erin = Practitioner.objects.get(email="erin@example.org")
    assert erin.posts.get().team == team
    assert "Has not set up their account yet" in text(at_desk.get("/people/"))
    assert "They have this post already" in text(at_desk.post("/people/add/", sent))


def test_an_administrator_looks_after_somebody(at_desk: Client, alice: Acting) -> None:
    page = f"/people/{alice.practitioner.pk}/"
    assert "Alice Penrose" in text(at_desk.get(page))
    assert at_desk.get(f"{page}post/").status_code == 200
    assert at_desk.post(f"{page}post/", {"role": "adviser", "title": ""}).status_code == 200
    assert at_desk.post(f"{page}post/", {"role": "adviser", "title": "Lead"}).status_code == 302
    post = Post.objects.get(role=Role.ADVISER)
    assert at_desk.post(f"/people/posts/{post.pk}/end/").status_code == 302
    assert "this code" in text(at_desk.post(f"{page}reset/"))
    assert at_desk.post(f"{page}close/").status_code == 302
    assert "This account was closed" in text(at_desk.get(page))


def test_the_last_administrator_stays(at_desk: Client, dana: Acting) -> None:
    post = Post.objects.get(practitioner=dana.practitioner)
    assert "only administrator" in text(at_desk.post(f"/people/posts/{post.pk}/end/"))
    assert "This is you" in text(at_desk.get(f"/people/{dana.practitioner.pk}/"))


def test_organisations_and_their_numbers(at_desk: Client, clinic: Organisation) -> None:
    assert "Ashdown Clinic" in text(at_desk.get("/organisations/"))
    assert at_desk.get("/organisations/add/").status_code == 200
    assert "is on the list already" in text(
        at_desk.post("/organisations/add/", {"name": "Ashdown clinic", "sector": "health"})
    )
    assert at_desk.post("/organisations/add/", {"name": "Fernside Club", "sector": "voluntary"}).status_code == 302
    page = f"/organisations/{clinic.pk}/"
    assert at_desk.get(f"{page}contact/").status_code == 200
    wrong = {"channel": "email", "label": "Desk", "value": "nothing"}
    assert "Give an email address" in text(at_desk.post(f"{page}contact/", wrong))
    assert at_desk.post(f"{page}contact/", {**wrong, "value": "desk@clinic.example"}).status_code == 302
    assert "Nobody has made sure of this yet" in text(at_desk.get(page))
    point = ContactPoint.objects.get()
    assert at_desk.get(f"/organisations/contact/{point.pk}/verify/").status_code == 200
    assert at_desk.post(f"/organisations/contact/{point.pk}/verify/", {"against": ""}).status_code == 200
    assert at_desk.post(f"/organisations/contact/{point.pk}/verify/", {"against": "Their site"}).status_code == 302
    assert "Made sure of on 25 November 2026 by Dana Quill" in text(at_desk.get(page))
    assert at_desk.post(f"/organisations/contact/{point.pk}/end/").status_code == 302
    assert "Nothing is written down yet" in text(at_desk.get(page))
    assert at_desk.get(f"/organisations/{uuid4()}/").status_code == 404


def addresses(alice: Acting, point: ContactPoint) -> list[tuple[str, str]]:
    """Every page and act that only an administrator may see or do."""
    person, post = alice.practitioner.pk, alice.practitioner.posts.get().pk
    return [
        ("get", "/people/"),
        *(
            (method, address)
            for method in ("get", "post")
            for address in (
                "/people/add/", "/people/teams/add/", f"/people/{person}/post/", "/organisations/add/",
                f"/organisations/{alice.organisation.pk}/contact/", f"/organisations/contact/{point.pk}/verify/",
            )
        ),
        ("get", f"/people/{person}/"),
        ("post", f"/people/posts/{post}/end/"),
        ("post", f"/people/{person}/reset/"),
        ("post", f"/people/{person}/close/"),
        ("post", f"/organisations/contact/{point.pk}/end/"),
    ]  # fmt: skip


def test_nobody_else_sees_or_does_any_of_it(
    client: Client, dana: Acting, alice: Acting, bob: Acting, charlie: Acting
) -> None:
    with transaction_of(dana):
        point = add_contact_point(
            dana, dana.organisation.pk, channel=Channel.PHONE, label="Desk", value="01632 960 001"
        )
    tried = 0
    for who in (alice, bob, charlie):
        signed_in_as(client, who, at=NOW)
        for method, address in addresses(alice, point):
            answer = getattr(client, method)(address)
            assert answer.status_code == 403, (who.title, method, address)
            tried += 1
    assert Denial.objects.count() == tried
    assert Post.objects.filter(to_on__isnull=False).count() == 0


def test_an_administrator_of_another_partner_finds_nothing(
    client: Client, dana: Acting, alice: Acting, clinic: Organisation
) -> None:
    with transaction_of(dana):
        point = add_contact_point(dana, clinic.pk, channel=Channel.PHONE, label="Desk", value="01632 960 001")
    omar = someone("Omar Veldt", clinic, Role.ADMINISTRATOR)
    signed_in_as(client, omar, at=NOW)
    page = text(client.get("/people/"))
    assert "Alice Penrose" not in page
    for method, address in addresses(alice, point):
        if str(alice.practitioner.pk) in address or "posts/" in address or "organisations/contact/" in address:
            assert getattr(client, method)(address).status_code == 404, (method, address)
    assert "01632 960 001" not in text(client.get(f"/organisations/{clinic.pk}/"))


def test_accounts_want_a_fresh_factor(at_desk: Client, alice: Acting, clock: Clock) -> None:
    clock.at = NOW + FRESH
    for address in ("/people/add/", f"/people/{alice.practitioner.pk}/post/"):
        assert at_desk.get(address).headers["Location"].startswith("/sign-in/again/?next=")
    assert at_desk.post(f"/people/{alice.practitioner.pk}/close/").headers["Location"].startswith("/sign-in/again/")
    assert Practitioner.objects.filter(closed_at__isnull=False).count() == 0


@pytest.mark.parametrize("address", ["/people/", "/people/add/", "/people/teams/add/", "/organisations/", "/roles/"])
def test_the_pages_can_be_read_at_fourteen(at_desk: Client, address: str) -> None:
    html = re.sub(r"</t[dh]>", "</p>", text(at_desk.get(address)))
    assert reading_age(html) <= HIGHEST


@pytest.mark.parametrize("address", ["/account/", "/account/password/", "/sign-in/again/"])
def test_so_can_those_about_ones_own_account(at_desk: Client, address: str) -> None:
    assert reading_age(text(at_desk.get(address, follow=True))) <= HIGHEST


def test_a_page_is_a_bounded_number_of_queries(
    at_desk: Client, school: Organisation, django_assert_max_num_queries: object
) -> None:
    for number in range(12):
        someone(f"Person {number}", school, Role.PRACTITIONER, Role.ADVISER)
    with django_assert_max_num_queries(16):  # type: ignore[operator]  # a fixture of pytest-django
        at_desk.get("/people/")
