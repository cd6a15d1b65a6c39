"""The proofs over a pack, as the project runs them: Z3 on bit vectors, on every day on which something changes."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from bench.child import ChildError, in_child
from bench.table import table

#: Seconds after which a proof is not repeated.
_PATIENCE = 15.0
POLICIES = ("mini", "synthetic", "england")


def run(quick: bool) -> dict[str, Any]:
    """Each policy in its own process, once or a few times."""
    found: dict[str, Any] = {}
    for name in POLICIES:
        if quick and name == "england":
            continue
        try:
            found[name] = in_child("bench.steps.proofs:prove_all", name=name, times=1 if quick else 3)
        except ChildError as error:
            found[name] = {"error": error.said}
        print(f"    {name}: {found[name].get('seconds', found[name].get('error'))}", flush=True)
    return found


def prove_all(name: str, times: int) -> dict[str, Any]:
    """Everything the house asks of a pack, and that more danger never makes sharing less permitted."""
    from bench.subject import subject
    from sharewell.authoring.proof import prove
    from sharewell.policy.claim import Claims, Danger
    from sharewell.policy.condition import ALWAYS

    pack = subject(name).pack
    claims = getattr(pack, "claims", Claims())
    if name == "mini":
        order = (("no",), ("yes",))
        claims = Claims(
            dangers=(
                Danger("risk-immediate", order),
                Danger("harm-suspected", order),
                Danger("harm-level", (("slight",), ("serious",), ("grave",))),
            ),
            protects=ALWAYS,
        )
    taken: list[float] = []
    report = None
    while not taken or (len(taken) < times and sum(taken) < _PATIENCE):
        start = perf_counter()
        report = prove(pack, claims)
        taken.append(perf_counter() - start)
    assert report
    return {
        "seconds": min(taken),
        "rules": len(pack.rules),
        "days": report.days,
        "failures": len(report.failures),
        "remarks": len(report.remarks),
        "questions": sum(each.questions for each in report.timings),
        "parts": {each.proof: each.seconds for each in report.timings},
    }


def page(result: dict[str, Any]) -> list[str]:
    """One table."""
    return table(
        "policy | rules: | days: | s: | solver questions: | failures: | remarks: | slowest parts",
        [(name, *_cells(found)) for name, found in result.items()],
    )


def _cells(found: dict[str, Any]) -> list[object]:
    if "error" in found:
        return [f"not measured: {found['error']}"]
    slow = sorted(found["parts"].items(), key=lambda each: -each[1])[:3]
    counts = (found["questions"], found["failures"], found["remarks"])
    parts = ", ".join(f"{part} {seconds:.2f}" for part, seconds in slow)
    return [found["rules"], found["days"], f"{found['seconds']:.2f}", *counts, parts]
