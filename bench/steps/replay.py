"""Replay: how many recorded cases go from which outcome to which, when the rules change."""

from __future__ import annotations

from collections import Counter
from datetime import date
from time import perf_counter
from typing import Any

from bench.child import in_child
from bench.measure import extra_memory, repeated
from bench.mini.later import later
from bench.subject import DAY, subject
from bench.table import table
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import determine

#: The national pack the day before the duty to share of 2026, and on the benchmark's day.
_BEFORE = date(2026, 9, 29)


def run(quick: bool) -> dict[str, Any]:
    """The mini policy and its later version over ten million cases; the national pack on two days over one million."""
    seconds = 1.0 if quick else 6.0
    return {
        name: in_child("bench.steps.replay:measure", name=name, count=count, seconds=seconds)
        for name, count in (("mini", 10_000_000), ("england", 200_000 if quick else 1_000_000))
    }


def editions(name: str) -> tuple[Edition, Edition]:
    """Before and after."""
    pack = subject(name).pack
    if name == "mini":
        return pack.on(DAY), later(pack).on(DAY)
    return pack.on(_BEFORE), pack.on(DAY)


def measure(name: str, count: int, seconds: float) -> dict[str, Any]:
    """The change matrix, checked against the plain reading on a part."""
    from bench.caseload import case_at, columns
    from sharewell.replay.cases import complete_cases
    from sharewell.replay.many import Change

    policy = subject(name)
    before, after = editions(name)
    table = columns(policy, count)
    start = perf_counter()
    cases = complete_cases(before, table)
    packed = perf_counter()
    change = Change(before, after)
    built = perf_counter()
    extra = extra_memory(lambda: change.matrix(cases))
    timing = repeated(lambda: change.matrix(cases), seconds=seconds)
    part = 2000 if name == "mini" else 500
    small = change.matrix(complete_cases(before, {fact: column[:part] for fact, column in table.items()}))
    plain: Counter[Any] = Counter()
    for row in range(part):
        case = case_at(policy, table, row)
        plain[determine(before, case).outcome, determine(after, case).outcome] += 1
    matrix = change.matrix(cases)
    return {
        "count": count,
        "ms": timing.scaled(1e3),
        "pack_ms": 1e3 * (packed - start),
        "build_ms": 1e3 * (built - packed),
        "extra_MB": extra,
        "checked": part,
        "wrong": sum((plain - Counter(small)).values()),
        "changed": sum(number for (old, new), number in matrix.items() if old is not new),
        "matrix": [[str(old), str(new), number] for (old, new), number in matrix.items()],
    }


def page(result: dict[str, Any]) -> list[str]:
    """One line a pair of editions, and what changed."""
    rows, moves = [], []
    for name, found in result.items():
        least, wrong = found["ms"]["least"], f"{found['wrong']} of {found['checked']:,}"
        each = [f"{found[key]:.0f}" for key in ("pack_ms", "build_ms", "extra_MB")]
        speed = f"{found['count'] / least / 1e3:,.0f}"
        rows.append((name, f"{found['count']:,}", f"{least:.1f}", speed, *each, wrong, f"{found['changed']:,}"))
        moved = sorted((row for row in found["matrix"] if row[0] != row[1]), key=lambda row: -row[2])[:4]
        moves.append(f"- {name}: " + ("; ".join(f"{old} to {new} {n:,}" for old, new, n in moved) or "nothing moved"))
    heads = "policy | cases: | matrix ms: | M cases/s: | packing ms: | building ms: | extra MB: | wrong: | changed:"
    return [*table(heads, rows), *moves]
