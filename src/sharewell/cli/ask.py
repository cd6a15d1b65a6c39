"""`sharewell ask`: a few questions in the terminal, one at a time, then the answer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sharewell.cli.conversation import Conversation
from sharewell.cli.determine import handed_in, told_apart
from sharewell.cli.keep import check_keeping, keep
from sharewell.cli.options import chosen_day, on_option, pack_option, plain_option
from sharewell.cli.packs import chosen
from sharewell.cli.page import Printer, wants_plain
from sharewell.cli.reach import warn_of_reach
from sharewell.cli.reading import Readings
from sharewell.cli.sitting import Sitting

HELP = """Answer a few questions, one at a time, and see what the rules say.

It asks only what can still change the answer, danger first. Type the number of an answer, or a word of it. "I don't
know" is always an answer. No names, dates of birth or stories are asked for, and nothing is kept unless you say
--save.

\b
At any question:
  ?   why we ask, what the words mean, who may know
  b   back to the last question
  c   change an earlier answer; the others stay
  r   what you have answered so far
  q   stop, with what is known so far

What you get at the end is what the rules say. You make the decision."""

EPILOG = """\b
Examples:
  sharewell ask
  sharewell ask --pack hampshire
  sharewell ask --on 2019-01-01                 the rules of that day
  sharewell ask --save answers.yaml             keep the answers, to look again later
  sharewell ask answers.yaml                    start from answers kept before
  sharewell ask recipient-kind=police           start with something known"""


@click.command("ask", help=HELP, epilog=EPILOG)
@click.argument("given", nargs=-1, metavar="[FILE] [FACT=ANSWER]...")
@pack_option
@on_option
@click.option("--save", metavar="FILE", help="Keep the answers in a file, for `sharewell determine` or a later `ask`.")
@plain_option
def command(given: tuple[str, ...], pack_name: str, on: str | None, save: str | None, plain: bool) -> int:
    """Ask."""
    day = chosen_day(on)
    file, typed = told_apart(given)
    if file == "-":
        raise click.UsageError("`ask` reads your answers from standard input, so FILE cannot be `-`.")
    if save:
        check_keeping(save, file)
    pack = chosen(pack_name)
    start = {}
    if given:
        submission = handed_in(file, typed, pack)
        if submission.is_package:
            raise click.UsageError("`ask` is about one piece of information for one recipient; see `determine`.")
        day = day if on or submission.on is None else submission.on
        start = dict(submission.answers)
    warn_of_reach(pack, [day])
    sitting = Sitting(Readings(pack).on(day), start)
    plain = plain or wants_plain() or not sys.stdin.isatty()
    talk = Conversation(sitting, Printer(plain=plain), day, echo=not sys.stdin.isatty())
    try:
        talk.run()
    finally:
        if save and sitting.answers:
            keep(Path(save), sitting, day)
            click.echo(f"Your answers are in {save}. Go on with: sharewell ask {save}")
    return 0
