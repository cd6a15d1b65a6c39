"""Drives the command line: in this process for answers, through a pseudo-terminal for conversations."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import signal
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect

from sharewell.cli.main import run

ROOT = Path(__file__).parents[2]
TOYS = ROOT / "tests" / "toys"
SHAREWELL = [sys.executable, "-c", "from sharewell.cli.main import main; main()"]


@dataclass(frozen=True)
class Called:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it wrote, as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """What it wrote, as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def call(*args: str, stdin: bytes | str = b"") -> Called:
    """Run one command in this process."""
    raw = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8", errors="replace")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(args)
    finally:
        sys.stdin = before
    return Called(code, out.getvalue(), err.getvalue())


def toy(*args: str, stdin: bytes | str = b"") -> Called:
    """`determine` on the toy pack, on one day."""
    return call("determine", "--pack", "bicycle", "--on", "2026-01-01", "--format", "json", *args, stdin=stdin)


@dataclass
class Talked:
    """A conversation in a terminal."""

    screen: str
    code: int | None


#: What each prompt of `ask` ends with.
PROMPT = r"(q stop|to finish|to leave them|leave it as it is): $"
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()=>][A-Z0-9]?")


def _hear_control_c() -> None:
    """A suite that was started in the background has Ctrl+C ignored, and its children would inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def talk(args: Iterable[str], lines: Iterable[str], *, packs: Path | None = TOYS, width: int = 100) -> Talked:
    """Hold a conversation through a pseudo-terminal: a line for each prompt, then wait for the end."""
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        env.pop(name, None)
    if packs:
        env["SHAREWELL_PACKS"] = str(packs)
    command, *rest = SHAREWELL
    child = pexpect.spawn(
        command,
        [*rest, *args],
        encoding="utf-8",
        dimensions=(40, width),
        timeout=60,
        env=env,
        preexec_fn=_hear_control_c,
    )
    screen = []
    try:
        for line in lines:
            child.expect(PROMPT)
            screen.append(f"{child.before}{child.after}")
            child.send(line if line in ("\x03", "\x04") else f"{line}\r")
        child.expect(pexpect.EOF)
        screen.append(child.before or "")
    finally:
        child.close()
    return Talked(_ESCAPES.sub("", "".join(screen)).replace("\r\n", "\n"), child.exitstatus)
