"""Progress on long work: a line that moves on a terminal, a line for each part elsewhere. On standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def working(what: str, *, plain: bool) -> Iterator[None]:
    """Say what is being done while it is done."""
    if plain or not sys.stderr.isatty():
        sys.stderr.write(f"{what} …\n")
        sys.stderr.flush()
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - 60 ms that a pipe need not wait for
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - as above

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task(what, total=None)
        yield


def took(started: float) -> str:
    """How long it took since `time.perf_counter()` said `started`."""
    return f"{time.perf_counter() - started:.1f} s"
