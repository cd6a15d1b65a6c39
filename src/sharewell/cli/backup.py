"""`sharewell backup`: everything of a deployment in one encrypted file, while people work."""

from __future__ import annotations

from pathlib import Path

import click

from sharewell.casework.deployment.backup import backup
from sharewell.casework.deployment.chest import ChestError
from sharewell.casework.deployment.dump import DumpError
from sharewell.cli.on_the_record import now, reaching_the_database
from sharewell.cli.options import plain_option
from sharewell.cli.problem import NotAllWell, refusal
from sharewell.cli.progress import working
from sharewell.cli.secret import secret_of, secret_option
from sharewell.cli.words import counted
from sharewell.ledger.error import LedgerError

HELP = """Write a backup of this deployment into the file TO: the database, the files, the keys and a signed checkpoint
of the ledger. People can go on working. It is encrypted, and read back whole before it gets its name.

Whoever has the backup and the passphrase has the whole record. Without the passphrase nobody has anything, and nobody
can help: keep it apart from the backups, in two places.

The exit code is 1 if the backup could not be made, 2 if what was given cannot be used."""

EPILOG = """\b
Examples:
  sharewell backup backups/2026-11-25.sharewell
  sharewell backup backups/monday.sharewell --passphrase-file passphrase.txt
  sharewell restore backups/monday.sharewell"""


@click.command("backup", help=HELP, epilog=EPILOG)
@click.argument("to")
@secret_option
@plain_option
def command(to: str, secret_file: str | None, plain: bool) -> int:
    """Back up."""
    path = Path(to)
    if path.exists():
        raise refusal(to, "there-already", "there is a file of that name", hint="name a new one; nothing is replaced")
    if not path.parent.is_dir():
        raise refusal(to, "no-folder", "its folder is not there", hint="make the folder first")
    secret = secret_of(secret_file, twice=True)
    try:
        with reaching_the_database(), working(f"Backing up to {path}", plain=plain):
            made = backup(path, secret, at=now())
    except (DumpError, ChestError, LedgerError, OSError) as error:
        raise NotAllWell(f"✗ No backup was made: {error}.") from None
    finally:
        path.with_name(f"{path.name}.unfinished").unlink(missing_ok=True)
    size = path.stat().st_size / 1_000_000
    files = sum(name.startswith("files/") for name in made.parts)
    click.echo(f"✓ {path}: {size:.1f} MB, the {made.database} database, {counted(files, 'file')}; read back and whole.")
    if made.note:
        _, entries, *_ = made.note.split("\n")
        click.echo(f"  The ledger in it was signed at {entries} entries.")
    return 0
