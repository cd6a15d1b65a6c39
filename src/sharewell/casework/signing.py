"""The ledger's key: what signs its checkpoints, and whether a signature holds. Ed25519, by `cryptography`.

A private key is one line, as signed notes write it: `PRIVATE+KEY+name+id+key`, the key in base 64 behind a byte 1. The
public keys that signed before it may follow, a line each, so that what they signed still counts.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from sharewell.ledger.error import NoteError
from sharewell.ledger.key import ED25519, KEY_BYTES, PublicKey, Sign, read_key

_PRIVATE = "PRIVATE+KEY+"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the public key, whose name is the ledger's origin; what makes signatures; the keys before it."""

    key: PublicKey
    sign: Sign
    before: tuple[PublicKey, ...] = ()

    @property
    def keys(self) -> tuple[PublicKey, ...]:
        """All whose signatures count."""
        return (self.key, *self.before)


@lru_cache(maxsize=4)
def signer(text: str) -> Signer:
    """What a private key signs with, from its line and those of the keys before it.

    Raises: NoteError, without quoting it, if it is not one.
    """
    line, *before = text.split() or [""]
    name, _, rest = line.removeprefix(_PRIVATE).partition("+")
    known, _, key = rest.partition("+")
    try:
        raw = base64.b64decode(key, validate=True)
    except ValueError:
        raw = b""
    if not line.startswith(_PRIVATE) or raw[:1] != ED25519 or len(raw) != 1 + KEY_BYTES:
        raise NoteError("the ledger's key is not a line of the form PRIVATE+KEY+name+id+key")
    private = Ed25519PrivateKey.from_private_bytes(raw[1:])
    public = PublicKey(name, private.public_key().public_bytes_raw())
    if public.id.hex() != known:
        raise NoteError("the ledger's key does not fit its own name and id: it was changed, or cut off")
    return Signer(public, private.sign, tuple(read_key(each) for each in before))


def ledger_signer() -> Signer:
    """What signs for this deployment's ledger.

    Raises: NoteError.
    """
    return signer(settings.SHAREWELL_LEDGER_KEY)


def new_key(name: str) -> str:
    """The line of a private key made now.

    Raises: NoteError for a name that a key cannot have.
    """
    private = Ed25519PrivateKey.generate()
    public = PublicKey(name, private.public_key().public_bytes_raw())
    raw = base64.b64encode(ED25519 + private.private_bytes_raw()).decode()
    return f"{_PRIVATE}{name}+{public.id.hex()}+{raw}"


def holds(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether a signature is one of the message, by that public key."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True
