"""`sharewell ledger`: check what was recorded, from exported files alone, and write such files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from sharewell.cli.lazy import LazyGroup

HELP = """Check what was recorded, from exported files alone: `verify` and `prove` ask no database and no network.
`export` and `checkpoint` are for whoever runs the service.

PATH is an exported ledger: a .jsonl file, or a folder with ledger.jsonl and, if the register's rows were exported too,
rows.jsonl. It can show that what was recorded was not changed afterwards. It cannot show that what was recorded was
true, or that nothing went unrecorded."""

EPILOG = """\b
Examples:
  sharewell ledger verify export/ --key council.key
  sharewell ledger prove export/ 1042 > entry-1042.json
  sharewell ledger verify --proof entry-1042.json --key council.key"""


class LedgerCommands(LazyGroup):
    """The commands about an exported ledger."""

    prefix = "ledger_"
    on_the_record = frozenset({"export", "checkpoint"})
    lazy: ClassVar[Mapping[str, str]] = {
        "verify": "Find every entry and row that was altered, removed, added, moved or back-dated.",
        "prove": "Write the proof that one entry is in the ledger, to hand to somebody.",
        "export": "Write this deployment's ledger out, to be verified anywhere.",
        "checkpoint": "Sign where this deployment's ledger stands, and print what was signed.",
    }


@click.group("ledger", cls=LedgerCommands, help=HELP, epilog=EPILOG)
def command() -> None:
    """Hold the commands about a ledger together."""
