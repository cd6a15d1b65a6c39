"""Exports, read line by line: what is in the form is given on, what is not becomes a fault that says where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sharewell.ledger.commitment import commit
from sharewell.ledger.entry import IDENTIFIER
from sharewell.ledger.error import EntryError, LedgerError, NoteError
from sharewell.ledger.export import FORM, Header, SignedCheckpoint
from sharewell.ledger.fault import Code, Fault
from sharewell.ledger.form import Line, read_line, sequence_in
from sharewell.ledger.key import is_name, read_key

_CHECKPOINT = b'{"checkpoint":'
_HEADER = b'{"keys":'
_SUBJECT = re.compile(f"(?:{IDENTIFIER})?")


@dataclass(frozen=True, slots=True)
class CheckpointLine:
    """A checkpoint, and where it stands: the number of its line, and the file if it is not that of the entries."""

    number: int
    checkpoint: SignedCheckpoint
    file: str = ""


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row: the number of its line, the entry that it says recorded it, its identifier and what it comes to now."""

    number: int
    sequence: int | None
    subject: str
    commitment: str


def read_header(data: bytes) -> Header:
    """The first line of an export.

    Raises: NoteError.
    """
    match _json(data):
        case {"keys": [*keys], "ledger": form, "origin": str(origin)} if form == FORM and is_name(origin):
            if all(isinstance(key, str) for key in keys):
                return Header(origin, tuple(read_key(key) for key in keys))
    raise NoteError(f"it is not the first line of a ledger in form {FORM}: origin and keys")


def read_entries(lines: Iterable[bytes], file: str = "") -> Iterator[Line | Fault]:
    """The entries of an export, and a fault for each line that is none of what an export has."""
    for number, data in enumerate(lines, start=1):
        if data.startswith(_CHECKPOINT) or (number == 1 and data.startswith(_HEADER)):
            continue
        bare = data.removesuffix(b"\n")
        try:
            yield read_line(bare, number)
        except EntryError as error:
            place = sequence_in(bare)
            yield Fault(Code.UNREADABLE, error.what, file, number, place)
            if place is not None:
                yield Line(number, place, "", "", "", "", "", "", "", b"", whole=False)


def read_checkpoints(lines: Iterable[bytes], file: str = "") -> Iterator[CheckpointLine | Fault]:
    """The checkpoints of an export. Their signatures are not checked by this."""
    for number, data in enumerate(lines, start=1):
        if not data.startswith(_CHECKPOINT):
            continue
        match _json(data):
            case {"checkpoint": str(note), "frontier": [*nodes], "last": last}:
                frontier, leaf = _hashes(nodes), _hashes([last])
                yield CheckpointLine(number, SignedCheckpoint(note, frontier, leaf[0] if leaf else b""))
            case _:
                yield Fault(Code.BAD_CHECKPOINT, "it is not a checkpoint with `frontier` and `last`", file, number)


def read_rows(lines: Iterable[bytes], file: str = "") -> Iterator[RowLine | Fault]:
    """The rows beside an export; an opening is worked out to what it comes to."""
    for number, data in enumerate(lines, start=1):
        row = _json(data)
        match row if _is_named(row) else None:
            case {"sequence": place, "subject": subject, "commitment": str(commitment)}:
                yield RowLine(number, place, subject, commitment)
            case {"sequence": place, "subject": subject, "content": content, "salt": str(salt)}:
                try:
                    commitment = commit(content, bytes.fromhex(salt)).hex()
                except LedgerError as error:
                    yield Fault(Code.UNREADABLE, error.what, file, number, place)
                except ValueError:
                    yield Fault(Code.UNREADABLE, "`salt` is not in hexadecimal figures", file, number, place)
                else:
                    yield RowLine(number, place, subject, commitment)
            case _:
                what = "it is not a row: sequence and subject, with commitment or with content and salt"
                yield Fault(Code.UNREADABLE, what, file, number)


def _is_named(row: object) -> bool:
    """Whether a row says which entry and which subject it is about, in the form."""
    match row:
        case {"sequence": int() | None as place, "subject": str(subject)}:
            return not isinstance(place, bool) and bool(_SUBJECT.fullmatch(subject))
        case _:
            return False


def _json(data: bytes) -> object:
    try:
        found: object = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return found


def _hashes(nodes: list[object]) -> tuple[bytes, ...]:
    """Hashes; none if one of them is not in hexadecimal figures, for then they are of no use."""
    try:
        return tuple(bytes.fromhex(node) if isinstance(node, str) else b"" for node in nodes)
    except ValueError:
        return ()
