"""Writing the ledger out in its published form: docs/reference/ledger.md. Whoever runs the database may do it.

Nothing is kept in memory, and what is written is of one moment: what is recorded meanwhile is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection, transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from sharewell.casework.checkpoint import hashes
from sharewell.casework.ledger_rows import rows_of_the_register
from sharewell.casework.signing import ledger_signer
from sharewell.ledger.entry import Entry
from sharewell.ledger.error import LedgerError
from sharewell.ledger.export import Header, SignedCheckpoint, write_export, write_rows
from sharewell.register.ledger_row import Checkpoint, LedgerEntry

_CHUNK = 5000
#: The moment as text: what somebody wrote into the table need not be one.
_COLUMNS = ("sequence", "kind", "text", "actor", "organisation", "subject", "commitment", "previous")


class OutOfSight(Exception):  # noqa: N818  it says what is wrong with the connection
    """The database hides rows from this connection: it signs in as the pages do, and not as the owner."""


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read inside is of the same moment, and nobody who writes has to wait.

    Raises: OutOfSight.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT row_security_active('register_opening')")
            if cursor.fetchone() == (True,):
                raise OutOfSight
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:  # a transaction that only reads takes no lock here; Django's own would
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def ledger_lines() -> Iterator[bytes]:
    """The lines of `ledger.jsonl`. To be called inside `one_moment`.

    Raises: NoteError if the ledger has no usable key.
    """
    signer = ledger_signer()
    return write_export(Header(signer.key.name, signer.keys), entries_from(0), signed_checkpoints())


def row_lines(*, opened: bool = False) -> Iterator[bytes]:
    """The lines of `rows.jsonl`. With `opened`, personal data is in them. To be called inside `one_moment`."""
    return write_rows(rows_of_the_register(opened=opened))


def entries_from(first: int) -> Iterator[Entry | bytes]:
    """The entries from a sequence on, in their order; one that is none any more, as a line that says which it was."""
    told = (
        LedgerEntry.objects.filter(sequence__gte=first)
        .annotate(text=Cast("at", TextField()))
        .order_by("sequence")
        .values_list(*_COLUMNS)
    )
    for sequence, kind, text, actor, organisation, subject, commitment, previous in told.iterator(chunk_size=_CHUNK):
        try:
            yield Entry(
                sequence=sequence,
                kind=kind,
                at=_moment(text),
                actor=actor,
                organisation=organisation,
                subject=subject,
                commitment=bytes.fromhex(commitment),
                previous=bytes(previous),
            )
        except (LedgerError, ValueError):  # somebody wrote what no entry can be; the line says which one it was
            yield json.dumps({"sequence": sequence, "at": text, "commitment": commitment, "kind": kind}).encode("ascii")


def _moment(text: str) -> datetime:
    """A moment as either database writes it: in UTC, whether it says so or not."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def signed_checkpoints() -> Iterator[SignedCheckpoint]:
    """Every checkpoint, in the order of its size."""
    for each in Checkpoint.objects.order_by("size", "at").iterator(chunk_size=_CHUNK):
        yield SignedCheckpoint(each.note, hashes(each.nodes), bytes(each.last))
