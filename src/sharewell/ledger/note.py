"""Signed notes: text, a blank line, and a line for each signature. Source: c2sp.org/signed-note."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from sharewell.ledger.error import NoteError
from sharewell.ledger.key import ID_BYTES, is_name, unbase64

#: How many signatures are read; more are refused, so that a note cannot be made to cost much.
MOST_SIGNATURES = 100
_DASH = "\N{EM DASH} "


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: whose it says it is, the id of the key, and its bytes (64 for Ed25519)."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """As it stands in the note."""
        return f"{_DASH}{self.name} {base64.b64encode(self.key_id + self.value).decode()}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """Text that ends with a line feed, and its signatures, checked or not.

    Raises: NoteError for text that cannot be signed in this form.
    """

    text: str
    signatures: tuple[Signature, ...]

    def __post_init__(self) -> None:
        if not self.text.endswith("\n") or any(letter < " " and letter != "\n" for letter in self.text):
            raise NoteError("a note is lines of text, each ended by a line feed, without control characters")
        if not self.signatures:
            raise NoteError("the note has no signature")

    @property
    def whole(self) -> str:
        """The note as it is handed on."""
        return self.text + "\n" + "".join(each.line for each in self.signatures)


def read_note(whole: str) -> Note:
    """A note from its text. No signature is checked by this.

    Raises: NoteError.
    """
    text, blank, below = whole.rpartition("\n\n")
    if not blank or not below.endswith("\n"):
        raise NoteError("a signed note is text, a blank line, and signature lines that each end with a line feed")
    lines = below[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteError(f"the note has more than {MOST_SIGNATURES} signatures")
    return Note(text + "\n", tuple(_signature(line) for line in lines))


def _signature(line: str) -> Signature:
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not is_name(name):
        raise NoteError("a signature line is a dash (U+2014), a space, the name of the key, a space and base 64")
    raw = unbase64(encoded)
    if len(raw) <= ID_BYTES:
        raise NoteError("a signature is too short")
    return Signature(name, raw[:ID_BYTES], raw[ID_BYTES:])
