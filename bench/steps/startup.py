"""Start-up: what importing costs in a fresh process, and making a pack ready."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter
from typing import Any

from bench import ROOT
from bench.child import environment, in_child
from bench.subject import subject
from bench.table import table

#: Our rooms first, then the peers.
MODULES = (
    "sharewell.policy.compile",
    "sharewell.policy.ask",
    "sharewell.replay.many",
    "cedarpy",
    "regorus",
    "zen",
    "datalogic_py",
    "openfisca_core.simulations",
    "numpy",
    "polars",
    "duckdb",
    "numba",
    "z3",
)


def run(quick: bool) -> dict[str, Any]:
    """Imports, then compiling each policy."""
    times = 5 if quick else 15
    bare, least = _import("pass", times)
    imports = {}
    for module in MODULES:
        taken, memory = _import(f"import {module}", times)
        imports[module] = {"ms": 1e3 * (taken - bare), "MB": memory - least}
    compiled = {name: in_child("bench.steps.startup:compiling", name=name) for name in ("mini", "synthetic", "england")}
    return {"bare_ms": 1e3 * bare, "imports": imports, "compile": compiled}


def _import(code: str, times: int) -> tuple[float, float]:
    """Seconds for a process that runs the code, and its resident memory in megabytes."""
    ask = f"{code}\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    taken, memory = [], 0.0
    for _ in range(times):
        start = perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", ask], capture_output=True, text=True, env=environment(), cwd=ROOT, check=False
        )
        taken.append(perf_counter() - start)
        memory = int(done.stdout.split()[-1]) / 1024 if done.stdout else 0.0
    return min(taken), memory


def compiling(name: str) -> dict[str, Any]:
    """An edition of the day, made ready for one case, for open facts, for many cases and for questions."""
    from bench.caseload import cases
    from bench.subject import DAY
    from sharewell.policy.ask import Interview
    from sharewell.policy.compile import Compiled
    from sharewell.policy.planes import circuit

    policy = subject(name)
    some = cases(policy, 1)[0]

    def taken(work: Any) -> tuple[Any, float]:
        start = perf_counter()
        made = work()
        return made, 1e3 * (perf_counter() - start)

    edition, edition_ms = taken(lambda: policy.pack.on(DAY))
    compiled, compile_ms = taken(lambda: Compiled(edition))
    _, first_ms = taken(lambda: compiled.verdict(some))
    _, again_ms = taken(lambda: Compiled(edition).verdict(some))
    _, circuit_ms = taken(lambda: circuit(edition))
    _, interview_ms = taken(lambda: Interview(compiled))
    return {
        "edition": edition_ms,
        "compile": compile_ms,
        "first": first_ms,
        "again": again_ms,
        "circuit": circuit_ms,
        "interview": interview_ms,
    }


def page(result: dict[str, Any]) -> list[str]:
    """Two tables."""
    return [
        f"Milliseconds above a bare Python ({result['bare_ms']:.0f} ms).",
        "",
        *table(
            "import | ms: | MB:",
            [(module, f"{row['ms']:.0f}", f"{row['MB']:.0f}") for module, row in result["imports"].items()],
        ),
        *table(
            "policy | edition ms: | compile ms: | first verdict ms: | again ms: | circuit ms: | interview ms:",
            [(name, *(f"{value:.1f}" for value in row.values())) for name, row in result["compile"].items()],
        ),
    ]
