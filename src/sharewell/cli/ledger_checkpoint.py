"""`sharewell ledger checkpoint`: sign where the ledger stands, and print the note, to be given to somebody else."""

from __future__ import annotations

import click
from django.db import transaction

from sharewell.casework.checkpoint import checkpoint
from sharewell.casework.signing import ledger_signer
from sharewell.cli.on_the_record import now, reaching_the_database
from sharewell.cli.problem import refusal
from sharewell.ledger.error import LedgerError
from sharewell.register.ledger_row import Checkpoint

HELP = """Sign where this deployment's ledger stands and print the signed note. If nothing came since the last one, that
one is printed. The service signs by itself each hour in which something is recorded, and after every thousand entries.

Give the note to somebody who does not run the service: what was signed then cannot be written anew afterwards, not
even by whoever holds the key. With --key, print the public key instead."""

EPILOG = """\b
Examples:
  sharewell ledger checkpoint > june.txt
  sharewell ledger checkpoint --key > council.key"""


@click.command("checkpoint", help=HELP, epilog=EPILOG)
@click.option("--key", "only_key", is_flag=True, help="Print the public key and sign nothing.")
def command(only_key: bool) -> int:
    """Sign."""
    try:
        if only_key:
            click.echo("\n".join(key.text for key in ledger_signer().keys))
            return 0
        with reaching_the_database(), transaction.atomic():
            made = checkpoint(now()) or Checkpoint.objects.order_by("-size", "-at")[0]
    except LedgerError as error:
        raise refusal("SHAREWELL_LEDGER_KEY", error.code, error.what, hint="see docs/how-to/backup.md") from None
    click.echo(made.note, nl=False)
    return 0
