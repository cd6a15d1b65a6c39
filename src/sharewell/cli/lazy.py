"""Groups of commands that load when they are used."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import ClassVar

import click

from sharewell.cli.problem import near


class LazyGroup(click.Group):
    """A group whose commands are modules of this folder, each holding `command`.

    `lazy`: name to the line that `--help` says about it. `on_the_record`: those that work on a deployment's database.
    """

    lazy: ClassVar[Mapping[str, str]] = {}
    on_the_record: ClassVar[frozenset[str]] = frozenset()
    prefix = ""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        """Every command, in the order written."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Load one."""
        if cmd_name not in self.lazy:
            return None
        if cmd_name in self.on_the_record:  # models cannot be imported before the settings are there
            importlib.import_module("sharewell.cli.on_the_record")
        found: object = importlib.import_module(f"sharewell.cli.{self.prefix}{cmd_name}").command
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant, or a usage error that names the nearest."""
        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            meant = near(args[0], list(self.lazy))
            hint = f" Did you mean `{meant}`?" if meant else f" There are {', '.join(self.lazy)}."
            ctx.fail(f"There is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lazy.items()))
