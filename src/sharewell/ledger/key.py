"""Public keys as C2SP signed notes know them: a name, and the Ed25519 key; written `name+id+key`.

Source: c2sp.org/signed-note. The signature functions themselves are passed in, for the standard library has none.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from sharewell.ledger.error import NoteError

#: What signs: from the message, the 64 bytes of its Ed25519 signature. It holds the private key; this room never does.
Sign = Callable[[bytes], bytes]
#: What checks: whether, for a public key of 32 bytes, a signature of 64 bytes is one of the message.
Check = Callable[[bytes, bytes, bytes], bool]

KEY_BYTES = 32
ID_BYTES = 4
ED25519 = b"\x01"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Who signs, and with which key.

    name: for a ledger's own key, its origin; text without spaces and without a plus sign.
    key: the 32 bytes of an Ed25519 public key.

    Raises: NoteError.
    """

    name: str
    key: bytes

    def __post_init__(self) -> None:
        if not is_name(self.name):
            raise NoteError("the name of a key is text without spaces and without a plus sign")
        if len(self.key) != KEY_BYTES:
            raise NoteError("an Ed25519 public key has 32 bytes")

    @property
    def id(self) -> bytes:
        """Four bytes that tell keys of one name apart: a hint, no proof."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.key).digest()[:ID_BYTES]

    @property
    def text(self) -> str:
        """One line to hand to others."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(ED25519 + self.key).decode()}"


def read_key(text: str) -> PublicKey:
    """A key from its line.

    Raises: NoteError if it is not in the form, not Ed25519, or its id is not that of its name and key.
    """
    match text.strip().split("+", 2):
        case [name, id_text, key_text]:
            raw = unbase64(key_text)
        case _:
            raise NoteError("a public key is written name+id+key")
    if raw[:1] != ED25519:
        raise NoteError("the key is not an Ed25519 key")
    key = PublicKey(name, raw[1:])
    if key.id.hex() != id_text:
        raise NoteError("the id of the key is not that of its name and key: a part of the line was altered or lost")
    return key


def is_name(text: str) -> bool:
    """Whether a key can have this name."""
    return bool(text) and text.isprintable() and not any(letter.isspace() or letter == "+" for letter in text)


def unbase64(text: str) -> bytes:
    """The bytes of standard base 64 (RFC 4648 §4), which has one way to write them.

    Raises: NoteError.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NoteError("it is not base 64") from None
    if base64.b64encode(raw).decode() != text:
        raise NoteError("it is not base 64 in its one form")
    return raw
