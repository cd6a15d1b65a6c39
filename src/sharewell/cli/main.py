"""Sharewell on the command line. Commands load when they are used, so that one answer does not wait for the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from sharewell import __version__
from sharewell.cli.lazy import LazyGroup
from sharewell.cli.problem import CommandError, NotAllWell, Refused
from sharewell.cli.words import EMERGENCY

#: Command to the line that `--help` says about it; each is a module of this folder that holds `command`.
COMMANDS = {
    "ask": "Be asked a few questions, one at a time, and get an answer.",
    "determine": "Answer one case, a package, or many cases, from a file.",
    "facts": "List the facts: every question, with its answers.",
    "rules": "List the rules in force on a day.",
    "show": "Show one rule, fact, finding, step or source.",
    "pack": "Check, compare, draw, print, release and format packs of rules.",
    "ledger": "Verify an exported ledger, and prove that an entry is in it.",
    "demonstration": "Make an invented county in an empty database, to try everything with.",
    "account": "Begin a partner with its first administrator, and let one back in.",
    "doctor": "Check this deployment, and say what to do about what is not well.",
    "backup": "Write everything of this deployment into one encrypted file.",
    "restore": "Put a backup in the place of what is here.",
    "completion": "Print what a shell needs to complete these commands.",
}

FINE, NOT_FINE, BAD_INPUT, OUR_FAULT, STOPPED = 0, 1, 2, 70, 130


class Commands(LazyGroup):
    """The commands of `sharewell`."""

    lazy = COMMANDS
    on_the_record = frozenset({"doctor", "backup", "restore", "demonstration"})


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Start here:
  sharewell ask                      a few questions, then an answer
  sharewell determine case.yaml      the same from a file
  sharewell facts immediate-danger   one question and its answers

Each command has its own --help with examples. Exit codes: 0 done; 1 a check found something; 2 what was given could
not be read; 130 stopped by you.""",
    help=f"""Should I share this information about a child, with whom, on what basis, how much?

    {EMERGENCY}

    Sharewell reads the rules of England as dated, cited data and says what they say. You decide. It is not legal
    advice.""",
)
@click.version_option(__version__, "-V", "--version", prog_name="sharewell")
def cli() -> None:
    """Assemble the commands."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(run(argv))


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    try:
        said = cli.main(args=None if argv is None else list(argv), prog_name="sharewell", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone; what is left has nowhere to go either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last stop: nobody is shown a traceback
        return exit_code(error)
    return said if isinstance(said, int) else FINE


def exit_code(error: BaseException) -> int:
    """Tell an error and give the exit code that it stands for: the one place where that is decided."""
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case click.Abort() | KeyboardInterrupt():
            click.echo("Stopped.", err=True)
            return STOPPED
        case click.ClickException():
            error.show()
            return BAD_INPUT
        case Refused():
            click.echo("\n".join(str(problem) for problem in error.problems), err=True)
            return BAD_INPUT
        case NotAllWell() | CommandError():
            if str(error):
                click.echo(str(error), err=True)
            return NOT_FINE
        case _:
            return _our_fault(error)


def _our_fault(error: BaseException) -> int:
    if os.environ.get("SHAREWELL_DEBUG"):
        raise error
    click.echo(
        f"Something went wrong, and it was us ({type(error).__name__}). Nothing was saved by this command.\n"
        f"{EMERGENCY}\nTo see where, run it again with SHAREWELL_DEBUG=1.",
        err=True,
    )
    return OUR_FAULT
