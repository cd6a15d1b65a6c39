"""The one way into the ledger: an entry in the transaction of the act it records, under the lock of the head row."""

from __future__ import annotations

import secrets

from django.db import models

from sharewell.casework.acting import Acting
from sharewell.casework.checkpoint import head_of, is_due, sign
from sharewell.ledger.canonical import canonical
from sharewell.ledger.commitment import SALT_BYTES, commit
from sharewell.ledger.entry import Act
from sharewell.register.content import content_of
from sharewell.register.ledger_row import LedgerEntry, LedgerHead, Opening


def append(who: Acting, kind: str, row: models.Model, *, subject: str = "") -> LedgerEntry:
    """Append the entry of one act on one row, and what opens it. Must be inside the transaction of the act.

    The moment is the act's, or the last entry's if that is later: moments in a ledger never go back. The subject is the
    row, unless the act is about another.
    """
    at_head = LedgerHead.objects.select_for_update().get(pk=1)
    head = head_of(at_head)
    content = content_of(row)
    salt = secrets.token_bytes(SALT_BYTES)
    entry = head.append(
        Act(
            kind=kind,
            at=head.not_before(who.at),
            actor=str(who.practitioner.pk),
            organisation=str(who.organisation.pk),
            subject=subject or str(row.pk),
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
    if is_due(head.size, at_head.latest, entry.at):
        sign(head, entry.at)
    return kept
