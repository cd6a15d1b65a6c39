"""Passkeys: good for this place and this challenge, once, and for whoever made them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_factor import has_factor
from sharewell.casework.add_passkey import Site, add_passkey, ask_new_passkey
from sharewell.casework.check_passkey import ask_passkey, check_passkey
from sharewell.casework.refusal import NeedsFreshFactor, NotSignedIn, Unfinished
from sharewell.register.factor import FactorKind
from tests.casework.accounts import fresh, results
from tests.casework.authenticator import Authenticator
from tests.casework.conftest import NOW

pytestmark = pytest.mark.django_db
SITE = Site("testserver", "http://testserver")


def made(who: Acting, key: Authenticator) -> None:
    with transaction_of(who):
        challenge, options = ask_new_passkey(who, SITE)
        add_passkey(who, SITE, challenge=challenge, answer=key.create(options))


def show(who: Acting, key: Authenticator) -> FactorKind:
    asked = ask_passkey(who.practitioner, SITE)
    assert asked is not None
    return check_passkey(who.practitioner, SITE, challenge=asked[0], answer=key.get(asked[1]), at=NOW)


def test_a_passkey_is_a_second_factor(alice: Acting) -> None:
    key = Authenticator()
    assert ask_passkey(alice.practitioner, SITE) is None
    made(alice, key)
    assert has_factor(alice)
    assert show(alice, key) is FactorKind.PASSKEY
    assert show(alice, key) is FactorKind.PASSKEY


def _another_origin(key: Authenticator) -> None:
    key.origin = "https://testserver.elsewhere.example"


def _another_host(key: Authenticator) -> None:
    key.host = "elsewhere.example"


def _copied(key: Authenticator) -> None:
    key.count = -1


def _another_key(key: Authenticator) -> None:
    key.key = Authenticator().key


def _unknown(key: Authenticator) -> None:
    key.credential = b"x" * 32


@pytest.mark.parametrize(
    "spoil", [_another_origin, _another_host, _another_key, _unknown], ids=lambda each: each.__name__
)
def test_what_does_not_belong_is_refused(alice: Acting, spoil: Callable[[Authenticator], None]) -> None:
    key = Authenticator()
    made(alice, key)
    spoil(key)
    with pytest.raises(NotSignedIn):
        show(alice, key)
    assert results() == ["wrong-factor"]


def test_a_copied_key_is_noticed(alice: Acting) -> None:
    key = Authenticator(count=5)
    made(alice, key)
    show(alice, key)
    _copied(key)
    with pytest.raises(NotSignedIn):
        show(alice, key)


def test_an_answer_counts_for_its_own_challenge_only(alice: Acting) -> None:
    key = Authenticator()
    made(alice, key)
    first, second = ask_passkey(alice.practitioner, SITE), ask_passkey(alice.practitioner, SITE)
    assert first
    assert second
    with pytest.raises(NotSignedIn):
        check_passkey(alice.practitioner, SITE, challenge=second[0], answer=key.get(first[1]), at=NOW)
    with pytest.raises(NotSignedIn):
        check_passkey(alice.practitioner, SITE, challenge=b"", answer=key.get(first[1]), at=NOW)


def test_a_passkey_of_somebody_else_is_wrong(alice: Acting, bob: Acting) -> None:
    hers, his = Authenticator(), Authenticator()
    made(alice, hers)
    made(bob, his)
    with pytest.raises(NotSignedIn):
        show(alice, his)


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", '{"id": 3}', "{" * 50])
def test_nonsense_is_refused(alice: Acting, answer: str) -> None:
    made(alice, Authenticator())
    asked = ask_passkey(alice.practitioner, SITE)
    assert asked
    with pytest.raises(NotSignedIn):
        check_passkey(alice.practitioner, SITE, challenge=asked[0], answer=answer, at=NOW)
    with transaction_of(alice), pytest.raises(Unfinished):
        add_passkey(fresh(alice), SITE, challenge=asked[0], answer=answer)


def test_a_new_passkey_for_another_place_is_refused(alice: Acting) -> None:
    with transaction_of(alice):
        for key in (Authenticator(origin="https://elsewhere.example"), Authenticator(host="elsewhere.example")):
            challenge, options = ask_new_passkey(alice, SITE)
            with pytest.raises(Unfinished):
                add_passkey(alice, SITE, challenge=challenge, answer=key.create(options))
        challenge, options = ask_new_passkey(alice, SITE)
        with pytest.raises(Unfinished):
            add_passkey(alice, SITE, challenge=b"another", answer=Authenticator().create(options))
        assert not has_factor(alice)


def test_one_more_wants_the_one_there_is_and_none_counts_twice(alice: Acting) -> None:
    key = Authenticator()
    made(alice, key)
    with transaction_of(alice):
        with pytest.raises(NeedsFreshFactor):
            ask_new_passkey(alice, SITE)
        challenge, options = ask_new_passkey(fresh(alice), SITE)
        assert len(json.loads(options)["excludeCredentials"]) == 1
        with pytest.raises(NeedsFreshFactor):
            add_passkey(alice, SITE, challenge=challenge, answer=key.create(options))
        with pytest.raises(Unfinished):
            add_passkey(fresh(alice), SITE, challenge=challenge, answer=key.create(options))
