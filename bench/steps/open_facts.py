"""Three-valued: facts left out.

Ours gives possible outcomes and rules; Cedar's partial evaluation gives residual policies.
"""

from __future__ import annotations

import random
from typing import Any

from bench.child import in_child
from bench.measure import Contest
from bench.mini.first import first_rule
from bench.mini.raw import answers, raw_cases
from bench.peers.cedar import load_partial
from bench.subject import subject
from bench.table import table
from sharewell.policy.compile import Compiled

_LEFT_OUT = 0.3


def run(quick: bool) -> dict[str, Any]:
    """The mini and the national pack."""
    rounds = 7 if quick else 25
    return {
        "left_out": _LEFT_OUT,
        "rows": {
            name: in_child("bench.steps.open_facts:contest", name=name, rounds=rounds)
            for name in ("mini", "england-rules")
        },
    }


def contest(name: str, rounds: int) -> dict[str, Any]:
    """Ours, with what is still open as well, and Cedar's; cases with three facts in ten left out."""
    policy = subject(name)
    compiled = Compiled(policy.edition)
    raw = raw_cases(2000)
    if name == "mini":
        given = [answers(case) for case in raw]
    else:
        from bench.caseload import cases

        given = cases(policy, 600)
    draw = random.Random(4)
    part = [{fact: said for fact, said in case.items() if draw.random() > _LEFT_OUT} for case in given]
    cedar = load_partial(policy)
    match = Contest(rounds)
    match.add("ours, complete cases", compiled.partial, given)
    match.add("ours", compiled.partial, part)
    match.add("ours, with the open facts", compiled.determine, part)
    match.add("cedarpy partial", cedar.decide, [cedar.prepare(case) for case in part[:60]])
    match.add("by hand, first rule, nothing left out", first_rule, raw)
    settled = sum(len(compiled.partial(case).possible) == 1 for case in part)
    residuals = cedar.decide(cedar.prepare(part[0])).collected
    return {
        "timings": {each: timing.scaled(1e6) for each, timing in match.run().items()},
        "settled": settled / len(part),
        "residuals": len(residuals),
    }


def page(result: dict[str, Any]) -> list[str]:
    """One table, and how much was settled all the same."""
    rows = []
    for name, found in result["rows"].items():
        ours = found["timings"]["ours"]["quartile"]
        rows += [
            (name, who, f"{timing['quartile']:.2f}", f"{timing['quartile'] / ours:.1f}")
            for who, timing in found["timings"].items()
        ]
    settled = [
        f"{name}: {found['settled']:.0%} settled all the same; Cedar leaves {found['residuals']} residual policies."
        for name, found in result["rows"].items()
    ]
    left = f"{result['left_out']:.0%} of the facts left out, where not said otherwise."
    return [left, "", *table("policy | contestant | µs: | × ours:", rows), *settled]
