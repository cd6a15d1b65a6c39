"""What the verification of a ledger found, told to people and to machines."""

from __future__ import annotations

import click

from sharewell.cli.words import counted
from sharewell.ledger.verify import Report

_NOT_PROVED = "Not shown by this: that what was recorded was true, or that nothing went unrecorded."
OWN_KEY = "The key is the export's own, so this does not show who signed: give the key that you know with --key."


def tell(report: Report, origin: str, *, own_key: bool) -> None:
    """To people."""
    for fault in report.faults:
        click.echo(str(fault))
    if report.untold:
        click.echo(f"… and {report.untold} more of the same kinds.")
    sign = "✓" if report.clean else "✗"
    held = f"{counted(report.size, 'entry', 'entries')}, {counted(report.agreed, 'checkpoint')} agree"
    rows = f", {counted(report.rows, 'row')} looked at" if report.rows else ""
    click.echo(f"{sign} {origin}: {held}{rows}.")
    if report.unsigned:
        many = f"{counted(report.unsigned, 'entry comes', 'entries come')}"
        click.echo(f"  {many} after the last checkpoint that agrees; what was cut off there cannot be seen.")
    if own_key:
        click.echo(f"  {OWN_KEY}")
    click.echo(f"  {_NOT_PROVED}")


def data_of(report: Report, origin: str, *, own_key: bool) -> dict[str, object]:
    """The report for machines."""
    return {
        "origin": origin,
        "clean": report.clean,
        "entries": report.size,
        "checkpoints": report.agreed,
        "unsigned": report.unsigned,
        "rows": report.rows,
        "own_key": own_key,
        "untold": report.untold,
        "faults": [
            {
                "code": each.code.value,
                "what": each.what,
                "do": each.code.advice,
                "file": each.file,
                "line": each.line,
                "sequence": each.sequence,
                "through": each.through,
                "kind": each.kind,
                "subject": each.subject,
            }
            for each in report.faults
        ],
    }
