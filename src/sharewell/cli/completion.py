"""`sharewell completion`: what a shell needs to complete these commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

HELP = """Print a script that lets your shell complete commands, options, packs and facts."""

EPILOG = """\b
Examples:
  sharewell completion bash >> ~/.bashrc
  sharewell completion zsh >> ~/.zshrc
  sharewell completion fish > ~/.config/fish/completions/sharewell.fish"""


@click.command("completion", help=HELP, epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print."""
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"There is nothing for {shell}.")
    # The script itself; asking click for `source()` would first start bash to look at its version.
    complete = found(ctx.find_root().command, {}, "sharewell", "_SHAREWELL_COMPLETE")
    click.echo(complete.source_template % complete.source_vars())
    return 0
