"""`sharewell demonstration`: make the invented county in an empty database: every page then has something to show."""

from __future__ import annotations

import os

import click

from sharewell.casework.demonstration.make import MadeBefore, OthersAreHere, make_demonstration
from sharewell.cli.on_the_record import now, reaching_the_database
from sharewell.cli.problem import refusal
from sharewell.cli.reading import Readings
from sharewell.replay.shelf import open_pack

HELP = """Make the demonstration partnership: ten agencies, forty practitioners and two hundred families of a county
that does not exist, with what happened to them in the last eighteen months.

It needs a database that nobody works in yet. It is all made or none of it: if it is stopped, run it again. With
SHAREWELL_DEMONSTRATION=yes the pages then offer to sign in as any of the forty."""

EPILOG = """\b
Examples:
  sharewell demonstration
  sharewell demonstration --if-empty     nothing where it was made before"""

_WHERE = "the database"


@click.command("demonstration", help=HELP, epilog=EPILOG)
@click.option("--if-empty", is_flag=True, help="Where it is there already, all is well; where others work, exit 1.")
def command(if_empty: bool) -> int:
    """Make it."""
    rules = Readings(open_pack(os.environ.get("SHAREWELL_PACK") or "england"))
    try:
        with reaching_the_database():
            make_demonstration(now(), rules=rules.on, said=click.echo)
    except MadeBefore as error:
        if if_empty:
            return 0
        raise refusal(_WHERE, error.code, "the demonstration is there already", hint="nothing was changed") from None
    except OthersAreHere as error:
        if if_empty:
            click.echo("[demonstration] others work in this database: nothing invented was put beside them")
            return 1
        hint = "name an empty folder in SHAREWELL_DATA"
        raise refusal(_WHERE, error.code, "somebody works in it already", hint=hint) from None
    return 0
