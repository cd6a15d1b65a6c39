"""`sharewell pack draw`: the rules as a flowchart."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sharewell.authoring.drawing import NothingToDrawError, draw
from sharewell.cli.options import chosen_day, on_option, pack_option
from sharewell.cli.packs import chosen
from sharewell.cli.problem import near, refusal

HELP = """Draw the rules of a day: the order in which they decide, or one theme, rule or finding."""

EPILOG = """\b
Examples:
  sharewell pack draw --to rules.svg
  sharewell pack draw --rule danger-share --format text
  sharewell pack draw --theme danger-and-harm --format mermaid"""


@click.command("draw", help=HELP, epilog=EPILOG)
@pack_option
@on_option
@click.option("--theme", help="One theme: the name of a file of rules.")
@click.option("--rule", help="One rule.")
@click.option("--finding", help="One finding.")
@click.option("--format", "form", type=click.Choice(["svg", "mermaid", "text"]), default="svg", show_default=True)
@click.option("--to", metavar="FILE", help="Where to write it. [default: standard output]")
def command(
    pack_name: str, on: str | None, theme: str | None, rule: str | None, finding: str | None, form: str, to: str | None
) -> int:
    """Draw."""
    if sum(each is not None for each in (theme, rule, finding)) > 1:
        raise click.UsageError("Name one of --theme, --rule and --finding.")
    edition = chosen(pack_name).on(chosen_day(on))
    try:
        drawn = draw(edition, theme=theme, rule=rule, finding=finding, format=form)
    except NothingToDrawError as error:
        meant = near(error.name, error.known)
        hint = f"did you mean `{meant}`?" if meant else ""
        raise refusal(f"--{error.kind} {error.name}", error.code, str(error), written=error.name, hint=hint) from None
    if to is None:
        sys.stdout.write(drawn if drawn.endswith("\n") else drawn + "\n")
        return 0
    try:
        Path(to).write_text(drawn, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise refusal(
            f"--to {to}", "unwritable", f"cannot write there: {getattr(error, 'strerror', None) or error}"
        ) from None
    click.echo(f"Written to {to}.")
    return 0
