"""The ledger, looked over: its head against the last entries, its key, the signatures of its checkpoints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection

from sharewell.casework.deployment.finding import Finding, look, mend, well
from sharewell.casework.export_ledger import OutOfSight, entries_from
from sharewell.casework.signing import Signer, holds, ledger_signer
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.ledger.checkpoint import open_checkpoint
from sharewell.ledger.entry import Entry
from sharewell.ledger.error import LedgerError
from sharewell.ledger.head import TOLERANCE
from sharewell.register.ledger_row import Checkpoint, LedgerHead

#: How many of the last entries and checkpoints are looked at, unless all are asked for.
LAST, SIGNED = 2000, 50
_COMPARE = "stop the service, keep the database as it is, and run `sharewell ledger export` and `verify`"


def check_ledger(at: datetime, *, whole: bool = False) -> Iterator[Finding]:
    """Everything about the ledger; `whole` verifies all of it and every row that it recorded."""
    head = LedgerHead.objects.filter(pk=1).first()
    if head is None:
        yield mend("The ledger has no head: nothing can be recorded.", "restore a backup, or migrate a new database")
        return
    if head.latest is not None and head.latest > at + TOLERANCE:
        yield mend("The ledger's last entry lies in the future.", "put this machine's clock right")
    try:
        signer = ledger_signer()
    except LedgerError as error:
        yield mend(f"The ledger cannot be signed: {error.what}.", "put the ledger's key back, from a backup")
        return
    yield from _signatures(head, signer, at)
    if connection.vendor == "postgresql" and _hidden():
        yield look(
            "Entries of agencies are hidden from this sign-in.", "run this as the owner, to check the ledger too"
        )
        return
    yield from _whole() if whole else _last(head)


def _signatures(head: LedgerHead, signer: Signer, at: datetime) -> Iterator[Finding]:
    latest = list(Checkpoint.objects.order_by("-size", "-at")[:SIGNED])
    for each in latest:
        try:
            open_checkpoint(each.note, signer.keys, holds)
        except LedgerError as error:
            yield mend(f"The checkpoint at {each.size} entries does not hold: {error.what}.", _COMPARE)
            return
    if head.size and (not latest or head.size - latest[0].size > 2 * SIGNED * 20):
        yield mend(
            "Much of the ledger is not signed.", "run `sharewell ledger checkpoint`, and see that the key is there"
        )
    elif latest and at - latest[0].at > timedelta(days=7) and head.size > latest[0].size:
        yield look("The ledger was last signed more than a week ago.", "run `sharewell ledger checkpoint`")
    else:
        yield well(f"The ledger signs as {signer.key.name}; the last {len(latest)} checkpoints hold.")


def _last(head: LedgerHead) -> Iterator[Finding]:
    """The chain of the last entries, up to the head."""
    first = max(0, head.size - LAST)
    leaf, count = b"", 0
    for count, entry in enumerate(entries_from(first), start=1):
        if not isinstance(entry, Entry) or entry.sequence != first + count - 1 or (leaf and entry.previous != leaf):
            yield mend(f"Entry {first + count - 1} of the ledger is not as it was recorded.", _COMPARE)
            return
        leaf = entry.leaf
    if first + count != head.size or leaf != bytes(head.previous):
        yield mend(f"The ledger's head says {head.size} entries, and the entries do not lead to it.", _COMPARE)
        return
    yield well(f"The last {count} of {head.size} entries of the ledger lead to its head.")


def _whole() -> Iterator[Finding]:
    try:
        report = verify_ledger(most=20)
    except OutOfSight:
        return
    for fault in report.faults[:20]:
        yield mend(str(fault), "")
    if report.clean:
        yield well(f"The whole ledger verifies: {report.size} entries, {report.rows} rows.")


def _hidden() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_security_active('register_opening')")
        return bool(cursor.fetchone()[0])
