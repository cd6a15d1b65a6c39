"""`sharewell pack diff`: exactly the situations whose answer changed."""

from __future__ import annotations

import sys
import time

import click

from sharewell.authoring.difference import difference
from sharewell.cli.day import day_of, today
from sharewell.cli.options import chosen_day, on_option, pack_option, plain_option
from sharewell.cli.packs import chosen
from sharewell.cli.progress import took, working
from sharewell.policy.edition import Edition

HELP = """Tell exactly the situations whose answer changed from A to B, as few and as readable as they come, with
counts. The solver shows that nothing is left out.

A and B are days (then of the pack that --pack names), `today`, or packs: a name, a folder or a release file, each with
a day if you like, as in england@2019-01-01."""

EPILOG = """\b
Examples:
  sharewell pack diff 2019-01-01 2024-06-01
  sharewell pack diff 2024-06-01 today --pack hampshire
  sharewell pack diff england hampshire                  what the local layer changes
  sharewell pack diff packs/england/releases/2026.1.json england"""


@click.command("diff", help=HELP, epilog=EPILOG)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@pack_option
@on_option
@click.option("--preview", is_flag=True, help="Count law that is enacted but not known to have started, in B.")
@plain_option
def command(a: str, b: str, pack_name: str, on: str | None, preview: bool, plain: bool) -> int:
    """Compare."""
    before = _edition(a, pack_name, on, preview=False)
    after = _edition(b, pack_name, on, preview=preview)
    started = time.perf_counter()
    with working(f"Comparing {_named(before)} with {_named(after)}", plain=plain):
        found = difference(before, after)
    out = sys.stdout
    out.write(f"From {_named(before)}\nto   {_named(after)}\n\n")
    out.writelines(f"{line}\n" for line in found.lines())
    out.write(f"\n({took(started)})\n")
    return 0


def _edition(written: str, pack_name: str, on: str | None, *, preview: bool) -> Edition:
    name, _, day_written = written.rpartition("@")
    if written == "today" or day_of(written):
        return chosen(pack_name).on(day_of(written) or today(), preview=preview)
    day = today() if day_written == "today" else day_of(day_written)
    if not name or day is None:
        return chosen(written).on(chosen_day(on), preview=preview)
    return chosen(name).on(day, preview=preview)


def _named(edition: Edition) -> str:
    return f"{edition.pack.name} {edition.pack.version} on {edition.day.isoformat()}"
