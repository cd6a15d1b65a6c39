"""`sharewell determine`: one case, a package, or many cases, from a file."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from sharewell.cli.document import bytes_of, name_of, node_of
from sharewell.cli.intake import Intake, Submission
from sharewell.cli.options import (
    chosen_day,
    format_option,
    left_out,
    on_option,
    pack_option,
    plain_option,
)
from sharewell.cli.packs import chosen
from sharewell.cli.problem import Problems, Refused, refusal
from sharewell.cli.reach import warn_of_reach
from sharewell.cli.reading import Reading, Readings
from sharewell.cli.shaping import shape_of
from sharewell.policy.pack import Pack

_TYPED = re.compile(r"[A-Za-z0-9_-]+=")

HELP = """Say what the rules make of some answers.

FILE holds fact and answer, one a line, as YAML or JSON; `-` reads standard input. A fact that is left out was not
asked yet; `not-known` means that it cannot be known now. Answers can also be typed as FACT=ANSWER, with or without a
file; what is typed counts before what is in the file.

\b
  immediate-danger: no
  concern: harm-suspected
  recipient-kind: social-care

A package lists `items:` and `recipients:`, each with its own answers and, if you like, a `name:`. What stands beside
them, or under `facts:`, holds for all. There is one answer for each item with each recipient.

With --batch, standard input or FILE is JSON lines, each {"id": …, "on": …, "facts": {…}}, and each is answered by one
JSON line, in order. A line that cannot be read is answered by {"id": …, "error": {…}}; the others are answered all
the same, and the exit code is 2 at the end. A line without `on` takes the day of --on.

The answer is what the rules say. You make the decision."""

EPILOG = """\b
Examples:
  sharewell determine case.yaml
  sharewell determine case.yaml --on 2019-01-01 --pack hampshire
  sharewell determine immediate-danger=yes recipient-kind=social-care
  sharewell determine --format json - < case.json
  sharewell determine --batch cases.jsonl > answers.jsonl
  sharewell determine case.yaml --preview            with law that has been passed but not started
  sharewell determine case.yaml --without @confidence    what if these rules were not there?

Exit codes: 0 answered, whatever the answer; 2 something could not be read, with FILE:LINE:COLUMN on standard error."""


@click.command("determine", help=HELP, epilog=EPILOG)
@click.argument("given", nargs=-1, metavar="[FILE] [FACT=ANSWER]...")
@pack_option
@on_option
@format_option
@click.option("--batch", is_flag=True, help="JSON lines in, JSON lines out.")
@click.option("--preview", is_flag=True, help="Count law that is enacted but not known to have started.")
@click.option("--without", multiple=True, metavar="RULE|@TAG", help="Leave a rule out, or all that bear a tag.")
@plain_option
def command(
    given: tuple[str, ...],
    pack_name: str,
    on: str | None,
    form: str,
    batch: bool,
    preview: bool,
    without: tuple[str, ...],
    plain: bool,
) -> int:
    """Answer."""
    day = chosen_day(on)
    file, typed = told_apart(given)
    pack = chosen(pack_name)
    readings = Readings(pack, preview=preview, without=left_out(without, pack))
    if batch:
        if typed:
            raise click.UsageError("--batch takes its answers from JSON lines, not FACT=ANSWER.")
        from sharewell.cli.batch import run_batch  # noqa: PLC0415 - each form of answer loads only what it needs

        return run_batch(file or "-", readings, day)
    submission = handed_in(file, typed, pack)
    when = day if on or submission.on is None else submission.on
    warn_of_reach(pack, [when])
    reading = readings.on(when)
    submission = Submission(submission.answers, submission.items, submission.recipients, when, submission.id)
    if form == "json":
        sys.stdout.write(json.dumps(shape_of(submission, reading), ensure_ascii=False, indent=2) + "\n")
        return 0
    show_answer(submission, reading, plain=plain)
    return 0


def show_answer(submission: Submission, reading: Reading, *, plain: bool) -> None:
    """Print the answer for a person."""
    from sharewell.cli.answer import answer_page  # noqa: PLC0415 - not needed for an answer to a machine
    from sharewell.cli.package_page import package_page  # noqa: PLC0415 - as above
    from sharewell.cli.page import Printer, wants_plain  # noqa: PLC0415 - as above

    printer = Printer(plain=plain or wants_plain())
    if submission.is_package:
        printer.show(package_page(submission, reading))
    else:
        printer.show(answer_page(reading.say(submission.answers, submission.on), reading, submission.answers))


def told_apart(given: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The file and the typed answers among the arguments.

    Raises: click.UsageError for more than one file.
    """
    typed = tuple(each for each in given if _TYPED.match(each) and not Path(each).exists())
    files = [each for each in given if each not in typed]
    if len(files) > 1:
        raise click.UsageError("Name one file; answers are typed as FACT=ANSWER, without spaces.")
    return (files[0] if files else None), typed


def handed_in(file: str | None, typed: tuple[str, ...], pack: Pack) -> Submission:
    """What a file and typed answers say together.

    Raises: Refused with every problem; click.UsageError when there is neither.
    """
    if file is None and not typed:
        raise click.UsageError("Name a file, `-` for standard input, or answers as FACT=ANSWER.")
    problems = Problems()
    intake = Intake({fact.name: fact for fact in pack.facts}, problems)
    submission: Submission | None = Submission({})
    if file is not None:
        submission = None
        raw = bytes_of(file, problems)
        node = None if raw is None else node_of(raw, name_of(file), problems)
        if node is not None:
            submission = intake.submission(node)
    said: dict[str, str] = {}
    for each in typed:
        answer = intake.typed(each)
        if answer is not None and answer[0] in said:
            raise refusal(each, "duplicate-key", f"`{answer[0]}` is typed twice", hint="keep one of them")
        said.update([answer] if answer else [])
    if problems or submission is None:
        raise Refused(problems.found)
    answers = {**submission.answers, **said}
    return Submission(answers, submission.items, submission.recipients, submission.on, submission.id)
