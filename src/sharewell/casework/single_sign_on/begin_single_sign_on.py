"""Beginning single sign-on: where to send the browser, and what to remember until it comes back."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from sharewell.casework.single_sign_on.asking import Answer, ask, text_of
from sharewell.casework.single_sign_on.fault import SingleSignOnFailed
from sharewell.casework.single_sign_on.provider import Provider, is_safe


@dataclass(frozen=True, slots=True)
class Begun:
    """What is remembered in the session. Each is random and good once."""

    state: str
    nonce: str
    verifier: str


def begin_single_sign_on(provider: Provider, *, back: str) -> tuple[str, Begun]:
    """The address to send the browser to. `back` is ours, to which the provider sends it.

    Raises: SingleSignOnFailed.
    """
    begun = Begun(*(secrets.token_urlsafe(48) for _ in range(3)))
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back,
        "scope": "openid email",
        "state": begun.state,
        "nonce": begun.nonce,
        "code_challenge": base64.urlsafe_b64encode(hashlib.sha256(begun.verifier.encode()).digest())
        .decode()
        .rstrip("="),
        "code_challenge_method": "S256",
    }
    address = text_of(discovered(provider), "authorization_endpoint")
    if not is_safe(address):
        raise SingleSignOnFailed("unsafe-address")
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}", begun


def discovered(provider: Provider) -> Answer:
    """What the provider says of itself. It must be the one that we meant.

    Raises: SingleSignOnFailed.
    """
    found = ask(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != provider.issuer:
        raise SingleSignOnFailed("another-issuer")
    return found
