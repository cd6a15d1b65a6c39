"""How many questions until the answer is certain, and how long the next one takes to choose."""

from __future__ import annotations

from statistics import mean, quantiles
from time import perf_counter
from typing import Any

from bench.child import in_child
from bench.lazy import Lazy
from bench.subject import subject
from bench.table import table
from sharewell.policy.ask import Interview
from sharewell.policy.compile import Compiled
from sharewell.policy.outcome import Outcome

POLICIES = ("mini", "synthetic", "england-rules")


def run(quick: bool) -> dict[str, Any]:
    """Each policy on simulated cases, nothing known at the start."""
    count = 40 if quick else 250
    return {
        name: in_child("bench.steps.questions:interviews", name=name, count=count, timeout=400) for name in POLICIES
    }


def interviews(name: str, count: int) -> dict[str, Any]:
    """Ask until certain, by our order and by lazy order; the answers are those of an everyday case."""
    from bench.caseload import cases

    policy = subject(name)
    compiled = Compiled(policy.edition)
    interview, lazy = Interview(compiled), Lazy(policy)
    asked: dict[str, list[int]] = {"ours": [], "lazy": [], "lazy, stopped when certain": []}
    seconds: list[float] = []
    differ = 0
    for case in cases(policy, count, seed=99, even=0.0):
        given: dict[str, str] = {}
        while True:
            start = perf_counter()
            fact = interview.next(given)
            seconds.append(perf_counter() - start)
            if fact is None:
                break
            given[fact] = case[fact]
        asked["ours"].append(len(given))
        ended = compiled.determine(given).outcome
        given = {}
        certain = 0
        while (fact := lazy.next(given)) is not None:
            given[fact] = case[fact]
            certain = certain or (len(given) if len(compiled.partial(given).possible) == 1 else 0)
        asked["lazy"].append(len(given))
        asked["lazy, stopped when certain"].append(certain or len(given))
        differ += ended is not compiled.determine(given).outcome and ended is not Outcome.INCOMPLETE
    cuts = quantiles(seconds, n=20)
    return {
        "facts": len(policy.edition.facts),
        "cases": count,
        "differ": differ,
        "asked": {
            who: {"mean": mean(each), "p95": quantiles(each, n=20)[18], "most": max(each)}
            for who, each in asked.items()
        },
        "ms": {"mean": 1e3 * mean(seconds), "median": 1e3 * cuts[9], "p95": 1e3 * cuts[18], "most": 1e3 * max(seconds)},
    }


def page(result: dict[str, Any]) -> list[str]:
    """One table."""
    rows = []
    for name, found in result.items():
        for who, row in found["asked"].items():
            cells: list[object] = [name, found["facts"], who, f"{row['mean']:.1f}", f"{row['p95']:.0f}", row["most"]]
            if who == "ours":
                differ = f"{found['differ']} of {found['cases']}"
                cells += [f"{found['ms']['mean']:.1f}", f"{found['ms']['p95']:.1f}", differ]
            rows.append(cells)
    heads = "policy | facts: | order | questions, mean: | p95: | most: | ms a question, mean: | p95: | outcomes differ:"
    return table(heads, rows)
