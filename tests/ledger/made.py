"""Ledgers made for tests: a key that is no secret, acts of nobody, and what a tamperer would do to an export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sharewell.ledger.commitment import commit
from sharewell.ledger.entry import Act, Entry
from sharewell.ledger.export import Header, Opening, Row, SignedCheckpoint, write_export, write_rows
from sharewell.ledger.fault import Code, Fault
from sharewell.ledger.head import Head
from sharewell.ledger.key import PublicKey
from sharewell.ledger.reading import read_checkpoints, read_entries, read_rows
from sharewell.ledger.signed import Trust
from sharewell.ledger.verify import Report, verify_export

ORIGIN = "ledger.example.org/toys"
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = PublicKey(ORIGIN, PRIVATE.public_key().public_bytes_raw())
OTHER_PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
OTHER_KEY = PublicKey(ORIGIN, OTHER_PRIVATE.public_key().public_bytes_raw())
START = datetime(2026, 11, 25, 9, tzinfo=UTC)
KINDS = ("decision-made", "record-viewed", "search-made", "consent-recorded")


def check(key: bytes, signature: bytes, message: bytes) -> bool:
    """Ed25519 by the library that the doors use."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


TRUST = Trust((KEY,), check, ORIGIN)


def salt(number: int) -> bytes:
    """A salt that a test can tell; a real one is random."""
    return number.to_bytes(32, "big")


def content(number: int) -> dict[str, object]:
    """What the register's row says."""
    return {"bicycle": number, "lent": True}


def act(number: int, **other: object) -> Act:
    """The act of that number."""
    told: dict[str, object] = {
        "kind": KINDS[number % len(KINDS)],
        "at": START + timedelta(minutes=number),
        "actor": f"practitioner/{number % 3}",
        "organisation": "organisation/1",
        "subject": f"row/{number}",
        "commitment": commit(content(number), salt(number)),
    }
    return Act(**{**told, **other})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Made:
    """A ledger as it was recorded, and its checkpoints."""

    entries: tuple[Entry, ...]
    checkpoints: tuple[SignedCheckpoint, ...]

    @property
    def lines(self) -> list[bytes]:
        """Its export."""
        return list(write_export(Header(ORIGIN, (KEY,)), self.entries, self.checkpoints))

    @property
    def rows(self) -> list[bytes]:
        """The register's rows beside it: every second one opened."""
        return list(
            write_rows(
                Opening(each.sequence, each.subject, content(each.sequence), salt(each.sequence))
                if each.sequence % 2
                else Row(each.sequence, each.subject, each.commitment)
                for each in self.entries
                if each.kind != "erased"
            )
        )

    def exported(self, entries: Iterable[Entry | bytes]) -> list[bytes]:
        """The export that has other entries, and the checkpoints as they were signed."""
        return list(write_export(Header(ORIGIN, (KEY,)), entries, self.checkpoints))


def signed(head: Head, private: Ed25519PrivateKey = PRIVATE, origin: str = ORIGIN) -> SignedCheckpoint:
    """A checkpoint of where a ledger stands."""
    key = PublicKey(origin, private.public_key().public_bytes_raw())
    return SignedCheckpoint.of(head, origin, (key, private.sign))


def recorded(acts: Sequence[Act], sizes: Iterable[int]) -> Made:
    """A ledger of these acts, with checkpoints at these sizes."""
    head = Head()
    due = set(sizes)
    entries, checkpoints = [], [signed(head)] if 0 in due else []
    for each in acts:
        entries.append(head.append(each))
        if head.size in due:
            checkpoints.append(signed(head))
    return Made(tuple(entries), tuple(checkpoints))


@lru_cache(maxsize=64)
def made(size: int, *sizes: int) -> Made:
    """A ledger of the first acts."""
    return recorded([act(number) for number in range(size)], sizes)


def verified(lines: Iterable[bytes], rows: Iterable[bytes] | None = None, trust: Trust = TRUST) -> Report:
    """What verification says of some lines."""
    lines = list(lines)
    return verify_export(
        read_entries(lines, "ledger.jsonl"),
        read_checkpoints(lines, "ledger.jsonl"),
        trust,
        rows=None if rows is None else read_rows(rows, "rows.jsonl"),
        file="ledger.jsonl",
        rows_file="rows.jsonl",
    )


def told(report: Report) -> list[tuple[Code, int | None]]:
    """Which kinds of fault, about which entries."""
    return [(fault.code, fault.sequence) for fault in report.faults]


def named(report: Report, sequence: int) -> list[Fault]:
    """The faults about one entry."""
    return [fault for fault in report.faults if fault.sequence == sequence]
