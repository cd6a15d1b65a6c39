"""Proofs to hand out: one entry, the way from it to the root, and the signed checkpoint that has that root."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sharewell.ledger.canonical import canonical
from sharewell.ledger.checkpoint import Checkpoint, open_checkpoint, read_checkpoint
from sharewell.ledger.error import EntryError, LedgerError, NoteError, ProofError, TreeError
from sharewell.ledger.fault import Fault
from sharewell.ledger.form import Line, read_line
from sharewell.ledger.note import read_note
from sharewell.ledger.proof import inclusion_ranges, proves_inclusion
from sharewell.ledger.signed import Trust
from sharewell.ledger.tree import HASH_BYTES, Frontier

#: Which published form a proof is in.
FORM = 1


@dataclass(frozen=True, slots=True)
class Inclusion:
    """That an entry is in a ledger. `line` is the entry's line, `note` the signed checkpoint."""

    line: bytes
    path: tuple[bytes, ...]
    note: str

    @property
    def says(self) -> str:
        """What it comes to, for people."""
        entry, checkpoint = read_line(self.line), read_checkpoint(read_note(self.note).text)
        about = f", about {entry.subject}" if entry.subject else ""
        return (
            f"Entry {entry.sequence} of the ledger {checkpoint.origin} says: {entry.kind}{about}, "
            f"recorded {entry.at} by {entry.actor} of {entry.organisation}. It is among the first {checkpoint.size} "
            "entries, as they were signed. This does not prove that what was recorded was true."
        )

    @property
    def text(self) -> bytes:
        """As a file: JSON whose entry is the exact line, so that it can be hashed as it stands."""
        told = {
            "checkpoint": self.note,
            "entry": self.line.decode("ascii"),
            "inclusion": FORM,
            "path": [each.hex() for each in self.path],
            "says": self.says,
        }
        return json.dumps(json.loads(canonical(told)), ensure_ascii=False, indent=1).encode() + b"\n"


def prove(entries: Iterable[Line | Fault], sequence: int, note: str) -> Inclusion:
    """The proof of one entry against a signed checkpoint, in one walk along the entries; check it afterwards.

    Raises: NoteError for the checkpoint; TreeError if it is not about that entry, if the entries end before it, or at
    the first line that is not an entry.
    """
    size = read_checkpoint(read_note(note).text).size
    ranges = inclusion_ranges(sequence, size)
    frontiers = {start: Frontier() for start, _ in ranges}
    frontier = Frontier()
    proved = b""
    place = -1
    for place, line in enumerate(islice(entries, size)):
        if isinstance(line, Fault):
            raise TreeError(f"{line.where}: {line.what}")
        if place in frontiers:
            frontier = frontiers[place]
        if place == sequence:
            proved = line.entry.line
        else:
            frontier.append(line.leaf)
    if place + 1 < size:
        raise TreeError(f"the entries end after {place + 1}, before the {size} that were signed for")
    return Inclusion(proved, tuple(frontiers[start].root() for start, _ in ranges), note)


def read_inclusion(text: bytes) -> Inclusion:
    """A proof from its file. Nothing is checked by this but its form.

    Raises: ProofError.
    """
    try:
        match json.loads(text.decode("utf-8")):
            case {"checkpoint": str(note), "entry": str(entry), "inclusion": 1, "path": [*path]}:
                hashes = tuple(bytes.fromhex(each) for each in path if isinstance(each, str))
                if len(hashes) != len(path) or any(len(each) != HASH_BYTES for each in hashes):
                    raise ProofError("`path` is a list of hashes of 64 hexadecimal figures")
                return Inclusion(entry.encode(), hashes, note)
    except (ValueError, RecursionError) as error:
        if isinstance(error, LedgerError):
            raise
        raise ProofError("it is not JSON in UTF-8, or a hash in it is not in hexadecimal figures") from None
    raise ProofError("it is not a proof: checkpoint, entry, inclusion and path")


def check_inclusion(proof: Inclusion, trust: Trust) -> Checkpoint:
    """The checkpoint that the entry is proved against, if it is proved.

    Raises: SignatureError if none of the keys signed the checkpoint; ProofError for all else that is wrong.
    """
    try:
        line = read_line(proof.line)
        checkpoint = open_checkpoint(proof.note, trust.keys, trust.check)
    except (EntryError, NoteError) as error:
        raise ProofError(error.what) from None
    if trust.origin and checkpoint.origin != trust.origin:
        raise ProofError("the checkpoint is of a ledger of another origin")
    if not proves_inclusion(line.leaf, line.sequence, checkpoint.size, proof.path, checkpoint.root):
        raise ProofError("the way from the entry does not lead to the root that was signed")
    return checkpoint
