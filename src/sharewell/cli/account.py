"""`sharewell account`: what only whoever runs the server can do about accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from sharewell.cli.lazy import LazyGroup

HELP = """Begin a partner with its first administrator, and let somebody back in whom nobody else can.

Everything else about accounts is done by administrators, on the pages. Both commands print the code of an invitation:
it works once, for 3 days. Give it to the person and to nobody else."""

EPILOG = """\b
Examples:
  sharewell account first --organisation "Aldermere Council" --kind social-care \\
    --name "Pat Lowe" --email pat.lowe@aldermere.example
  sharewell account reset pat.lowe@aldermere.example"""


class AccountCommands(LazyGroup):
    """The commands about accounts."""

    prefix = "account_"
    on_the_record = frozenset({"first", "reset"})
    lazy: ClassVar[Mapping[str, str]] = {
        "first": "Begin a partner: the organisation and its first administrator.",
        "reset": "Set an account up anew: its password and second factors end, and it is invited again.",
    }


@click.group("account", cls=AccountCommands, help=HELP, epilog=EPILOG)
def command() -> None:
    """Hold the commands about accounts together."""
