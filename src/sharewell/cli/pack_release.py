"""`sharewell pack release`: freeze a pack under its version."""

from __future__ import annotations

import click

from sharewell.authoring.release import make_release
from sharewell.cli.day import today
from sharewell.cli.options import plain_option
from sharewell.cli.packs import chosen, folder_of
from sharewell.cli.progress import working

HELP = """Freeze a pack: write releases/VERSION.json, with its cases inside and a digest that names it.

Releases are only ever added. It is refused when the version was released before, a case fails, a source that is cited
is past its day of review, or `changes` in pack.toml does not say what is new."""

EPILOG = """\b
Examples:
  sharewell pack release england"""


@click.command("release", help=HELP, epilog=EPILOG)
@click.argument("pack")
@plain_option
def command(pack: str, plain: bool) -> int:
    """Release."""
    folder = folder_of(pack)
    with working(f"Releasing {folder.name}", plain=plain):
        path = make_release(folder, on=today())
    click.echo(f"{path}\n{chosen(str(path)).digest}")
    return 0
