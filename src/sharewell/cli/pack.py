"""`sharewell pack`: what the people who keep a pack need. Thin: the work is done in `authoring`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import click

from sharewell.cli.lazy import LazyGroup
from sharewell.cli.problem import Place, Problem, Refused, refusal

HELP = """Keep packs of rules: check them, compare them, print them, release them.

PACK is a name such as england, the folder of a pack, or, where it is only read, a release file."""

EPILOG = """\b
Examples:
  sharewell pack list
  sharewell pack check
  sharewell pack diff 2019-01-01 2024-06-01
  sharewell pack rulebook --to book
  sharewell pack draw --rule danger-share --format text"""


class PackCommands(LazyGroup):
    """The commands about packs. A problem of a pack is told like any other."""

    prefix = "pack_"
    lazy: ClassVar[Mapping[str, str]] = {
        "list": "The packs that are here, with their versions and releases.",
        "check": "Read a pack, run its cases and prove that its rules hold together.",
        "diff": "Exactly the situations whose answer changed between two days or two packs.",
        "draw": "Draw the rules as a flowchart.",
        "rulebook": "Write the rulebook as pages to read.",
        "release": "Freeze a pack: a file that is only ever added, with its digest.",
        "format": "Put the files of a pack in the one layout.",
    }

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; problems of a pack become refusals."""
        from sharewell.authoring import AuthoringError, PackProblems  # noqa: PLC0415 - not before `--help` is answered

        try:
            return super().invoke(ctx)
        except PackProblems as error:
            raise Refused(
                Problem(Place(each.file, each.line, each.column), each.code, each.what, each.written, each.hint)
                for each in error.problems
            ) from None
        except AuthoringError as error:
            raise refusal("pack", error.code, str(error)) from None


@click.group("pack", cls=PackCommands, help=HELP, epilog=EPILOG)
def command() -> None:
    """Hold the commands about packs together."""
