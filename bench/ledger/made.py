"""A ledger of made-up acts, always the same, and its export in a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sharewell.ledger.entry import Act
from sharewell.ledger.export import Header, Row, SignedCheckpoint, write_rows
from sharewell.ledger.head import Head
from sharewell.ledger.key import PublicKey
from sharewell.ledger.signed import Trust

ORIGIN = "bench.example.org/ledger"
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = PublicKey(ORIGIN, PRIVATE.public_key().public_bytes_raw())
START = datetime(2026, 1, 1, tzinfo=UTC)
#: How often a checkpoint is signed.
EVERY = 1000


def check(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether a signature holds."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


TRUST = Trust((KEY,), check, ORIGIN)


def act(number: int) -> Act:
    """The act of that number."""
    return Act(
        kind="record-viewed",
        at=START + timedelta(seconds=number),
        actor=f"practitioner/{number % 997}",
        organisation=f"organisation/{number % 31}",
        subject=f"row/{number:012d}",
        commitment=number.to_bytes(32, "big"),
    )


class Written:
    """An export in a folder: `ledger.jsonl` and `rows.jsonl`."""

    def __init__(self, folder: Path, size: int) -> None:
        self.ledger, self.rows, self.size = folder / "ledger.jsonl", folder / "rows.jsonl", size
        head = Head()
        with self.rows.open("wb") as rows, self.ledger.open("wb") as file:
            file.write(Header(ORIGIN, (KEY,)).line + b"\n")
            for number in range(size):
                entry = head.append(act(number))
                file.write(entry.line + b"\n")
                rows.writelines(write_rows([Row(entry.sequence, entry.subject, entry.commitment)]))
                if head.size % EVERY == 0 or head.size == size:
                    file.write(SignedCheckpoint.of(head, ORIGIN, (KEY, PRIVATE.sign)).line + b"\n")

    def lines(self) -> Iterator[bytes]:
        """Its lines."""
        with self.ledger.open("rb") as file:
            yield from file

    def row_lines(self) -> Iterator[bytes]:
        """The lines of its rows."""
        with self.rows.open("rb") as file:
            yield from file
