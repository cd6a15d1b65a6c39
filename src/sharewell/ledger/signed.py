"""Checkpoints that were opened: signature, origin and order looked at before any root is believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sharewell.ledger.checkpoint import open_checkpoint
from sharewell.ledger.error import NoteError, SignatureError, TreeError
from sharewell.ledger.fault import Code, Fault, Faults
from sharewell.ledger.key import Check, PublicKey
from sharewell.ledger.reading import CheckpointLine
from sharewell.ledger.tree import EMPTY, Frontier


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint whose signature holds, where it stands, and what came with it."""

    size: int
    root: bytes
    nodes: tuple[bytes, ...] = ()
    last: bytes = b""
    file: str = ""
    line: int = 0

    @property
    def frontier(self) -> Frontier | None:
        """The tree to go on from, if what came with the checkpoint has the root that was signed."""
        try:
            frontier = Frontier(self.size, self.nodes)
        except TreeError:
            return None
        return frontier if frontier.root() == self.root else None


@dataclass(frozen=True, slots=True)
class Trust:
    """What a checkpoint is held against: the keys, what checks a signature, and the origin if it is known."""

    keys: Sequence[PublicKey]
    check: Check
    origin: str = ""


def opened(lines: Iterable[CheckpointLine | Fault], trust: Trust, faults: Faults, file: str = "") -> Iterator[Signed]:
    """The checkpoints that can be relied on, in their order; the others become faults."""
    origin = trust.origin
    largest = 0
    for each in lines:
        if isinstance(each, Fault):
            faults.add(each)
            continue
        place = each.file or file
        try:
            checkpoint = open_checkpoint(each.checkpoint.note, trust.keys, trust.check)
        except SignatureError as error:
            faults.add(Fault(Code.BAD_SIGNATURE, error.what, place, each.number))
            continue
        except NoteError as error:
            faults.add(Fault(Code.BAD_CHECKPOINT, error.what, place, each.number))
            continue
        origin = origin or checkpoint.origin
        if checkpoint.origin != origin:
            faults.add(Fault(Code.OTHER_LEDGER, "the checkpoint is of a ledger of another origin", place, each.number))
        elif not checkpoint.size and checkpoint.root != EMPTY:
            faults.add(Fault(Code.BAD_CHECKPOINT, "it is not the root of no entries", place, each.number))
        elif checkpoint.size < largest:
            what = "the checkpoint stands after one of more entries, where it cannot be checked"
            faults.add(Fault(Code.BAD_CHECKPOINT, what, place, each.number))
        else:
            largest = checkpoint.size
            beside = each.checkpoint
            yield Signed(checkpoint.size, checkpoint.root, beside.nodes, beside.last, place, each.number)
