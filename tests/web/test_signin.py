"""The pages of signing in, step by step, and what somebody at the door tries."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django.fixtures import Settings

from sharewell.casework.acting import Acting, acting, transaction_of
from sharewell.casework.credential.waiting import FREE
from sharewell.casework.make_account import make_account
from sharewell.casework.make_recovery_codes import make_recovery_codes
from sharewell.register.factor import Factor, SignIn
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Post, Practitioner, Role
from sharewell.web.record.session import FRESH
from sharewell.web.signin.half import LONGEST, safe
from tests.casework.accounts import PASSWORD, code_of, fresh, results, with_app, with_password
from tests.casework.authenticator import Authenticator
from tests.casework.conftest import NOW, someone
from tests.casework.provider import running
from tests.web.signing import Clock, signed_in_as
from tests.web.test_reading_age import HIGHEST, reading_age

pytestmark = pytest.mark.django_db
if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
NEW = "gorse lantern ferry 9"


@pytest.fixture
def secret(alice: Acting, clock: Clock) -> str:
    """Alice has a password and an app, whose secret this is."""
    return with_app(with_password(alice))


def first_step(client: Client, email: str, password: str = PASSWORD, following: str = "") -> Answer:
    return client.post("/sign-in/", {"email": email, "password": password, "next": following})


def cookie_of(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def where(answer: Answer) -> str:
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return answer.headers["Location"]


def test_password_then_code_leads_to_ones_work(client: Client, alice: Acting, secret: str) -> None:
    assert where(first_step(client, alice.practitioner.email)) == "/sign-in/factor/"
    assert client.get("/work/").status_code == 302
    assert where(client.post("/sign-in/factor/", {"code": code_of(secret)})) == "/work/"
    assert "Alice Penrose" in client.get("/work/").content.decode()
    assert results()[-1] == "signed-in"
    assert LedgerEntry.objects.latest("sequence").kind == "signed-in"
    assert SignIn.objects.get().way == "password, totp"


def test_one_goes_on_to_where_one_wanted(client: Client, alice: Acting, secret: str) -> None:
    page = client.get("/sign-in/?next=/account/").content.decode()
    assert 'name="next" value="/account/"' in page
    first_step(client, alice.practitioner.email, following="/account/")
    assert where(client.post("/sign-in/factor/", {"code": code_of(secret)})) == "/account/"


@pytest.mark.parametrize(
    "following",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "work"],
)
def test_nobody_is_sent_elsewhere(following: str) -> None:
    assert safe(following) == ""


def test_three_faults_look_the_same(client: Client, alice: Acting, secret: str) -> None:
    wrong = first_step(client, alice.practitioner.email, "wrong wrong wrong").content.decode()
    unknown = first_step(client, "nobody@example.org", "wrong wrong wrong").content.decode()
    Practitioner.objects.update(closed_at=NOW)
    closed = first_step(client, alice.practitioner.email).content.decode()
    plain = [re.sub(r'value="[^"]*"', "", page) for page in (wrong, unknown, closed)]
    assert "do not go together" in plain[0]
    assert plain[0] == plain[1] == plain[2]


def test_no_password_comes_back_in_a_page(client: Client, alice: Acting) -> None:
    assert "a secret of mine" not in first_step(client, "x@example.org", "a secret of mine").content.decode()


def test_guessing_is_slowed(client: Client, alice: Acting, secret: str, clock: Clock) -> None:
    for _ in range(FREE):
        first_step(client, alice.practitioner.email, "wrong wrong wrong")
    assert "Wait 1 minute, then try again" in first_step(client, alice.practitioner.email).content.decode()
    clock.at += timedelta(minutes=1)
    assert where(first_step(client, alice.practitioner.email)) == "/sign-in/factor/"


def test_the_key_of_the_session_changes_at_every_step(client: Client, alice: Acting, secret: str) -> None:
    client.get("/sign-in/")
    keys = [cookie_of(client)]
    first_step(client, alice.practitioner.email)
    keys.append(cookie_of(client))
    client.post("/sign-in/factor/", {"code": code_of(secret)})
    keys.append(cookie_of(client))
    assert len(set(keys)) == 3
    assert list(Session.objects.values_list("session_key", flat=True)) == [keys[-1]]


def test_a_planted_session_is_not_taken_over(client: Client, alice: Acting, secret: str) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "planted0planted0planted0planted0"
    first_step(client, alice.practitioner.email)
    client.post("/sign-in/factor/", {"code": code_of(secret)})
    planted = Client()
    planted.cookies[settings.SESSION_COOKIE_NAME] = "planted0planted0planted0planted0"
    assert planted.get("/work/").status_code == 302


@pytest.mark.parametrize("page", ["/sign-in/factor/", "/sign-in/organisation/", "/sign-in/set-up/", "/sign-in/again/"])
def test_a_later_step_without_the_first_leads_back(client: Client, page: str) -> None:
    assert where(client.get(page)) == "/sign-in/"
    assert where(client.post(page, {"code": "123456"})) == "/sign-in/"


def test_the_first_step_grows_old(client: Client, alice: Acting, secret: str, clock: Clock) -> None:
    first_step(client, alice.practitioner.email)
    clock.at += LONGEST + timedelta(seconds=1)
    assert where(client.post("/sign-in/factor/", {"code": code_of(secret, clock.at)})) == "/sign-in/"


@pytest.mark.parametrize("change", [{"closed_at": NOW}, {"signed_out_at": NOW + timedelta(seconds=1)}], ids=str)
def test_an_account_that_ends_meanwhile_goes_no_further(
    client: Client, alice: Acting, secret: str, change: dict[str, datetime]
) -> None:
    first_step(client, alice.practitioner.email)
    Practitioner.objects.update(**change)
    assert where(client.post("/sign-in/factor/", {"code": code_of(secret)})) == "/sign-in/"


def test_who_is_signed_in_goes_on(client: Client, alice: Acting, clock: Clock) -> None:
    signed_in_as(client, alice)
    assert where(client.get("/sign-in/")) == "/work/"
    assert where(client.get("/sign-in/?next=/account/")) == "/account/"


def test_a_form_that_is_not_filled_in_says_so(client: Client) -> None:
    page = client.post("/sign-in/", {}).content.decode()
    assert "Type your work email address" in page
    assert results() == []


def test_a_factor_that_was_made_in_another_window_is_shown_next(client: Client, alice: Acting, clock: Clock) -> None:
    dana = fresh(someone("Dana Quill", alice.organisation, Role.ADMINISTRATOR))
    with transaction_of(dana):
        made = make_account(
            dana, email="erin@example.org", name="Erin Moss", role=Role.DUTY, title="Desk", from_on=dana.on
        )
    client.post("/invitation/", {"code": made.code, "password": NEW, "repeat": NEW})
    erin = acting(made.practitioner, alice.organisation, at=NOW)
    assert erin
    with_app(erin)
    assert where(client.get("/sign-in/set-up/")) == "/sign-in/"
    assert client.get("/sign-in/set-up/picture.svg").status_code == 404


def test_a_code_does_not_count_twice(client: Client, alice: Acting, secret: str) -> None:
    for _ in range(2):
        first_step(client, alice.practitioner.email)
        answer = client.post("/sign-in/factor/", {"code": code_of(secret)})
        client.post("/sign-out/")
    assert answer.status_code == 200
    assert "or was used before" in answer.content.decode()


def test_a_password_alone_makes_no_factor(client: Client, alice: Acting, clock: Clock) -> None:
    with_password(alice)
    answer = first_step(client, alice.practitioner.email)
    assert answer.status_code == 403
    assert "new invitation" in answer.content.decode()
    assert where(client.get("/sign-in/set-up/")) == "/sign-in/"


def test_signing_out_ends_it_on_the_server(client: Client, alice: Acting, secret: str) -> None:
    signed_in_as(client, alice, at=NOW)
    key = cookie_of(client)
    assert client.get("/sign-out/").status_code == 405
    answer = client.post("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "You have signed out" in answer.content.decode()
    assert not Session.objects.filter(session_key=key).exists()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get("/work/").status_code == 302
    assert results() == ["signed-out"]
    assert LedgerEntry.objects.latest("sequence").kind == "signed-out"


def test_who_works_for_two_chooses(client: Client, alice: Acting, secret: str, clinic: Organisation) -> None:
    Post.objects.create(
        practitioner=alice.practitioner, organisation=clinic, role=Role.DUTY, title="Desk", from_on=NOW.date()
    )
    first_step(client, alice.practitioner.email, following="/account/")
    assert where(client.post("/sign-in/factor/", {"code": code_of(secret)})) == "/sign-in/organisation/"
    assert client.get("/work/").status_code == 302
    page = client.get("/sign-in/organisation/").content.decode()
    assert "Ashdown Clinic" in page
    assert "Hollybank School" in page
    assert client.post("/sign-in/organisation/", {"organisation": "x"}).status_code == 200
    other = Organisation.objects.create(name="Elsewhere", sector="housing", joined_on=NOW.date())
    assert client.post("/sign-in/organisation/", {"organisation": str(other.pk)}).status_code == 200
    assert where(client.post("/sign-in/organisation/", {"organisation": str(clinic.pk)})) == "/account/"
    assert "Desk at Ashdown Clinic" in client.get("/account/").content.decode()


def test_an_invitation_leads_all_the_way_in(client: Client, school: Organisation, clock: Clock) -> None:
    dana = fresh(someone("Dana Quill", school, Role.ADMINISTRATOR))
    with transaction_of(dana):
        made = make_account(
            dana, email="erin@example.org", name="Erin Moss", role=Role.DUTY, title="Desk", from_on=dana.on
        )
    assert made.code in client.get(f"/invitation/?code={made.code}").content.decode()
    sent = {"code": made.code, "password": NEW, "repeat": "another"}
    assert "not the same as the password above" in client.post("/invitation/", sent).content.decode()
    assert where(client.post("/invitation/", {**sent, "repeat": NEW})) == "/sign-in/set-up/"
    page = client.get("/sign-in/set-up/").content.decode()
    picture = client.get("/sign-in/set-up/picture.svg")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    assert b"style" not in picture.content
    assert "no-store" in picture.headers["Cache-Control"]
    found = re.search(r'<code class="sw-secret">([A-Z2-7 ]+)</code>', page)
    assert found
    key = found.group(1).replace(" ", "")
    assert "That code is not right" in client.post("/sign-in/set-up/", {"code": "000000"}).content.decode()
    codes = client.post("/sign-in/set-up/", {"code": code_of(key)}).content.decode()
    assert len(re.findall(r"<code>[A-Z2-7-]{19}</code>", codes)) == 10
    assert 'href="/work/"' in codes
    assert client.get("/work/").status_code == 200
    assert client.get("/sign-in/set-up/picture.svg").status_code == 404


def test_a_recovery_code_gets_one_in_once(client: Client, alice: Acting, secret: str) -> None:
    with transaction_of(alice):
        code = make_recovery_codes(alice, first=True)[0]
    for expected in (302, 200):
        client.post("/sign-out/")
        first_step(client, alice.practitioner.email)
        assert client.post("/sign-in/factor/", {"code": code}).status_code == expected


def options_of(page: str) -> str:
    found = re.search(r'data-options="([^"]+)"', page)
    assert found
    return found.group(1).replace("&quot;", '"')


def test_a_passkey_is_made_and_gets_one_in(client: Client, alice: Acting, secret: str, clock: Clock) -> None:
    key = Authenticator()
    signed_in_as(client, alice, at=NOW)
    answer = key.create(options_of(client.get("/account/factor/").content.decode()))
    assert where(client.post("/account/factor/", {"passkey": answer})) == "/account/"
    client.post("/sign-out/")
    first_step(client, alice.practitioner.email)
    shown = key.get(options_of(client.get("/sign-in/factor/").content.decode()))
    assert where(client.post("/sign-in/factor/", {"passkey": shown})) == "/work/"
    client.post("/sign-out/")
    first_step(client, alice.practitioner.email)
    again = client.post("/sign-in/factor/", {"passkey": shown})
    assert "The passkey did not work" in again.content.decode()


def test_a_passkey_of_another_origin_is_refused(client: Client, alice: Acting, secret: str) -> None:
    key = Authenticator(origin="https://testserver.elsewhere.example")
    signed_in_as(client, alice, at=NOW)
    answer = key.create(options_of(client.get("/account/factor/").content.decode()))
    page = client.post("/account/factor/", {"passkey": answer})
    assert "could not be added" in page.content.decode()
    assert Factor.objects.filter(kind="passkey").count() == 0


def test_the_second_factor_again(client: Client, alice: Acting, secret: str, clock: Clock) -> None:
    signed_in_as(client, alice, at=NOW)
    clock.at = NOW + FRESH
    assert where(client.get("/account/factor/")) == "/sign-in/again/?next=%2Faccount%2Ffactor%2F"
    assert client.get("/sign-in/again/?next=/account/factor/").status_code == 200
    sent = {"code": "000000", "next": "/account/factor/"}
    assert client.post("/sign-in/again/", sent).status_code == 200
    assert results() == ["wrong-factor"]
    sent["code"] = code_of(secret, clock.at)
    assert where(client.post("/sign-in/again/", sent)) == "/account/factor/"
    assert client.get("/account/factor/").status_code == 200


def test_after_a_form_one_comes_back_to_the_page_it_stood_on(
    client: Client, alice: Acting, secret: str, clock: Clock
) -> None:
    signed_in_as(client, alice, at=NOW)
    clock.at = NOW + FRESH
    answer = client.post("/account/recovery-codes/", headers={"Referer": "http://testserver/account/"})
    assert where(answer) == "/sign-in/again/?next=%2Faccount%2F"
    answer = client.post("/account/recovery-codes/", headers={"Referer": "http://elsewhere.example/account/"})
    assert where(answer) == "/sign-in/again/?next=%2Faccount%2Frecovery-codes%2F"


def test_ones_own_account(client: Client, alice: Acting, secret: str) -> None:
    signed_in_as(client, alice, at=NOW)
    page = client.get("/account/").content.decode()
    assert "Teacher at Hollybank School" in page
    only = Factor.objects.get()
    assert "your only one" in client.post(f"/account/factor/{only.pk}/end/").content.decode()
    codes = client.post("/account/recovery-codes/").content.decode()
    assert len(re.findall(r"<code>[A-Z2-7-]{19}</code>", codes)) == 10
    assert "You have 10 left" in client.get("/account/").content.decode()


def test_a_new_password_ends_the_other_sessions(client: Client, alice: Acting, secret: str, clock: Clock) -> None:
    elsewhere = signed_in_as(Client(), alice, at=NOW - timedelta(minutes=1))
    signed_in_as(client, alice, at=NOW)
    key = cookie_of(client)
    assert client.post("/account/password/", {"old": "wrong", "new": NEW}).status_code == 200
    assert elsewhere.get("/work/").status_code == 200
    assert where(client.post("/account/password/", {"old": PASSWORD, "new": NEW})) == "/account/"
    assert cookie_of(client) != key
    assert client.get("/work/").status_code == 200
    assert elsewhere.get("/work/").status_code == 302
    assert where(first_step(Client(), alice.practitioner.email, NEW)) == "/sign-in/factor/"


def test_a_form_without_its_token_is_refused(alice: Acting) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/sign-in/", {"email": "x@example.org", "password": "x"}).status_code == 403
    page = strict.get("/sign-in/")
    assert list(page.cookies) == [settings.SESSION_COOKIE_NAME]
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())
    assert found
    sent = {"email": "x@example.org", "password": "x", "csrfmiddlewaretoken": found.group(1)}
    assert strict.post("/sign-in/", sent).status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client) -> None:
    cookie = client.get("/sign-in/").cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize("page", ["/sign-in/", "/invitation/"])
def test_a_page_before_signing_in_is_strict_and_plain(client: Client, page: str) -> None:
    answer = client.get(page)
    html = answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert "<style" not in html
    assert " style=" not in html
    assert not re.findall(r"<script(?![^>]* src=)", html)
    assert reading_age(html) <= HIGHEST


def test_single_sign_on_leads_in(client: Client, alice: Acting, secret: str, settings: Settings) -> None:
    with running() as tiny:
        tiny.claims = {"email": alice.practitioner.email, "email_verified": True, "amr": ["otp"]}
        settings.SHAREWELL_SINGLE_SIGN_ON = tiny.provider("otp")
        assert "Sign in with County account" in client.get("/sign-in/").content.decode()
        out = where(client.get("/sign-in/provider/?next=/account/"))
        assert out.startswith(f"{tiny.issuer}/authorize?")
        back = tiny.sign_in_at(out)
        assert parse_qs(urlsplit(out).query)["redirect_uri"] == ["http://testserver/sign-in/back/"]
        assert where(client.get("/sign-in/back/", back)) == "/account/"
        assert client.get("/account/").status_code == 200
        assert client.get("/sign-in/back/", back).status_code == 502


def test_a_provider_that_shows_one_factor_is_asked_for_ours_too(
    client: Client, alice: Acting, secret: str, settings: Settings
) -> None:
    with running() as tiny:
        tiny.claims = {"email": alice.practitioner.email, "email_verified": True, "amr": ["pwd"]}
        settings.SHAREWELL_SINGLE_SIGN_ON = tiny.provider("otp")
        back = tiny.sign_in_at(where(client.get("/sign-in/provider/")))
        assert where(client.get("/sign-in/back/", back)) == "/sign-in/factor/"
        assert client.get("/work/").status_code == 302
        assert where(client.post("/sign-in/factor/", {"code": code_of(secret)})) == "/work/"


def test_who_has_no_factor_of_ours_makes_one(client: Client, alice: Acting, settings: Settings, clock: Clock) -> None:
    with running() as tiny:
        tiny.claims = {"email": alice.practitioner.email, "email_verified": True}
        settings.SHAREWELL_SINGLE_SIGN_ON = tiny.provider()
        back = tiny.sign_in_at(where(client.get("/sign-in/provider/")))
        assert where(client.get("/sign-in/back/", back)) == "/sign-in/set-up/"


def test_a_provider_that_does_not_answer_is_told_kindly(client: Client, settings: Settings) -> None:
    with running() as tiny:
        settings.SHAREWELL_SINGLE_SIGN_ON = tiny.provider()
    answer = client.get("/sign-in/provider/")
    assert answer.status_code == 502
    assert "We could not sign you in that way" in answer.content.decode()


def test_single_sign_on_that_somebody_else_began_is_refused(client: Client, alice: Acting, settings: Settings) -> None:
    with running() as tiny:
        tiny.claims = {"email": alice.practitioner.email, "email_verified": True, "amr": ["otp"]}
        settings.SHAREWELL_SINGLE_SIGN_ON = tiny.provider("otp")
        back = tiny.sign_in_at(where(Client().get("/sign-in/provider/")))
        assert client.get("/sign-in/back/", back).status_code == 502
        client.get("/sign-in/provider/")
        assert client.get("/sign-in/back/", back).status_code == 502
        assert client.get("/work/").status_code == 302


def test_single_sign_on_makes_no_account(
    client: Client, school: Organisation, settings: Settings, clock: Clock
) -> None:
    with running() as tiny:
        tiny.claims = {"email": "nobody@example.org", "email_verified": True, "amr": ["otp"]}
        settings.SHAREWELL_SINGLE_SIGN_ON = tiny.provider("otp")
        answer = client.get("/sign-in/back/", tiny.sign_in_at(where(client.get("/sign-in/provider/"))))
        assert answer.status_code == 403
        assert "no account here yet" in answer.content.decode()
        assert not Practitioner.objects.exists()


def test_without_a_provider_there_is_no_such_page(client: Client) -> None:
    assert client.get("/sign-in/provider/").status_code == 404
    assert client.get("/sign-in/back/").status_code == 404


def test_a_demonstration_lets_one_be_somebody_invented(
    client: Client, alice: Acting, school: Organisation, settings: Settings, clock: Clock
) -> None:
    assert client.get("/sign-in/as/").status_code == 404
    settings.SHAREWELL_DEMONSTRATION = True
    invented = someone("Ivy Thorne", school, Role.ADMINISTRATOR).practitioner
    Practitioner.objects.filter(pk=invented.pk).update(email="ivy.thorne@demonstration.example")
    assert 'href="/sign-in/as/"' in client.get("/sign-in/").content.decode()
    page = client.get("/sign-in/as/").content.decode()
    assert "Ivy Thorne" in page
    assert "Alice Penrose" not in page
    for wrong in (str(alice.practitioner.pk), "x", ""):
        assert client.post("/sign-in/as/", {"who": wrong}).status_code == 404
    assert where(client.post("/sign-in/as/", {"who": str(invented.pk)})) == "/work/"
    clock.at = NOW + FRESH
    asked = where(client.get("/people/add/"))
    assert asked == "/sign-in/again/?next=%2Fpeople%2Fadd%2F"
    assert where(client.get(asked)) == "/people/add/"
    assert client.get("/people/add/").status_code == 200
    settings.SHAREWELL_DEMONSTRATION = False
    assert client.post("/sign-in/as/", {"who": str(invented.pk)}).status_code == 404
