"""Keys drawn from the deployment’s one secret, what is sealed under them, and digests nobody can make without it."""

from __future__ import annotations

import hmac
import secrets
from functools import lru_cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12


class SealBrokenError(Exception):
    """A sealed value does not open: it was altered, moved to another row, or sealed under another secret."""


def key_for(purpose: str) -> bytes:
    """The deployment’s key for one purpose. Keys of two purposes tell nothing about each other."""
    return _derived(settings.SECRET_KEY, purpose)


@lru_cache(maxsize=32)
def _derived(secret: str, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"sharewell {purpose}".encode()).derive(secret.encode())


def seal(plain: bytes, *, row: UUID, place: str) -> bytes:
    """The value sealed for one row and one place, `table:column`; it opens nowhere else."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key_for("seal")).encrypt(nonce, plain, _bound(row, place))


def opened(sealed: bytes, *, row: UUID, place: str) -> bytes:
    """What was sealed.

    Raises: SealBrokenError.
    """
    try:
        return AESGCM(key_for("seal")).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(row, place))
    except (InvalidTag, ValueError):
        raise SealBrokenError from None


def _bound(row: UUID, place: str) -> bytes:
    table, _, column = place.partition(":")
    return f"{table}:{row}:{column}".encode()


def digest(purpose: str, text: str) -> str:
    """A keyed digest in hex: the same for the same text, and not to be guessed from outside."""
    return hmac.digest(key_for(purpose), text.encode(), "sha256").hex()
