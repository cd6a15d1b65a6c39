"""The one way into the ledger: an entry in the transaction of the act it records, under the lock of the head row."""

from __future__ import annotations

import secrets

from django.db import models

from sharewell.casework.acting import Acting
from sharewell.ledger.canonical import canonical
from sharewell.ledger.commitment import SALT_BYTES, commit
from sharewell.ledger.entry import Act
from sharewell.ledger.head import Head
from sharewell.ledger.tree import HASH_BYTES
from sharewell.register.content import content_of
from sharewell.register.ledger_row import LedgerEntry, LedgerHead, Opening


def append(who: Acting, kind: str, row: models.Model) -> LedgerEntry:
    """Append the entry of one act on one row, and what opens it. Must be inside the transaction of the act.

    The moment is the act's, or the last entry's if that is later: moments in a ledger never go back.
    """
    at_head = LedgerHead.objects.select_for_update().get(pk=1)
    head = _head(at_head)
    content = content_of(row)
    salt = secrets.token_bytes(SALT_BYTES)
    entry = head.append(
        Act(
            kind=kind,
            at=head.not_before(who.at),
            actor=str(who.practitioner.pk),
            organisation=str(who.organisation.pk),
            subject=str(row.pk),
            commitment=commit(content, salt),
        )
    )
    kept = LedgerEntry.objects.create(
        sequence=entry.sequence,
        kind=kind,
        at=entry.at,
        actor=entry.actor,
        organisation=entry.organisation,
        subject=entry.subject,
        commitment=entry.commitment.hex(),
        previous=entry.previous,
    )
    living = not getattr(row, "KEPT", False)
    Opening.objects.create(
        entry=kept,
        agency=who.organisation,
        table=row._meta.db_table,
        row=str(row.pk),
        salt=salt,
        content=canonical(content).decode() if living else "",
    )
    LedgerHead.objects.filter(pk=1).update(
        size=head.size, nodes=b"".join(head.nodes), previous=head.previous, latest=head.latest
    )
    return kept


def _head(row: LedgerHead) -> Head:
    """The head as the ledger knows it, from the row that keeps it."""
    nodes = bytes(row.nodes)
    split = [nodes[at : at + HASH_BYTES] for at in range(0, len(nodes), HASH_BYTES)]
    return Head(row.size, split, previous=bytes(row.previous), latest=row.latest)
