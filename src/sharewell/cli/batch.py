"""Batches: JSON lines in, JSON lines out, in order. Every well-formed line is answered, whatever the others are."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import click

from sharewell.cli.document import MOST_BYTES, STDIN
from sharewell.cli.document_json import json_node
from sharewell.cli.intake import Identity, Intake, Submission
from sharewell.cli.node import Scalar, Table
from sharewell.cli.problem import Place, Problems, refusal
from sharewell.cli.reach import warn_of_reach
from sharewell.cli.reading import Readings
from sharewell.cli.shape import BadLineShape
from sharewell.cli.shaping import shape_of

DONE, SOME_BAD = 0, 2


def run_batch(file: str, readings: Readings, day: dt.date) -> int:
    """Answer every line of a file, or of standard input for `-`; gives the exit code.

    Raises: Refused when the file cannot be opened.
    """
    name = STDIN if file == "-" else file
    facts = {fact.name: fact for fact in readings.pack.facts}
    bad = False
    days: set[dt.date] = set()
    for number, raw in _lines(file):
        if raw is not None and not raw.strip():
            continue
        intake = Intake(facts, Problems())
        submission, identity = _read(raw, name, number, intake)
        if submission is None:
            bad = True
            _tell(intake.problems, identity, number)
            continue
        on = submission.on or day
        days.add(on)
        dated = Submission(submission.answers, submission.items, submission.recipients, on, submission.id)
        _write({"id": submission.id, **shape_of(dated, readings.on(on))})
    warn_of_reach(readings.pack, days)
    return SOME_BAD if bad else DONE


def _lines(file: str) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long to be kept."""
    if file == "-":
        yield from _cut(sys.stdin.buffer)
        return
    try:
        if Path(file).is_dir():
            raise refusal(file, "a-folder", "this is a folder", hint="name a file of JSON lines")
        stream = Path(file).open("rb")  # noqa: SIM115 - closed below, once it is known that it opens
    except FileNotFoundError:
        raise refusal(file, "missing-file", "there is no such file", hint="name a file of JSON lines, or `-`") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        raise refusal(file, "unreadable", f"cannot read this: {why}") from None
    with closing(stream):
        yield from _cut(stream)


def _cut(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        if len(line) <= MOST_BYTES or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES)
        yield number, None


def _read(raw: bytes | None, name: str, number: int, intake: Intake) -> tuple[Submission | None, Identity]:
    problems = intake.problems
    if raw is None:
        problems.add(Place(name, number, 1), "too-large", f"this line is longer than {MOST_BYTES // 1_000_000} MB")
        return None, None
    try:
        text = (raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw).decode("utf-8")
    except UnicodeDecodeError as error:
        column = len(raw[: error.start].decode("utf-8")) + 1
        problems.add(Place(name, number, column), "not-utf-8", "this is not UTF-8 text")
        return None, None
    node = json_node(text.rstrip(), name, problems, line=number)
    if node is None:
        return None, None
    submission = intake.submission(node)
    if submission is not None:
        return submission, submission.id
    return None, _identity_in(node) if isinstance(node, Table) else None


def _identity_in(node: Table) -> Identity:
    """The id of a line that has other faults."""
    found = node.get("id")
    return Intake({}).identity(found) if isinstance(found, Scalar) else None


def _tell(problems: Problems, identity: Identity, number: int) -> None:
    first = problems.found[0]
    error: BadLineShape = {
        "id": identity,
        "error": {
            "line": first.place.line or number,
            "column": first.place.column,
            "code": first.code,
            "message": first.message,
        },
    }
    _write(error)
    click.echo("\n".join(str(problem) for problem in problems.found), err=True)


def _write(line: object) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
