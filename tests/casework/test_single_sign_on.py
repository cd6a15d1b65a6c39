"""Single sign-on, against a real provider on this machine: what is right is taken, and every tampering refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sharewell.casework.acting import Acting
from sharewell.casework.refusal import NotSignedIn
from sharewell.casework.single_sign_on.begin_single_sign_on import begin_single_sign_on
from sharewell.casework.single_sign_on.fault import SingleSignOnFailed
from sharewell.casework.single_sign_on.identify import Identity, identify
from sharewell.casework.single_sign_on.match_identity import match_identity
from sharewell.casework.single_sign_on.provider import Provider, is_safe, provider_from
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.practitioner import Practitioner
from tests.casework.accounts import results
from tests.casework.conftest import NOW
from tests.casework.provider import CLIENT, TinyProvider, running, shared_key

BACK = "http://testserver/sign-in/back/"
EMAIL = "alice.penrose@example.org"


@pytest.fixture
def tiny() -> Iterator[TinyProvider]:
    with running() as made:
        made.claims = {"email": EMAIL, "email_verified": True, "amr": ["pwd", "otp"], "acr": "high"}
        yield made


def come_back(tiny: TinyProvider, *, at: Any = NOW, **changed: str) -> Identity:
    """Go to the provider and come back, with what is in the address changed."""
    provider = tiny.provider()
    address, begun = begin_single_sign_on(provider, back=BACK)
    answer = {**tiny.sign_in_at(address), **changed}
    return identify(provider, answer, begun, back=BACK, at=at)


@pytest.mark.parametrize("algorithm", ["RS256", "Ed25519"])
def test_who_signed_in_there_is_who_comes_back(tiny: TinyProvider, algorithm: str) -> None:
    tiny.algorithm = algorithm
    found = come_back(tiny)
    assert (found.subject, found.email, found.shown) == ("person-1", EMAIL, frozenset({"pwd", "otp", "high"}))


def test_a_provider_that_wants_our_secret_in_the_form_gets_it_there(tiny: TinyProvider) -> None:
    tiny.about["token_endpoint_auth_methods_supported"] = ["client_secret_post"]
    assert come_back(tiny).subject == "person-1"


def test_the_browser_is_sent_with_a_challenge_and_without_the_secret(tiny: TinyProvider) -> None:
    address, begun = begin_single_sign_on(tiny.provider(), back=BACK)
    assert "code_challenge_method=S256" in address
    assert begun.verifier not in address
    assert "told" not in address
    assert "told" not in repr(tiny.provider())


@pytest.mark.parametrize("email_verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_is_not_taken(tiny: TinyProvider, email_verified: object) -> None:
    tiny.claims["email_verified"] = email_verified
    assert come_back(tiny).email == ""


def _set(name: str, value: object) -> Callable[[dict[str, object]], None]:
    return lambda claims: claims.update({name: value})


def _drop(name: str) -> Callable[[dict[str, object]], None]:
    def drop(claims: dict[str, object]) -> None:
        del claims[name]

    return drop


@pytest.mark.parametrize(
    "spoil",
    [
        _set("iss", "https://elsewhere.example"),
        _set("aud", "another-client"),
        _set("aud", [CLIENT, "another-client"]),
        _set("azp", "another-client"),
        _set("nonce", "another"),
        _set("exp", int(NOW.timestamp()) - 120),
        _set("iat", int(NOW.timestamp()) + 600),
        _set("nbf", int(NOW.timestamp()) + 600),
        _set("sub", ""),
        *(_drop(name) for name in ("iss", "aud", "nonce", "exp", "iat", "sub")),
    ],
)
def test_a_claim_that_is_not_right_is_refused(tiny: TinyProvider, spoil: Callable[[dict[str, object]], None]) -> None:
    tiny.spoil = spoil
    with pytest.raises(SingleSignOnFailed):
        come_back(tiny)


def test_an_identity_signed_by_another_key_is_refused(tiny: TinyProvider) -> None:
    tiny.sign_with = TinyProvider().rsa
    with pytest.raises(SingleSignOnFailed, match="identity-not-good"):
        come_back(tiny)


def test_an_unsigned_identity_is_refused(tiny: TinyProvider) -> None:
    tiny.algorithm = "none"
    with pytest.raises(SingleSignOnFailed, match="identity-not-good"):
        come_back(tiny)


def test_an_identity_signed_with_a_shared_key_is_refused_even_if_it_is_listed(tiny: TinyProvider) -> None:
    tiny.algorithm, tiny.sign_with = "HS256", shared_key()
    with pytest.raises(SingleSignOnFailed, match="identity-not-good"):
        come_back(tiny)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"state": "another"}, "another-state"),
        ({"state": ""}, "another-state"),
        ({"error": "access_denied"}, "provider-refused"),
        ({"iss": "https://elsewhere.example"}, "another-issuer"),
        ({"code": ""}, "no-code"),
        ({"code": "code-of-somebody-else"}, "no-answer"),
    ],
)
def test_what_comes_back_in_the_address_is_checked(tiny: TinyProvider, changed: dict[str, str], why: str) -> None:
    with pytest.raises(SingleSignOnFailed, match=why):
        come_back(tiny, **changed)


def test_a_code_is_good_once_and_only_for_who_began(tiny: TinyProvider) -> None:
    provider = tiny.provider()
    address, begun = begin_single_sign_on(provider, back=BACK)
    answer = tiny.sign_in_at(address)
    stolen = replace(begun, verifier="the-verifier-of-somebody-else")
    with pytest.raises(SingleSignOnFailed):
        identify(provider, answer, stolen, back=BACK, at=NOW)
    identify(provider, answer, begun, back=BACK, at=NOW)
    with pytest.raises(SingleSignOnFailed):
        identify(provider, answer, begun, back=BACK, at=NOW)


def test_an_identity_grows_old(tiny: TinyProvider) -> None:
    with pytest.raises(SingleSignOnFailed):
        come_back(tiny, at=NOW + timedelta(minutes=10))


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/keys"])
@pytest.mark.parametrize(
    "body", [b"not json", b"[]", b"{}", b'{"keys": 3}', b"x" * 300_000, b"http://127.0.0.1:9/elsewhere"]
)
def test_nonsense_from_the_provider_is_refused(tiny: TinyProvider, path: str, body: bytes) -> None:
    tiny.raw[path] = body
    with pytest.raises(SingleSignOnFailed):
        come_back(tiny)


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_an_address_without_tls_is_not_used(tiny: TinyProvider, name: str) -> None:
    tiny.about[name] = "http://elsewhere.example/"
    with pytest.raises(SingleSignOnFailed, match="unsafe-address"):
        come_back(tiny)


def test_another_provider_at_the_same_address_is_refused(tiny: TinyProvider) -> None:
    tiny.about["issuer"] = "https://elsewhere.example"
    with pytest.raises(SingleSignOnFailed, match="another-issuer"):
        come_back(tiny)


def test_a_provider_that_does_not_answer_is_no_fault_of_the_page() -> None:
    with pytest.raises(SingleSignOnFailed, match="no-answer"):
        begin_single_sign_on(Provider("x", "http://127.0.0.1:1", CLIENT, "x"), back=BACK)


@pytest.mark.django_db
def test_an_account_is_matched_by_address_once_and_then_by_subject(alice: Acting) -> None:
    first = Identity("https://county.example", "person-1", EMAIL, frozenset())
    assert match_identity(first, at=NOW) == alice.practitioner
    assert match_identity(replace(first, email=""), at=NOW) == alice.practitioner
    assert LedgerEntry.objects.get().kind == "single-sign-on-linked"
    for other in (replace(first, subject="person-2"), replace(first, issuer="https://elsewhere.example")):
        with pytest.raises(NotSignedIn):
            match_identity(other, at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("case", ["unknown", "unverified", "closed", "no-post"])
def test_nobody_gets_an_account_by_signing_in(alice: Acting, case: str) -> None:
    identity = Identity("https://county.example", "person-1", EMAIL, frozenset())
    if case == "unknown":
        identity = replace(identity, email="nobody@example.org")
    elif case == "unverified":
        identity = replace(identity, email="")
    elif case == "closed":
        Practitioner.objects.update(closed_at=NOW)
    else:
        alice.practitioner.posts.update(to_on=NOW.date())
    with pytest.raises(NotSignedIn):
        match_identity(identity, at=NOW)
    assert Practitioner.objects.count() == 1
    assert results() == ["closed" if case in ("closed", "no-post") else "not-known"]


def test_the_provider_comes_from_the_environment() -> None:
    assert provider_from({}) is None
    given = {
        "SHAREWELL_SSO_ISSUER": "https://county.example",
        "SHAREWELL_SSO_CLIENT_ID": CLIENT,
        "SHAREWELL_SSO_SECRET": "x",
        "SHAREWELL_SSO_SECOND_FACTOR": "otp mfa",
    }
    made = provider_from(given)
    assert made
    assert made.second_factor == {"otp", "mfa"}
    for spoilt in ({"SHAREWELL_SSO_ISSUER": "http://county.example"}, {"SHAREWELL_SSO_SECRET": ""}):
        with pytest.raises(ValueError, match="needs https"):
            provider_from({**given, **spoilt})
    assert not is_safe("ftp://elsewhere.example/a-file")
