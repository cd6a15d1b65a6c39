"""Verifying the ledger where it lives: the check of an export, and besides that nothing stands behind its head."""

from __future__ import annotations

from dataclasses import replace

from sharewell.casework.export_ledger import ledger_lines, one_moment, row_lines, signed_checkpoints
from sharewell.casework.signing import holds, ledger_signer
from sharewell.ledger.fault import Code, Fault
from sharewell.ledger.reading import read_checkpoints, read_entries, read_rows
from sharewell.ledger.signed import Trust
from sharewell.ledger.verify import Report, verify_export
from sharewell.register.ledger_row import LedgerEntry, LedgerHead

LEDGER, ROWS = "ledger", "register"


def verify_ledger(*, most: int = 1000) -> Report:
    """Everything that is wrong with the ledger and with the rows that it recorded, at most `most` of a kind in full.

    Raises: OutOfSight where the connection does not see every agency's rows; NoteError without a usable key.
    """
    with one_moment():
        signer = ledger_signer()
        report = verify_export(
            read_entries(ledger_lines(), LEDGER),
            read_checkpoints((each.line for each in signed_checkpoints()), LEDGER),
            Trust(signer.keys, holds, signer.key.name),
            rows=read_rows(row_lines(), ROWS),
            most=most,
            file=LEDGER,
            rows_file=ROWS,
        )
        more = _beyond_the_head()
    return replace(report, faults=(*report.faults, *more)) if more else report


def _beyond_the_head() -> list[Fault]:
    """Entries that were added without moving the head, or a head that says more than there is."""
    head = LedgerHead.objects.filter(pk=1).first()
    if head is None:
        return [Fault(Code.MISSING, "the head of the ledger is missing", LEDGER)]
    what = "it stands behind the head of the ledger: nothing that appends put it there"
    named = LedgerEntry.objects.order_by("sequence").values_list("sequence", "kind", "subject")
    found = [
        Fault(Code.INSERTED, what, LEDGER, sequence=sequence, kind=kind, subject=subject)
        for sequence, kind, subject in named.filter(sequence__gte=head.size)[:1000]
    ]
    latest = named.values_list("sequence", flat=True).last()
    there = 0 if latest is None else latest + 1
    if there < head.size:
        what = f"the head says {head.size} entries, and the last ones are not there"
        found.append(Fault(Code.TRUNCATED, what, LEDGER, sequence=there))
    return found
