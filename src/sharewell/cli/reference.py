"""The reference page of the command line, made from its help: `python -m sharewell.cli.reference`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from sharewell.cli.main import cli

_OPENING = """# The command line

Made from the help of each command by `python -m sharewell.cli.reference`; a test holds the two together. The answer of
`determine` for machines is described in [determine](determine.md).
"""


def page() -> str:
    """The page."""
    parts = [f"## {name}\n\n```text\n{text.rstrip()}\n```\n" for name, text in _each(cli, ["sharewell"], None)]
    return "\n".join([_OPENING, *parts])


def _each(command: click.Command, names: list[str], parent: click.Context | None) -> Iterator[tuple[str, str]]:
    settings = {**command.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, info_name=names[-1], parent=parent, **settings)
    yield " ".join(names), command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _each(below, [*names, name], context)


if __name__ == "__main__":
    sys.stdout.write(page())
