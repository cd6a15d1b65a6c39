"""Coming back from the provider: the code is exchanged, and the identity’s signature and every claim are checked."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization

from sharewell.casework.single_sign_on.asking import Answer, ask, text_of
from sharewell.casework.single_sign_on.begin_single_sign_on import Begun, discovered
from sharewell.casework.single_sign_on.fault import SingleSignOnFailed
from sharewell.casework.single_sign_on.provider import Provider

#: What an identity may be signed with. Nothing that a shared secret could sign, and never nothing.
ALGORITHMS = ["RS256", "PS256", "ES256", "Ed25519", "EdDSA"]
#: Seconds that two clocks may be apart.
_APART = 60


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom the provider vouches for. `email` is empty unless it was verified; `shown` is how they signed in there."""

    issuer: str
    subject: str
    email: str
    shown: frozenset[str]


def identify(provider: Provider, answer: Mapping[str, str], begun: Begun, *, back: str, at: datetime) -> Identity:
    """Whose identity the answer leads to. `answer` is what came back in the address.

    Raises: SingleSignOnFailed.
    """
    if not hmac.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
        raise SingleSignOnFailed("another-state")
    if answer.get("error"):
        raise SingleSignOnFailed("provider-refused")
    if answer.get("iss", provider.issuer) != provider.issuer:
        raise SingleSignOnFailed("another-issuer")
    if not answer.get("code"):
        raise SingleSignOnFailed("no-code")
    about = discovered(provider)
    token = text_of(_exchanged(provider, about, answer["code"], begun, back), "id_token")
    claims = _checked(provider, token, ask(text_of(about, "jwks_uri")), begun.nonce, at)
    verified = claims.get("email_verified") is True
    email = claims.get("email")
    return Identity(
        issuer=provider.issuer,
        subject=text_of(claims, "sub"),
        email=email.strip().lower() if verified and isinstance(email, str) else "",
        shown=_shown(claims),
    )


def _exchanged(provider: Provider, about: Answer, code: str, begun: Begun, back: str) -> Answer:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": begun.verifier,
    }
    headers = {}
    if about.get("token_endpoint_auth_methods_supported") == ["client_secret_post"]:
        form |= {"client_id": provider.client_id, "client_secret": provider.secret}
    else:
        pair = f"{quote(provider.client_id, safe='')}:{quote(provider.secret, safe='')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return ask(text_of(about, "token_endpoint"), form=form, headers=headers)


def _checked(provider: Provider, token: str, keys: Answer, nonce: str, at: datetime) -> Answer:
    try:
        decoded = jwt.decode(token, KeySet.import_key_set(_public(keys)), algorithms=ALGORITHMS)
        jwt.JWTClaimsRegistry(
            now=int(at.timestamp()),
            leeway=_APART,
            iss={"essential": True, "value": provider.issuer},
            aud={"essential": True, "value": provider.client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        ).validate(decoded.claims)
    except (JoseError, ValueError, TypeError, KeyError):
        raise SingleSignOnFailed("identity-not-good") from None
    claims = decoded.claims
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != provider.client_id:
        raise SingleSignOnFailed("identity-for-another")
    return claims


def _public(keys: Answer) -> KeySetSerialization:
    """The provider’s public keys. A key that is a shared secret is no use to us."""
    listed = keys.get("keys")
    if not isinstance(listed, list):
        raise SingleSignOnFailed("no-keys")
    return {"keys": [each for each in listed if isinstance(each, dict) and each.get("kty") != "oct"]}


def _shown(claims: Answer) -> frozenset[str]:
    """The ways in which they signed in there, and the class that the provider gives it."""
    ways = claims.get("amr")
    level = claims.get("acr")
    listed = ways if isinstance(ways, list) else []
    return frozenset(str(each) for each in (*listed, *((level,) if isinstance(level, str) else ())))
