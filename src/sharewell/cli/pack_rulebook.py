"""`sharewell pack rulebook`: the rulebook as pages to read."""

from __future__ import annotations

import time

import click

from sharewell.authoring.rulebook import write_rulebook
from sharewell.cli.options import chosen_day, on_option, pack_option, plain_option
from sharewell.cli.packs import chosen
from sharewell.cli.problem import refusal
from sharewell.cli.progress import took, working
from sharewell.cli.words import counted

HELP = """Write the rulebook of a pack: every rule in source order with its reason, citations and their standing, days,
cases and history; facts, findings, steps, bases, sources, and what changed when."""

EPILOG = """\b
Examples:
  sharewell pack rulebook --to book
  sharewell pack rulebook --pack hampshire --to book --format md"""


@click.command("rulebook", help=HELP, epilog=EPILOG)
@pack_option
@on_option
@click.option("--to", required=True, metavar="FOLDER", help="Where to write the pages.")
@click.option("--format", "forms", type=click.Choice(["html", "md"]), multiple=True, help="[default: both]")
@plain_option
def command(pack_name: str, on: str | None, to: str, forms: tuple[str, ...], plain: bool) -> int:
    """Write."""
    pack = chosen(pack_name)
    day = chosen_day(on)
    started = time.perf_counter()
    try:
        with working(f"Writing the rulebook of {pack.name}", plain=plain):
            files = write_rulebook(pack, to, formats=forms or ("html", "md"), on=day)
    except OSError as error:
        raise refusal(f"--to {to}", "unwritable", f"cannot write there: {error.strerror or error}") from None
    first = [path.name for path in files if path.name in ("index.html", "README.md")]
    click.echo(f"{counted(len(files), 'file')} in {to} ({took(started)}). Start with {' or '.join(first)}.")
    return 0
