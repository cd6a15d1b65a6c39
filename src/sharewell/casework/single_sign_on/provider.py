"""The provider of single sign-on, as the deployment’s environment names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Provider:
    """Who vouches for practitioners. `second_factor` holds the values of `amr` or `acr` that count as one."""

    name: str
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    second_factor: frozenset[str] = frozenset()


def provider_from(environment: Mapping[str, str]) -> Provider | None:
    """The provider of `SHAREWELL_SSO_ISSUER` and its companions; None where there is none.

    Raises: ValueError for an issuer that is not reached over TLS, or one without a client.
    """
    issuer = environment.get("SHAREWELL_SSO_ISSUER", "").strip()
    if not issuer:
        return None
    client_id, secret = (environment.get(f"SHAREWELL_SSO_{name}", "").strip() for name in ("CLIENT_ID", "SECRET"))
    if not is_safe(issuer) or not client_id or not secret:
        raise ValueError("SHAREWELL_SSO_ISSUER needs https, and SHAREWELL_SSO_CLIENT_ID and SHAREWELL_SSO_SECRET")
    return Provider(
        name=environment.get("SHAREWELL_SSO_NAME", "").strip() or "your organisation’s account",
        issuer=issuer,
        client_id=client_id,
        secret=secret,
        second_factor=frozenset(environment.get("SHAREWELL_SSO_SECOND_FACTOR", "").split()),
    )


def is_safe(address: str) -> bool:
    """Whether an address is reached over TLS, or is on this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
