"""`sharewell pack list`: the packs that are here."""

from __future__ import annotations

import click

from sharewell.cli.options import plain_option
from sharewell.cli.packs import folder_of, from_folder, pack_names
from sharewell.cli.page import Page, Printer, wants_plain
from sharewell.cli.words import counted
from sharewell.replay.shelf import versions_of


@click.command("list", help="List the packs that are here, with their versions and releases.")
@plain_option
def command(plain: bool) -> int:
    """List."""
    page = Page()
    for name in pack_names():
        pack = from_folder(folder_of(name))
        releases = versions_of(name)
        below = f" It stands on {pack.extends}." if pack.extends else ""
        page.item(
            "•",
            f"{name} {pack.version}: {pack.title}",
            f"{counted(len(pack.rules), 'rule')}, {counted(len(pack.facts), 'fact')}, "
            f"{counted(len(pack.cases), 'case')}, from {pack.first_day.isoformat()}.{below}",
            f"As written: {pack.digest}",
            f"Released: {', '.join(releases)}" if releases else "Not released yet.",
            strong=True,
        )
    Printer(plain=plain or wants_plain()).show(page)
    return 0
