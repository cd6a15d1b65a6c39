"""Commitments: what an entry says about content, which is that it was this and no other - to whoever holds the salt.

A digest without a salt could be guessed: "the child's address is one of these forty thousand". With 32 random bytes
that are kept beside the content and erased with it, the commitment that stays behind says nothing to anybody any more.
"""

from __future__ import annotations

import hashlib
import hmac

from sharewell.ledger.canonical import canonical
from sharewell.ledger.error import LedgerError

SALT_BYTES = 32


class SaltError(LedgerError):
    """A salt that is not 32 bytes long."""

    code = "salt"


def commit(content: object, salt: bytes) -> bytes:
    """SHA-256 over the salt and the canonical JSON of the content: 32 bytes.

    The salt comes from a source of randomness outside this room, is used once, and is kept with the content, never in
    the ledger.

    Raises: SaltError; CanonicalError if the content has no canonical form.
    """
    if len(salt) != SALT_BYTES:
        raise SaltError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    return hashlib.sha256(salt + canonical(content)).digest()


def opens(commitment: bytes, content: object, salt: bytes) -> bool:
    """Whether this content with this salt is what was committed to.

    Raises: as `commit`.
    """
    return hmac.compare_digest(commitment, commit(content, salt))
