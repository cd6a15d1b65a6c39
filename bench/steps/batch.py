"""A million determinations and ten: outcomes only, each method in its own process, every one checked case by case."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

from bench.child import ChildError, in_child
from bench.measure import extra_memory, repeated
from bench.methods import METHODS, bytes_per_case
from bench.subject import subject
from bench.table import table

#: Slow per case: not asked for ten million.
_SMALL_ONLY = {"Sharewell, integers", "numpy by hand, whole columns"}


def run(quick: bool) -> dict[str, Any]:
    """The mini policy at both sizes, the national pack at the first."""
    plan = [("mini", 1_000_000), ("england-rules", 200_000 if quick else 1_000_000)]
    plan += [("mini", 10_000_000)]
    rows: list[dict[str, Any]] = []
    for name, count in plan:
        for method in METHODS:
            if count > 1_000_000 and method in _SMALL_ONLY:
                continue
            try:
                found = in_child(
                    "bench.steps.batch:measure", name=name, count=count, method=method, seconds=1.0 if quick else 5.0
                )
            except ChildError as error:
                rows.append({"subject": name, "count": count, "method": method, "error": error.said})
                continue
            rows.append({"subject": name, "count": count, "method": method} | found)
            print(f"    {name} {count:,}: {method} {found['millions']:.1f} M/s", flush=True)
    return {"rows": rows, "limit": in_child("bench.steps.batch:memory_limit", name="mini")}


def measure(name: str, count: int, method: str, seconds: float) -> dict[str, Any]:
    """One method on one caseload."""
    import numpy as np

    from bench.caseload import columns
    from bench.peers.numpy_hand import load as by_hand

    policy = subject(name)
    table = columns(policy, count)
    start = perf_counter()
    made = METHODS[method](policy, table)
    prepared = perf_counter() - start
    extra = extra_memory(made.work)
    got = made.codes(made.work())
    checked = min(count, 1_000_000)
    meant = by_hand(policy, {fact: column[:checked] for fact, column in table.items()})()
    wrong = int(np.count_nonzero(np.asarray(got)[:checked] != meant))
    timing = repeated(made.work, least=2, seconds=seconds)
    return {
        "millions": count / timing.least / 1e6,
        "median": count / timing.median / 1e6,
        "rounds": timing.rounds,
        "wrong": wrong,
        "checked": checked,
        "prepare_s": prepared,
        "extra_MB": extra,
    }


def memory_limit(name: str) -> dict[str, Any]:
    """How fast this machine reads memory, and how many cases that is as bytes and as planes."""
    import numpy as np

    held = np.ones(1 << 27, np.uint64)

    def speed(work: Callable[[], Any]) -> float:
        return repeated(work, least=5, seconds=2.0).least

    read = held.nbytes / speed(held.max)
    as_bytes, as_bits = bytes_per_case(subject(name))
    return {
        "read_GBs": read / 1e9,
        "bytes": as_bytes,
        "bits": as_bits,
        "bytes_millions": read / as_bytes / 1e6,
        "planes_millions": read / (as_bits / 8) / 1e6,
    }


def page(result: dict[str, Any]) -> list[str]:
    """One table a caseload, and the limit that memory sets."""
    limit = result["limit"]
    said = (
        f"Memory is read at {limit['read_GBs']:.0f} GB/s: at most {limit['bytes_millions']:,.0f} M cases/s as bytes "
        f"({limit['bytes']} a case), {limit['planes_millions']:,.0f} M/s as planes ({limit['bits']} bits a case). "
        "One thread."
    )
    lines = [said, ""]
    for name, count in dict.fromkeys((row["subject"], row["count"]) for row in result["rows"]):
        rows = [row for row in result["rows"] if (row["subject"], row["count"]) == (name, count)]
        lines += [f"### {name}, {count:,} cases", ""]
        lines += table(
            "method | M/s: | wrong: | prepared in s: | extra MB:",
            [_cells(row) for row in sorted(rows, key=lambda row: -row.get("millions", 0))],
        )
    return lines


def _cells(row: dict[str, Any]) -> list[str]:
    if "error" in row:
        return [row["method"], f"failed: {row['error']}"]
    wrong = f"{row['wrong']} of {row['checked']:,}"
    return [row["method"], f"{row['millions']:,.1f}", wrong, f"{row['prepare_s']:.2f}", f"{row['extra_MB']:.0f}"]
