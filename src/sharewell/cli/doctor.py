"""`sharewell doctor`: looks this deployment over, and says in plain words what to do about what is not well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

import click

from sharewell.casework.deployment.check_database import check_database, is_ready
from sharewell.casework.deployment.check_ledger import check_ledger
from sharewell.casework.deployment.check_surroundings import check_surroundings
from sharewell.casework.deployment.finding import Finding, State
from sharewell.cli.on_the_record import now, reaching_the_database
from sharewell.cli.options import format_option
from sharewell.cli.problem import NotAllWell
from sharewell.cli.words import counted

HELP = """Check this deployment: the database and what protects the record in it, the ledger, keys, addresses, the
clock, the disk, backups, and what is not set up. Nothing is changed.

Each line begins with ✓ (well), ! (works, and somebody should know) or ✗ (must be mended, and how). It is for whoever
runs the service, with the settings of the pages; on PostgreSQL run it once more as the owner of the tables.

The exit code is 1 if something must be mended."""

EPILOG = """\b
Examples:
  sharewell doctor
  sharewell doctor --ledger             verify the whole ledger and every row that it recorded
  sharewell doctor --format json        for a monitor"""

_SIGNS = {State.WELL: "✓", State.LOOK: "!", State.MEND: "✗"}


@click.command("doctor", help=HELP, epilog=EPILOG)
@click.option("--ledger", "whole", is_flag=True, help="Verify the whole ledger, not only its end.")
@format_option
def command(whole: bool, form: str) -> int:
    """Check."""
    with reaching_the_database():
        found = []
        for each in _findings(now(), whole=whole):
            found.append(each)
            if form == "text":
                click.echo(f"{_SIGNS[each.state]} {each.what}" + (f"\n    → {each.do}" if each.do else ""))
    if form == "json":
        told = [{"state": each.state.value, "what": each.what, "do": each.do} for each in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    bad = sum(each.state is State.MEND for each in found)
    if bad:
        raise NotAllWell(f"{counted(bad, 'thing')} to mend.")
    return 0


def _findings(at: datetime, *, whole: bool) -> Iterator[Finding]:
    yield from check_database(at)
    if is_ready():
        yield from check_ledger(at, whole=whole)
    yield from check_surroundings(at)
