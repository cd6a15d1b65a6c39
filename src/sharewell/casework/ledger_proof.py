"""The proof that a row is as it was when it was written: its entry in the ledger, opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sharewell.ledger.commitment import commit
from sharewell.register.content import content_of
from sharewell.register.ledger_row import Opening
from sharewell.register.row import Kept


@dataclass(frozen=True, slots=True)
class Proof:
    """Which entry, when, its commitment, and whether the row still opens it."""

    sequence: int
    at: datetime
    commitment: str
    opens: bool


def proof_of(row: Kept) -> Proof | None:
    """The proof of a kept row; None if the ledger has no entry of it, which the pages then say."""
    opening = (
        Opening.objects.select_related("entry")
        .filter(table=row._meta.db_table, row=str(row.pk), agency=row.agency_id)
        .order_by("entry")
        .first()
    )
    if opening is None:
        return None
    made = commit(content_of(row), bytes(opening.salt)).hex()
    return Proof(opening.entry_id, opening.entry.at, opening.entry.commitment, made == opening.entry.commitment)
