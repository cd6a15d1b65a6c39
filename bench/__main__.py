"""`python -m bench [--quick] [--only NAME ...] [--list]`"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.child import ChildError
from bench.machine import machine, versions
from bench.report import write
from bench.subject import keep_packs

#: In the order of the report.
STEPS = (
    "agreement",
    "single",
    "open_facts",
    "record",
    "batch",
    "replay",
    "proofs",
    "questions",
    "startup",
    "missing",
    "safety",
)


def main() -> int:
    """Measure, then write the report. A step that cannot be done is said to be missing, and the others go on."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Sharewell beside its peers, in one run.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and cases: under three minutes")
    parser.add_argument(
        "--only", nargs="+", choices=STEPS, metavar="NAME", help=f"only these steps: {', '.join(STEPS)}"
    )
    parser.add_argument("--out", type=Path, help="folder for the report: bench/report, or bench/report/part if not all")
    given = parser.parse_args()
    whole = Path(__file__).parent / "report"
    folder_out = given.out or (whole / "part" if given.quick or given.only else whole)
    chosen = given.only or STEPS
    results: dict[str, Any] = {}
    start = perf_counter()
    with TemporaryDirectory() as folder:
        keep_packs(Path(folder))
        for place, name in enumerate(chosen, 1):
            print(f"[{place}/{len(chosen)}] {name} ({perf_counter() - start:.0f} s so far)", flush=True)
            try:
                results[name] = import_module(f"bench.steps.{name}").run(given.quick)
            except (ChildError, ImportError) as error:
                print(f"    not measured: {error}", flush=True)
                results[name] = {"error": str(error)}
    about = {"machine": machine(), "versions": versions(), "quick": given.quick, "seconds": perf_counter() - start}
    print(write(folder_out, about, results), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
