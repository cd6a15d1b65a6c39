"""Checkpoints: so many entries, this root, signed. Sources: c2sp.org/tlog-checkpoint, c2sp.org/signed-note."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sharewell.ledger.error import NoteError, SignatureError
from sharewell.ledger.key import Check, PublicKey, Sign, is_name, unbase64
from sharewell.ledger.note import Note, Signature, read_note
from sharewell.ledger.tree import HASH_BYTES

_SIZE = re.compile(r"0|[1-9][0-9]{0,15}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of one ledger.

    origin: which ledger, such as `sharewell.example.gov.uk/ledger`; its key has the same name.
    size: how many entries. root: the root over them, 32 bytes. extensions: further lines, kept as they are.

    Raises: NoteError.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not is_name(self.origin):
            raise NoteError("an origin is text without spaces and without a plus sign")
        if self.size < 0 or len(self.root) != HASH_BYTES:
            raise NoteError("a checkpoint has a size from 0 and a root of 32 bytes")
        if not all(self.extensions):
            raise NoteError("a checkpoint has no empty line")

    @property
    def text(self) -> str:
        """What is signed."""
        lines = (self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def read_checkpoint(text: str) -> Checkpoint:
    """A checkpoint from the text of a note.

    Raises: NoteError.
    """
    match text.split("\n"):
        case [origin, size, root, *extensions, ""] if _SIZE.fullmatch(size):
            return Checkpoint(origin, int(size), unbase64(root), tuple(extensions))
        case _:
            raise NoteError("a checkpoint is an origin, a size without leading noughts, and a root, each on its line")


def sign_checkpoint(checkpoint: Checkpoint, *keys: tuple[PublicKey, Sign]) -> str:
    """The checkpoint as a signed note. With more than one key, such as while keys change, all of them sign.

    Raises: NoteError without a key.
    """
    message = checkpoint.text.encode()
    return Note(checkpoint.text, tuple(Signature(key.name, key.id, sign(message)) for key, sign in keys)).whole


def open_checkpoint(whole: str, keys: Iterable[PublicKey], check: Check) -> Checkpoint:
    """The checkpoint in a note that at least one of these keys has signed. Signatures of other keys are passed over.

    Raises: NoteError if it is not one; SignatureError if no key given has signed it, or a signature that bears the name
    and id of one of them is not a signature of this text - then nothing in the note is to be believed.
    """
    note = read_note(whole)
    checkpoint = read_checkpoint(note.text)
    known = {(key.name, key.id): key for key in keys}
    message = note.text.encode()
    signed = False
    for each in note.signatures:
        key = known.get((each.name, each.key_id))
        if key is None:
            continue
        if not check(key.key, each.value, message):
            raise SignatureError("the signature does not belong to this text: one of the two was altered")
        signed = True
    if not signed:
        raise SignatureError("none of the keys given has signed it")
    return checkpoint
