"""`sharewell restore`: put a backup in the place of what is here, and verify the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from sharewell.casework.deployment.chest import ChestError
from sharewell.casework.deployment.dump import DumpError
from sharewell.casework.deployment.restore import WouldOverwrite, restore
from sharewell.cli.on_the_record import reaching_the_database
from sharewell.cli.options import plain_option
from sharewell.cli.problem import NotAllWell, refusal
from sharewell.cli.progress import working
from sharewell.cli.secret import secret_of, secret_option
from sharewell.cli.words import counted

HELP = """Restore the backup FROM into this deployment, and verify the ledger that was restored.

Stop the service first, and start it afterwards. All of the backup is read and checked before anything is touched.
Where there is a record already, nothing happens unless you say --over: what is here is then gone.

The exit code is 1 if the ledger does not verify afterwards, 2 if the backup cannot be used."""

EPILOG = """\b
Examples:
  sharewell restore backups/monday.sharewell
  sharewell restore backups/monday.sharewell --passphrase-file passphrase.txt --over"""


@click.command("restore", help=HELP, epilog=EPILOG)
@click.argument("source", metavar="FROM")
@click.option("--over", is_flag=True, help="Replace the record that is here.")
@secret_option
@plain_option
def command(source: str, over: bool, secret_file: str | None, plain: bool) -> int:
    """Restore."""
    path = Path(source)
    if not path.is_file():
        raise refusal(source, "no-file", "there is no such file", hint="name what `sharewell backup` wrote")
    secret = secret_of(secret_file, twice=False)
    try:
        with reaching_the_database(), working(f"Restoring {path}", plain=plain):
            done = restore(path, secret, over=over)
    except WouldOverwrite:
        hint = "say --over if it may be replaced; back it up first"
        raise refusal("this deployment", "would-overwrite", "there is a record here already", hint=hint) from None
    except (ChestError, DumpError, OSError) as error:
        hint = "nothing was changed if the backup could not be read; otherwise restore another"
        raise refusal(source, "no-backup", str(error), hint=hint) from None
    made = done.contents
    click.echo(f"Restored what was backed up at {made.made_at} by version {made.version} ({made.database}).")
    for line in done.to_do:
        click.echo(f"! {line}")
    for fault in done.report.faults[:20]:
        click.echo(str(fault))
    held = f"{counted(done.report.size, 'entry', 'entries')}, {counted(done.report.agreed, 'checkpoint')} agree"
    if not done.well:
        raise NotAllWell(f"✗ The ledger does not verify: {held}. Look at the faults before anybody works with it.")
    click.echo(f"✓ The ledger verifies: {held}, {counted(done.report.rows, 'row')} looked at.")
    return 0
