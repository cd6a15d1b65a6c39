"""The exported form: a header, entries one a line, checkpoints between; and the register's rows beside.

Every line is canonical JSON. An entry's line is exactly the leaf's data, so that any SHA-256 can check it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sharewell.ledger.canonical import canonical
from sharewell.ledger.checkpoint import read_checkpoint, sign_checkpoint
from sharewell.ledger.entry import Entry
from sharewell.ledger.error import LedgerError
from sharewell.ledger.head import Head
from sharewell.ledger.key import PublicKey, Sign
from sharewell.ledger.note import read_note

#: Which published form a file is in.
FORM = 1


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: which ledger, and the keys that sign for it - as the file itself says."""

    origin: str
    keys: tuple[PublicKey, ...]

    @property
    def line(self) -> bytes:
        """As it stands in the file."""
        return canonical({"keys": [key.text for key in self.keys], "ledger": FORM, "origin": self.origin})


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A signed note, and where the ledger stood then: the frontier of its tree, and the leaf hash of its last entry.

    These two are not signed and need not be: the root is, and they are believed only where they lead to it. With the
    frontier, verification goes on behind a damaged stretch; with the leaf hash, the last entry is vouched for too.
    """

    note: str
    nodes: tuple[bytes, ...] = ()
    last: bytes = b""

    @classmethod
    def of(cls, head: Head, origin: str, *keys: tuple[PublicKey, Sign]) -> SignedCheckpoint:
        """Where a ledger stands now, signed.

        Raises: NoteError without a key, or for an origin that cannot be one.
        """
        return cls(sign_checkpoint(head.checkpoint(origin), *keys), head.nodes, head.previous)

    @property
    def size(self) -> int:
        """How many entries it is about; 0 if it cannot be read."""
        try:
            return read_checkpoint(read_note(self.note).text).size
        except LedgerError:
            return 0

    @property
    def line(self) -> bytes:
        """As it stands in the file."""
        return canonical(
            {"checkpoint": self.note, "frontier": [node.hex() for node in self.nodes], "last": self.last.hex()}
        )


@dataclass(frozen=True, slots=True)
class Row:
    """What the register holds now for an entry.

    sequence: of the entry that recorded it; None if the row knows of none. subject: its identifier. commitment: what
    the row comes to now, 32 bytes.
    """

    sequence: int | None
    subject: str
    commitment: bytes

    @property
    def line(self) -> bytes:
        """As it stands in the file."""
        return canonical({"commitment": self.commitment.hex(), "sequence": self.sequence, "subject": self.subject})


@dataclass(frozen=True, slots=True)
class Opening:
    """A row with its content and salt, for a reader who is to work the commitment out alone. It holds personal data."""

    sequence: int | None
    subject: str
    content: object
    salt: bytes

    @property
    def line(self) -> bytes:
        """As it stands in the file."""
        told = {"content": self.content, "salt": self.salt.hex(), "sequence": self.sequence, "subject": self.subject}
        return canonical(told)


def write_export(
    header: Header, entries: Iterable[Entry | bytes], checkpoints: Iterable[SignedCheckpoint]
) -> Iterator[bytes]:
    """The lines of an export, each with its line feed; nothing is kept in memory.

    entries: in the order of their sequence; a row that is no entry any more is given as the bytes that stand for it,
    and verification will say so. checkpoints: in the order of their size.
    """
    yield header.line + b"\n"
    waiting = iter(checkpoints)
    checkpoint = next(waiting, None)
    for written, entry in enumerate(entries):
        while checkpoint is not None and checkpoint.size <= written:
            yield checkpoint.line + b"\n"
            checkpoint = next(waiting, None)
        yield (entry if isinstance(entry, bytes) else entry.line) + b"\n"
    while checkpoint is not None:
        yield checkpoint.line + b"\n"
        checkpoint = next(waiting, None)


def write_rows(rows: Iterable[Row | Opening]) -> Iterator[bytes]:
    """The lines of the rows' file: in the order of their sequence, those without one last."""
    return (row.line + b"\n" for row in rows)
