"""A measurement in a process of its own: `python -m bench.child MODULE:FUNCTION {"json": "arguments"}`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

from bench import ROOT

_MARK = "@@result "
#: Tuning for another machine's BLAS that some environments carry; it slows numpy here.
_DROPPED = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS", "NUMBA_NUM_THREADS", "NUMEXPR_MAX_THREADS")


class ChildError(RuntimeError):
    """A measurement that ended without a result."""

    def __init__(self, task: str, said: str) -> None:
        self.task = task
        self.said = said
        super().__init__(f"{task}: {said}")


def environment(threads: int = 1) -> dict[str, str]:
    """This environment for a child: one thread, no BLAS tuning, Sharewell and the benchmarks importable."""
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    paths = [str(ROOT / "src"), str(ROOT), kept.get("PYTHONPATH", "")]
    more = {"PYTHONPATH": os.pathsep.join(path for path in paths if path), "PYTHONHASHSEED": "0"}
    return kept | {name: str(threads) for name in _THREADS} | more


def in_child(task: str, /, *, timeout: float = 300.0, **arguments: Any) -> dict[str, Any]:
    """Run `module:function` with JSON arguments and give its JSON result.

    Raises: ChildError when it fails or takes too long.
    """
    command = [sys.executable, "-m", "bench.child", task, json.dumps(arguments)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=timeout, env=environment(), cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired:
        raise ChildError(task, f"no answer in {timeout:.0f} s") from None
    for line in reversed(done.stdout.splitlines()):
        if line.startswith(_MARK):
            result: dict[str, Any] = json.loads(line.removeprefix(_MARK))
            return result
    raise ChildError(task, (done.stderr.strip().splitlines() or ["nothing said"])[-1][:300])


def main() -> None:
    """Run the task named on the command line."""
    module, function = sys.argv[1].split(":")
    result = getattr(import_module(module), function)(**json.loads(sys.argv[2]))
    print(_MARK + json.dumps(result))


if __name__ == "__main__":
    main()
