"""How many questions until the answer is certain, and how long the next one takes to choose."""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean, quantiles
from time import perf_counter
from typing import Any

from bench.caseload import cases
from bench.child import in_child
from bench.lazy import Lazy
from bench.subject import subject
from bench.table import table
from sharewell.policy.ask import Interview
from sharewell.policy.checklist import ticks_for
from sharewell.policy.compile import Compiled
from sharewell.policy.outcome import Outcome

#: Screens, screens until certain, outcome.
Asked = tuple[int, int, Outcome]
POLICIES = ("mini", "synthetic", "england-rules")


def run(quick: bool) -> dict[str, Any]:
    """Each policy on simulated cases, nothing known at the start."""
    count = 40 if quick else 250
    return {
        name: in_child("bench.steps.questions:interviews", name=name, count=count, timeout=400) for name in POLICIES
    }


def interviews(name: str, count: int) -> dict[str, Any]:
    """Ask until certain, by our order and by lazy order; the answers are those of an everyday case."""
    policy = subject(name)
    compiled = Compiled(policy.edition)
    interview, lazy = Interview(compiled), Lazy(policy)
    asked: dict[str, list[int]] = {"ours": [], "lazy": [], "lazy, stopped when certain": []}
    seconds: list[float] = []
    differ = 0

    def ours(given: dict[str, str]) -> str | None:
        start = perf_counter()
        fact = interview.next(given)
        seconds.append(perf_counter() - start)
        return fact

    for case in cases(policy, count, seed=99, even=0.0):
        screens, _, outcome = asking(ours, compiled, case)
        asked["ours"].append(screens)
        screens, certain, same = asking(lazy.next, compiled, case)
        asked["lazy"].append(screens)
        asked["lazy, stopped when certain"].append(certain)
        differ += outcome is not same
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


def asking(order: Callable[[dict[str, str]], str | None], compiled: Compiled, case: dict[str, str]) -> Asked:
    """One case: how many screens until the order has no more to ask and until it is certain, and the outcome.

    A checklist is one screen that answers many facts.
    """
    given: dict[str, str] = {}
    screens = certain = 0
    while (fact := order(given)) is not None:
        screens += 1
        if compiled.edition.facts[fact].ticks:
            given |= ticks_for(compiled.edition, fact, case)
        else:
            given[fact] = case[fact]
        certain = certain or (screens if len(compiled.partial(given).possible) == 1 else 0)
    return screens, certain or screens, compiled.determine(given).outcome


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
    heads = "policy | facts: | order | screens, mean: | p95: | most: | ms a screen, mean: | p95: | outcomes differ:"
    return table(heads, rows)
