"""`sharewell ledger export`: this deployment's ledger and what its rows come to, as files to be verified anywhere."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click
from django.db import transaction

from sharewell.casework.checkpoint import checkpoint
from sharewell.casework.export_ledger import OutOfSight, ledger_lines, one_moment, row_lines
from sharewell.casework.signing import ledger_signer
from sharewell.cli.on_the_record import now, reaching_the_database
from sharewell.cli.options import plain_option
from sharewell.cli.problem import refusal
from sharewell.cli.progress import working
from sharewell.cli.words import counted
from sharewell.ledger.error import LedgerError

HELP = """Write this deployment's ledger into FOLDER: ledger.jsonl, rows.jsonl and the public key. What is not yet
signed is signed first. The folder must be new or empty.

The files hold no names and no content. With --opened, rows.jsonl holds the content of every row, so that a reader can
work the commitments out alone: it is then as confidential as the database.

It connects as whoever owns the database: on PostgreSQL the pages' own sign-in does not see every agency's rows."""

EPILOG = """\b
Examples:
  sharewell ledger export export/
  sharewell ledger verify export/ --key council.key"""


@click.command("export", help=HELP, epilog=EPILOG)
@click.argument("folder")
@click.option("--opened", is_flag=True, help="With the content of every row: personal data.")
@plain_option
def command(folder: str, opened: bool, plain: bool) -> int:
    """Export."""
    into = Path(folder)
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise refusal(folder, "not-empty", "it is there already, and not an empty folder", hint="name a new folder")
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    with reaching_the_database(), working(f"Writing {into}", plain=plain):
        try:
            with transaction.atomic():
                checkpoint(now())
            with one_moment():
                entries = _written(into / "ledger.jsonl", ledger_lines())
                rows = _written(into / "rows.jsonl", row_lines(opened=opened))
            _written(into / "ledger.key", [f"{key.text}\n".encode() for key in ledger_signer().keys])
        except OutOfSight:
            hint = "connect as the owner of the tables: set SHAREWELL_DATABASE for this command"
            raise refusal("the database", "out-of-sight", "it hides rows from this sign-in", hint=hint) from None
        except LedgerError as error:
            raise refusal("SHAREWELL_LEDGER_KEY", error.code, error.what, hint="see docs/how-to/backup.md") from None
    click.echo(
        f"✓ {into}: {counted(entries, 'line')} in ledger.jsonl, {counted(rows, 'line')} in rows.jsonl, ledger.key."
    )
    click.echo("  Give the key to whoever verifies it by another way than the files.")
    return 0


def _written(path: Path, lines: Iterable[bytes]) -> int:
    """Write lines that only we can read; gives how many."""
    count = 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for count, line in enumerate(lines, start=1):  # noqa: B007  it is given back
            file.write(line)
        file.flush()
        os.fsync(file.fileno())
    return count
