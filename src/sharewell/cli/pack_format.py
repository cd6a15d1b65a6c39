"""`sharewell pack format`: the one layout for the files of a pack."""

from __future__ import annotations

import click

from sharewell.authoring.format import format_pack, unformatted
from sharewell.cli.packs import folder_of, pack_names
from sharewell.cli.problem import NotAllWell
from sharewell.cli.words import counted

HELP = """Put the files of a pack in the one layout. Comments stay, and what the pack says does not change.

Without PACK: every pack that is here."""

EPILOG = """\b
Examples:
  sharewell pack format
  sharewell pack format england --check         change nothing; exit code 1 if there is something to change"""


@click.command("format", help=HELP, epilog=EPILOG)
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option("--check", is_flag=True, help="Change nothing, only tell.")
def command(packs: tuple[str, ...], check: bool) -> int:
    """Format."""
    changed = [
        path for name in packs or pack_names() for path in (unformatted if check else format_pack)(folder_of(name))
    ]
    for path in changed:
        click.echo(f"{'would change' if check else 'changed'}: {path}")
    if check and changed:
        raise NotAllWell(f"{counted(len(changed), 'file')} not in the one layout.")
    if not changed:
        click.echo("Every file is in the one layout.")
    return 0
