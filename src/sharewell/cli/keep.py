"""Keeping the answers of a sitting in a file that `determine` and `ask` read."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from sharewell.cli.problem import refusal
from sharewell.cli.sitting import Sitting

_PRIVATE = 0o600


def check_keeping(save: str, started_from: str | None) -> None:
    """See before the first question that the answers can be kept.

    Raises: Refused when the file is there already and is not the one that was started from, or cannot be written.
    """
    path = Path(save)
    try:
        if path.is_dir():
            raise refusal(f"--save {save}", "a-folder", "this is a folder", hint="name a file in it")
        if path.exists() and (started_from is None or not path.samefile(started_from)):
            hint = f"name another, or go on with it: sharewell ask {save} --save {save}"
            raise refusal(f"--save {save}", "there-already", "this file is there already", hint=hint)
        if not path.resolve().parent.is_dir():
            raise refusal(f"--save {save}", "missing-folder", "there is no such folder", hint="make it first")
    except (OSError, ValueError):
        raise refusal(f"--save {save}", "unwritable", "this name cannot be used") from None


def keep(path: Path, sitting: Sitting, day: dt.date) -> None:
    """Write the answers, readable by their owner alone.

    Raises: Refused when that fails.
    """
    pack = sitting.reading.pack.id
    lines = [
        f"# Answers given to `sharewell ask`. Pack {pack.name} {pack.version}, {pack.digest or 'not released'}.",
        f"on: {day.isoformat()}",
        "facts:",
    ]
    for name, answer in sitting.answers.items():
        fact = sitting.facts[name]
        lines += [f"  # {fact.question} {fact.says(answer)}", f'  {name}: "{answer}"']
    if not sitting.answers:
        lines[-1] = "facts: {}"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE), "w", encoding="utf-8") as stream:
            stream.write("\n".join(lines) + "\n")
    except OSError as error:
        raise refusal(f"--save {path}", "unwritable", f"the answers could not be kept: {error.strerror}") from None
