"""The first step: an address and its password, and what happens to somebody who guesses."""

# ruff: noqa: S105, S106, S107  nobody’s passwords

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth import hashers
from django.db import DatabaseError, transaction

from sharewell.casework.acting import Acting
from sharewell.casework.check_password import check_password
from sharewell.casework.credential.password_rule import why_not
from sharewell.casework.credential.waiting import FIRST, FREE, LONGEST, WINDOW
from sharewell.casework.refusal import MustWait, NotSignedIn
from sharewell.casework.sign_in import sign_in
from sharewell.register.factor import SignIn
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.practitioner import Practitioner
from tests.casework.accounts import PASSWORD, results, with_password
from tests.casework.conftest import NOW

pytestmark = pytest.mark.django_db


def guess(email: str, *, at: object = NOW, password: str = "wrong") -> type[Exception] | None:
    try:
        check_password(email, password, at=at)  # type: ignore[arg-type]  # a moment
    except (NotSignedIn, MustWait) as refused:
        return type(refused)
    return None


def test_address_and_password_give_the_person(alice: Acting) -> None:
    with_password(alice)
    assert check_password(" Alice.Penrose@Example.ORG ", PASSWORD, at=NOW) == alice.practitioner
    assert results() == []


@pytest.mark.parametrize("case", ["unknown", "wrong", "closed", "no-post", "no-password"])
def test_nobody_learns_which_of_them_was_wrong(alice: Acting, case: str) -> None:
    with_password(alice)
    email, password = alice.practitioner.email, PASSWORD
    if case == "unknown":
        email = "nobody@example.org"
    elif case == "wrong":
        password = "another one altogether"
    elif case == "closed":
        Practitioner.objects.update(closed_at=NOW)
    elif case == "no-post":
        alice.practitioner.posts.update(to_on=(NOW - timedelta(days=1)).date())
    else:
        Practitioner.objects.update(password="")
    with pytest.raises(NotSignedIn) as refused:
        check_password(email, password, at=NOW)
    assert vars(refused.value) == {}
    assert len(results()) == 1


@pytest.mark.parametrize("email", ["alice.penrose@example.org", "nobody@example.org"])
def test_the_same_work_is_done_whoever_it_is(alice: Acting, email: str) -> None:
    with_password(alice)
    hasher = hashers.get_hasher()
    with patch.object(type(hasher), "encode", autospec=True, side_effect=type(hasher).encode) as encode:
        assert guess(email) is NotSignedIn
    assert encode.call_count == 1


def test_a_try_is_kept_under_a_digest_and_never_with_the_password(alice: Acting) -> None:
    guess("somebody.else@example.org", password="a secret that was mistyped")
    row = SignIn.objects.get()
    assert row.practitioner is None
    assert len(row.tried) == 64
    assert not [value for value in vars(row).values() if "mistyped" in str(value) or "example.org" in str(value)]


def test_a_try_cannot_be_taken_back(alice: Acting) -> None:
    guess("somebody.else@example.org")
    with pytest.raises(DatabaseError), transaction.atomic():
        SignIn.objects.update(result="signed-in")


@pytest.mark.parametrize("email", ["alice.penrose@example.org", "nobody@example.org"])
def test_guessing_is_slowed_whether_anybody_has_the_address_or_not(alice: Acting, email: str) -> None:
    with_password(alice)
    assert [guess(email) for _ in range(FREE)] == [NotSignedIn] * FREE
    assert guess(email) is MustWait
    assert guess(email, password=PASSWORD) is MustWait


def test_the_wait_grows_but_never_for_ever(alice: Acting) -> None:
    with_password(alice)
    email, at = alice.practitioner.email, NOW
    for _ in range(FREE):
        guess(email, at=at)
    waits = []
    for _ in range(8):
        with pytest.raises(MustWait) as refused:
            check_password(email, "wrong", at=at)
        waits.append(refused.value.until - at)
        at = refused.value.until
        assert guess(email, at=at) is NotSignedIn
    assert waits[:3] == [FIRST, FIRST * 2, FIRST * 4]
    assert max(waits) == LONGEST
    assert guess(email, at=at + LONGEST, password=PASSWORD) is None


def test_tries_while_waiting_do_not_lengthen_it(alice: Acting) -> None:
    with_password(alice)
    for _ in range(FREE + 20):
        guess(alice.practitioner.email)
    assert guess(alice.practitioner.email, at=NOW + FIRST, password=PASSWORD) is None


def test_a_day_later_all_is_forgotten(alice: Acting) -> None:
    for _ in range(FREE):
        guess("nobody@example.org")
    assert [guess("nobody@example.org", at=NOW + WINDOW) for _ in range(FREE)] == [NotSignedIn] * FREE


def test_signing_in_starts_the_count_anew(alice: Acting) -> None:
    with_password(alice)
    for _ in range(FREE - 1):
        guess(alice.practitioner.email)
    sign_in(alice.practitioner, alice.organisation.pk, way="password, totp", at=NOW + timedelta(seconds=1))
    at = NOW + timedelta(seconds=2)
    assert [guess(alice.practitioner.email, at=at) for _ in range(FREE)] == [NotSignedIn] * FREE


def test_many_at_once_learn_no_more_than_a_few_in_a_row(alice: Acting) -> None:
    """The count is looked at again when a try is written: here as if five others came in during the slow work."""
    with_password(alice)

    def meanwhile(*_given: object, **_more: object) -> bool:
        with patch.object(hashers, "check_password", return_value=False):
            for _ in range(FREE):
                guess(alice.practitioner.email)
        return True

    with patch.object(hashers, "check_password", side_effect=meanwhile):
        assert guess(alice.practitioner.email, password=PASSWORD) is MustWait


def test_a_wrong_try_puts_nothing_in_the_ledger_and_signing_in_does(alice: Acting) -> None:
    guess("nobody@example.org")
    assert not LedgerEntry.objects.exists()
    sign_in(alice.practitioner, alice.organisation.pk, way="password, totp", at=NOW)
    entry = LedgerEntry.objects.get()
    assert (entry.kind, entry.actor, entry.organisation) == (
        "signed-in",
        str(alice.practitioner.pk),
        str(alice.organisation.pk),
    )


@pytest.mark.parametrize(
    "password",
    ["short", "elevenchars", "passwordpassword", "Password1234!", "aaaaaaaaaaaaaa", "123456789012345",
     "abcdefghijklmnop", "alicepenrose1", "Sharewell2026!", "x" * 201],
)  # fmt: skip
def test_a_password_that_is_easy_to_guess_will_not_do(password: str) -> None:
    assert why_not(password, names=("Alice Penrose", "alice.penrose@example.org"))


@pytest.mark.parametrize(
    "password", [PASSWORD, "gorse lantern ferry", "äöü漢字 and a kettle", "penrose stairs go nowhere"]
)
def test_a_long_one_of_any_signs_will_do(password: str) -> None:
    assert why_not(password, names=("Alice Penrose", "alice.penrose@example.org")) is None
