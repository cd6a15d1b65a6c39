"""What closes and opens a backup: a passphrase or key, from a file, the environment or the terminal; no argument."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from sharewell.cli.problem import refusal

#: A passphrase shorter than this is guessed.
SHORTEST = 16
VARIABLE = "SHAREWELL_BACKUP_PASSPHRASE"

secret_option = click.option(
    "--passphrase-file",
    "secret_file",
    metavar="FILE",
    help=f"The passphrase or key, the first line of a file. [default: {VARIABLE}, or asked for]",
)


def secret_of(file: str | None, *, twice: bool) -> bytes:
    """The passphrase, asked for at the terminal if it is nowhere else; `twice` for one that is new.

    Raises: Refused for none, or one that is too short.
    """
    where = file or VARIABLE
    if file is not None:
        try:
            lines = Path(file).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise refusal(file, "no-passphrase", "it cannot be read", hint="name a file of one line") from None
        found = lines[0].strip() if lines else ""
    elif VARIABLE in os.environ:
        found = os.environ[VARIABLE]
    elif sys.stdin.isatty():
        found = click.prompt("Passphrase", hide_input=True, confirmation_prompt=twice)
    else:
        hint = f"give --passphrase-file FILE, or set {VARIABLE}"
        raise refusal("--passphrase-file", "no-passphrase", "a backup is always encrypted", hint=hint)
    if len(found) < SHORTEST:
        hint = f"use at least {SHORTEST} characters, such as five words chosen by dice"
        raise refusal(where, "short-passphrase", "the passphrase is too short", hint=hint)
    return found.encode()
