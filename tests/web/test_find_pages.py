"""Finding a child on the web: no page, state, count or error tells of what one may not know."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_identifier import add_identifier
from sharewell.casework.add_involvement import Work, add_involvement
from sharewell.register.involvement import MatchChoice, Search, SearchHit
from sharewell.register.organisation import Organisation
from sharewell.register.person import IdentifierKind, Person
from sharewell.register.practitioner import Role
from sharewell.register.relationship import BrokenGlass, Denial, GlassReview
from sharewell.register.voice import Review, ReviewKind
from tests.casework.children import begun, curious, lead_of
from tests.casework.conftest import NOW, someone
from tests.web.signing import Clock, signed_in_as

pytestmark = pytest.mark.django_db
HER = {"given_name": "Mira", "family_name": "Fennimore", "born_on_day": "3", "born_on_month": "5",
       "born_on_year": "2012", "purpose": "She is new here and we need her school"}  # fmt: skip
NOBODY = {**HER, "given_name": "Nobody", "family_name": "Atall"}
BROKE = {"reason": "child-present", "words": "Her grandmother is here and nobody is at home"}


@pytest.fixture(autouse=True)
def _now(clock: Clock) -> Clock:
    return clock


@pytest.fixture
def mira(alice: Acting) -> Person:
    return begun(alice)


def listed(who: Acting, child: Person, *, sensitive: bool = False) -> None:
    with transaction_of(who):
        add_involvement(who, child.pk, work=Work("Year 9 team", date(2025, 9, 1), "Office", sensitive=sensitive))


def plain_of(answer: str) -> str:
    """A page without what is drawn anew each time, and without what was typed."""
    without = re.sub(r'(csrfmiddlewaretoken" value="|nonce-)[^"]*', "", answer)
    return re.sub(r"Mira|Fennimore|Nobody|Atall", "", without)


def sent(client: Client, path: str, said: dict[str, str]) -> str:
    answer = client.post(path, said)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_part_of_a_name_finds_only_ones_own(
    client: Client, alice: Acting, bob: Acting, charlie: Acting, school: Organisation, mira: Person
) -> None:
    signed_in_as(client, alice)
    assert client.get("/find/").status_code == 200
    assert "Mira Fennimore" in sent(client, "/find/", {"words": "fenn"})
    for who in (bob, charlie, curious(school)):
        signed_in_as(client, who)
        assert plain_of(sent(client, "/find/", {"words": "Fennimore"})) == plain_of(
            sent(client, "/find/", {"words": "Atall"})
        )


def test_across_agencies_a_match_tells_the_service(
    client: Client, alice: Acting, charlie: Acting, mira: Person
) -> None:
    listed(alice, mira)
    signed_in_as(client, charlie)
    assert client.get("/find/across/").status_code == 200
    found = sent(client, "/find/across/", HER)
    assert "Hollybank School" in found
    assert "Year 9 team" in found
    assert "Alice" not in found


@pytest.mark.parametrize("path", ["/find/across/", "/find/ours/"])
def test_what_is_hidden_is_nothing(client: Client, alice: Acting, charlie: Acting, mira: Person, path: str) -> None:
    listed(alice, mira, sensitive=True)
    signed_in_as(client, charlie)
    sent(client, path, NOBODY)
    seen = []
    for said in (HER, NOBODY):
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(path, said)
        seen.append((plain_of(answer.content.decode()), len(queries), len(answer.headers)))
    assert seen[0] == seen[1]
    assert Search.objects.count() == 3


def test_a_possible_match_is_for_a_person_to_decide_and_to_take_back(
    client: Client, alice: Acting, charlie: Acting, mira: Person
) -> None:
    listed(alice, mira)
    signed_in_as(client, charlie)
    found = sent(client, "/find/across/", {**HER, "given_name": "Mirah"})
    assert "Side by side" in found
    assert "Hollybank" not in found
    token = re.search(r'name="token" value="([^"]+)"', found)
    assert token
    said = {"token": token[1], "same": "same", "reason": "Her mother spelt it"}
    assert "What makes you sure" in sent(client, "/find/choose/", {**said, "reason": ""})
    assert "Year 9 team" in sent(client, "/find/choose/", said)
    assert "Year 9 team" not in sent(client, "/find/choose/", {**said, "same": "not"})
    assert [each.same for each in MatchChoice.objects.order_by("recorded_at", "same")] == ["not", "same"]
    signed_in_as(client, alice)
    assert client.post("/find/choose/", said).status_code == 404
    assert client.post("/find/choose/", {**said, "token": "x"}).status_code == 404


def test_two_namesakes_are_too_many(client: Client, alice: Acting, charlie: Acting, mira: Person) -> None:
    listed(alice, mira)
    listed(alice, begun(alice))
    signed_in_as(client, charlie)
    assert "Too many" in sent(client, "/find/across/", HER)


def test_a_number(client: Client, alice: Acting, charlie: Acting, mira: Person) -> None:
    listed(alice, mira)
    with transaction_of(alice):
        add_identifier(alice, mira.pk, kind=IdentifierKind.NHS, value="943 476 5919", source="Red book")
    signed_in_as(client, charlie)
    said = {"kind": "nhs", "number": "943 476 5919", "purpose": HER["purpose"]}
    assert "Nothing else was compared" in sent(client, "/find/across/", said)
    assert "do not fit" in sent(client, "/find/across/", {**said, "number": "943 476 5918"})


def test_a_search_without_a_reason_is_none(client: Client, charlie: Acting) -> None:
    signed_in_as(client, charlie)
    assert "the child can see it later" in sent(client, "/find/across/", {**HER, "purpose": "Curious"}).lower()
    assert not Search.objects.exists()


def test_from_an_exact_look_to_the_glass_and_its_review(
    client: Client, alice: Acting, school: Organisation, mira: Person, clock: Clock
) -> None:
    dana, gwen = curious(school), lead_of(school)
    signed_in_as(client, dana)
    found = sent(client, "/find/ours/", HER)
    assert "A record that you may not open" in found
    path = f"/children/{mira.pk}/glass/"
    assert path in found
    assert "Mira" not in client.get(path).content.decode()
    assert "cannot wait" in sent(client, path, {**BROKE, "words": "x"})
    assert client.post(path, BROKE).headers["Location"] == f"/children/{mira.pk}/"
    page = client.get(f"/children/{mira.pk}/").content.decode()
    assert "Glass broken" in page
    assert client.post(path, BROKE).status_code == 302
    assert BrokenGlass.objects.count() == 1
    clock.at = NOW + timedelta(minutes=60)
    signed_in_as(client, dana, at=clock.at)
    assert client.get(f"/children/{mira.pk}/").status_code == 404
    signed_in_as(client, alice, at=clock.at)
    assert "Dana Lisle" in client.get(f"/children/{mira.pk}/").content.decode()
    signed_in_as(client, gwen, at=clock.at)
    front = client.get("/oversight/").content.decode()
    assert front.count("Dana Lisle") == 3  # the glass, being turned away afterwards, and the link there
    review = f"/oversight/glass/{BrokenGlass.objects.get().pk}/"
    assert BROKE["words"] in client.get(review).content.decode()
    assert client.post(review, {"finding": "justified", "words": ""}).status_code == 200
    assert client.post(review, {"finding": "justified", "words": "Rang the school"}).status_code == 302
    assert GlassReview.objects.get().recorded_by == gwen.practitioner
    assert client.get(review).status_code == 404
    assert client.get(f"/children/{mira.pk}/looked/").status_code == 200
    assert client.get(f"/children/{mira.pk}/").status_code == 404


def test_the_glass_looks_the_same_where_there_is_nothing(
    client: Client, charlie: Acting, school: Organisation, mira: Person
) -> None:
    signed_in_as(client, charlie)
    nothing = client.get(f"/children/{uuid4()}/glass/")
    other = client.get(f"/children/{mira.pk}/glass/")
    assert (other.status_code, plain_of(other.content.decode())) == (404, plain_of(nothing.content.decode()))
    signed_in_as(client, curious(school))
    assert client.post(f"/children/{uuid4()}/glass/", BROKE).status_code == 404


def test_the_glass_wants_the_second_factor_again(
    client: Client, school: Organisation, mira: Person, clock: Clock
) -> None:
    signed_in_as(client, curious(school))
    clock.at = NOW + timedelta(minutes=11)
    answer = client.post(f"/children/{mira.pk}/glass/", BROKE)
    assert answer.headers["Location"].startswith("/sign-in/again/")
    assert not BrokenGlass.objects.exists()


def test_oversight_is_for_its_own_agency_and_role(
    client: Client, bob: Acting, school: Organisation, clinic: Organisation, mira: Person
) -> None:
    dana = curious(school)
    signed_in_as(client, dana)
    client.post(f"/children/{mira.pk}/glass/", BROKE)
    review = f"/oversight/glass/{BrokenGlass.objects.get().pk}/"
    for who in (dana, bob):
        signed_in_as(client, who)
        assert client.get("/oversight/").status_code == 403
        assert client.get(review).status_code == 403
    signed_in_as(client, someone("Hale Moss", clinic, Role.GOVERNANCE))
    assert "Dana" not in client.get("/oversight/").content.decode()
    assert client.get(review).status_code == 404
    assert client.get(f"/children/{mira.pk}/looked/").status_code == 404


def test_oversight_shows_what_is_past_its_day(client: Client, school: Organisation, mira: Person, clock: Clock) -> None:
    signed_in_as(client, curious(school))
    client.post(f"/children/{mira.pk}/glass/", BROKE)
    assert Review.objects.get().kind == ReviewKind.GLASS
    clock.at = NOW + timedelta(days=3)
    signed_in_as(client, lead_of(school), at=clock.at)
    assert "A broken glass is to be reviewed" in client.get("/oversight/").content.decode()


def test_every_search_is_on_the_childs_own_record(client: Client, alice: Acting, charlie: Acting, mira: Person) -> None:
    signed_in_as(client, charlie)
    sent(client, "/find/across/", HER)
    assert SearchHit.objects.get().agency == alice.organisation
    signed_in_as(client, alice)
    page = client.get(f"/children/{mira.pk}/looked/").content.decode()
    assert "Charlie Okoro, Ashdown Clinic" in page
    assert HER["purpose"] in page


def test_nothing_is_in_an_address(client: Client, alice: Acting, mira: Person) -> None:
    signed_in_as(client, alice)
    assert "Fennimore" not in client.get("/find/?words=Fennimore").content.decode()
    assert not Denial.objects.exists()
