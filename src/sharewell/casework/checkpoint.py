"""Signing the ledger: a checkpoint says how many entries there are and what they come to.

One is made with the first entry of each hour and after every so many entries, in the transaction of the entry; and
whenever it is asked for. What was signed cannot be altered without the key, and what was handed to somebody else cannot
be altered even with it.
"""

from __future__ import annotations

from datetime import datetime

from sharewell.casework.signing import ledger_signer
from sharewell.ledger.export import SignedCheckpoint
from sharewell.ledger.head import Head
from sharewell.ledger.tree import HASH_BYTES
from sharewell.register.ledger_row import Checkpoint, LedgerHead

#: After how many entries a checkpoint is made even within an hour.
EVERY = 1000


def checkpoint(at: datetime) -> Checkpoint | None:
    """Sign where the ledger stands; None if that has been signed already. To be called inside a transaction.

    Raises: NoteError if there is no usable key.
    """
    head = head_of(LedgerHead.objects.select_for_update().get(pk=1))
    latest = Checkpoint.objects.order_by("-size").first()
    key = ledger_signer().key.text
    if latest is not None and latest.size == head.size and latest.key == key:
        return None
    return sign(head, at)


def sign(head: Head, at: datetime) -> Checkpoint:
    """Sign where a ledger stands, and keep it. Whoever calls holds the lock on the head.

    Raises: NoteError.
    """
    with_key = ledger_signer()
    made = SignedCheckpoint.of(head, with_key.key.name, (with_key.key, with_key.sign))
    return Checkpoint.objects.create(
        size=head.size, note=made.note, nodes=b"".join(made.nodes), last=made.last, key=with_key.key.text, at=at
    )


def is_due(size: int, before: datetime | None, latest: datetime) -> bool:
    """Whether the entry that made the ledger this long calls for a checkpoint. `before`: the moment of the last one."""
    same_hour = before is not None and before.replace(minute=0, second=0, microsecond=0) == latest.replace(
        minute=0, second=0, microsecond=0
    )
    return size % EVERY == 0 or not same_hour


def head_of(row: LedgerHead) -> Head:
    """The head as the ledger knows it, from the row that keeps it."""
    return Head(row.size, hashes(row.nodes), previous=bytes(row.previous), latest=row.latest)


def hashes(joined: bytes | memoryview[int]) -> tuple[bytes, ...]:
    """Hashes that were put one behind the other."""
    raw = bytes(joined)
    return tuple(raw[at : at + HASH_BYTES] for at in range(0, len(raw), HASH_BYTES))
