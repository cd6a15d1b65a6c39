"""`python -m bench.ledger [--entries N] [--out FILE]`: a million entries appended, exported, verified and proved."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from bench.ledger import peers
from bench.ledger.made import TRUST, Written, act
from bench.machine import machine
from bench.measure import repeated
from sharewell.ledger.canonical import canonical
from sharewell.ledger.entry import Entry
from sharewell.ledger.head import Head
from sharewell.ledger.inclusion import check_inclusion, prove
from sharewell.ledger.reading import read_checkpoints, read_entries, read_rows
from sharewell.ledger.tree import Frontier, leaf_hash, root_of
from sharewell.ledger.verify import Report, verify_export

REPORT = Path(__file__).parents[1] / "report" / "ledger.json"
#: How many leaves the tree and the peers are given at once.
FEW = 100_000
#: Runs the command and says what it used. It is a small process in between: a child's peak begins as its parent's.
_CHILD = """
import json, resource, subprocess, sys
code = "from sharewell.cli.main import main; main()"
command = [sys.executable, "-c", code, "ledger", "verify", sys.argv[1], "--plain"]
code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, round(used.ru_maxrss / 1024, 1), code]))
"""


def main() -> int:
    """Measure, print and write the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.ledger", description="The ledger beside its peers.")
    parser.add_argument("--entries", type=int, default=1_000_000, help="how many entries")
    parser.add_argument("--out", type=Path, default=REPORT, help="where the figures go")
    given = parser.parse_args()
    size = max(1000, given.entries)
    figures: dict[str, Any] = {"machine": machine(), "entries": size}
    with TemporaryDirectory() as folder:
        figures |= appended(size)
        print(f"[ledger] exporting {size} entries", flush=True)
        start = process_time()
        export = Written(Path(folder), size)
        figures["record and export"] = rate(process_time() - start, size)
        figures["export MB"] = round(export.ledger.stat().st_size / 1e6, 1)
        figures |= verified(export)
        figures |= whole_command(export)
        figures |= proved(export)
    figures |= beside()
    print(json.dumps(figures, indent=1))
    given.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def rate(seconds: float, size: int) -> dict[str, float]:
    """Seconds of all, microseconds of one: of the processor, for the machine is shared."""
    return {"s": round(seconds, 2), "us each": round(1e6 * seconds / size, 2)}


def appended(size: int) -> dict[str, Any]:
    """Acts to entries, and leaves to the tree."""
    print(f"[ledger] appending {size} entries", flush=True)
    acts = [act(number) for number in range(min(size, FEW))]
    head = Head()
    start = process_time()
    for each in acts:
        head.append(each)
    recorded = process_time() - start
    frontier = Frontier()
    leaf = leaf_hash(b"")
    start = process_time()
    for _ in range(size):
        frontier.append(leaf)
    return {
        "append an act": rate(recorded, len(acts)),
        "append a leaf": rate(process_time() - start, size),
        "root": {"us": round(1e6 * repeated(frontier.root, seconds=0.2).quartile, 2)},
    }


def verify(export: Written, lines: Callable[[], Iterator[bytes]], *, rows: bool = False) -> Report:
    """Verify what a door would."""
    return verify_export(
        read_entries(lines()),
        read_checkpoints(lines()),
        TRUST,
        rows=read_rows(export.row_lines()) if rows else None,
    )


def damaged(export: Written) -> Iterator[bytes]:
    """The lines, of which every ten thousandth was altered and one was removed."""
    for number, line in enumerate(export.lines()):
        if number % 10_000 == 5000:
            yield line.replace(b"record-viewed", b"record-edited")
        elif number != 777:
            yield line


def verified(export: Written) -> dict[str, Any]:
    """Verification: clean, with rows, damaged, and by recomputing alone."""
    ways: dict[str, tuple[Callable[[], object], Callable[[Any], bool]]] = {
        "verify": (
            lambda: verify(export, export.lines),
            lambda report: report.clean and report.signed_size == export.size,
        ),
        "verify with rows": (
            lambda: verify(export, export.lines, rows=True),
            lambda report: report.rows == export.size,
        ),
        "verify damaged": (
            lambda: verify(export, lambda: damaged(export)),
            lambda report: len(report.faults) == 1 + len(range(5000, export.size, 10_000)),
        ),
        "recompute alone": (lambda: peers.recompute(export.lines()), bool),
    }
    figures = {}
    for name, (work, right) in ways.items():
        print(f"[ledger] {name}", flush=True)
        start = process_time()
        said = work()
        figures[name] = {**rate(process_time() - start, export.size), "right": right(said)}
    return figures


def whole_command(export: Written) -> dict[str, Any]:
    """The command as it is typed, rows included: its seconds, and all the memory it ever had."""
    print("[ledger] the command", flush=True)
    done = subprocess.run([sys.executable, "-c", _CHILD, str(export.ledger.parent)], capture_output=True, check=True)
    seconds, megabytes, code = json.loads(done.stdout)
    return {"sharewell ledger verify": {**rate(seconds, export.size), "most MB": megabytes, "right": code == 0}}


def proved(export: Written) -> dict[str, Any]:
    """One proof from the file, and its check."""
    print("[ledger] proving", flush=True)
    note = [line.checkpoint.note for line in read_checkpoints(export.lines()) if hasattr(line, "checkpoint")][-1]
    start = process_time()
    proof = prove(read_entries(export.lines()), export.size // 3, note)
    taken = process_time() - start
    checked = repeated(lambda: check_inclusion(proof, TRUST), seconds=0.5)
    return {
        "prove one from the file": {"s": round(taken, 2), "hashes": len(proof.path), "bytes": len(proof.text)},
        "check a proof": {"us": round(1e6 * checked.quartile, 1)},
    }


def beside() -> dict[str, Any]:
    """The tree and the canonical bytes, beside peers; agreement comes before timing."""
    print("[ledger] peers", flush=True)
    lines = [b"%d" % number for number in range(FEW)]
    leaves = [leaf_hash(line) for line in lines]
    assert root_of(leaves) == peers.by_the_book(leaves)
    figures: dict[str, Any] = {
        "tree: ours": rate(repeated(lambda: root_of(map(leaf_hash, lines)), seconds=2).quartile, FEW),
        "tree: by the book": rate(
            repeated(lambda: peers.by_the_book([leaf_hash(line) for line in lines]), seconds=2).quartile, FEW
        ),
    }
    head = Head()
    entries: list[Entry] = [head.append(act(number)) for number in range(1000)]
    told = [json.loads(entry.line) for entry in entries]
    ways: dict[str, Callable[[], object]] = {
        "line: ours": lambda: [entry.line for entry in entries],
        "line: our canonical JSON": lambda: [canonical(each) for each in told],
    }
    dumps = peers.canonicalizer()
    if dumps is None:
        figures["line: rfc8785"] = "not installed"
    else:
        assert [dumps(each) for each in told] == [entry.line for entry in entries]
        ways["line: rfc8785"] = lambda: [dumps(each) for each in told]
    for name, work in ways.items():
        figures[name] = rate(repeated(work, seconds=1).quartile, len(entries))
    return figures


if __name__ == "__main__":
    sys.exit(main())
