"""The record of a determination: answers, day, digest of the pack, outcome and reasons, as JSON with a SHA-256."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from bench.child import in_child
from bench.measure import Contest
from bench.mini.raw import answers, raw_cases
from bench.subject import DAY, subject
from bench.table import table
from bench.task import said_by
from sharewell.policy.canonical import canonical
from sharewell.policy.compile import Compiled


def run(quick: bool) -> dict[str, Any]:
    """The mini and the national pack."""
    rounds = 7 if quick else 25
    return {name: in_child("bench.steps.record:contest", name=name, rounds=rounds) for name in ("mini", "england")}


def contest(name: str, rounds: int) -> dict[str, Any]:
    """The verdict, its record as a dict, as JSON, with the hash; and in canonical JSON, as releases are."""
    policy = subject(name)
    compiled = Compiled(policy.edition)
    if name == "mini":
        given = [answers(case) for case in raw_cases(2000)]
    else:
        from bench.caseload import cases

        given = cases(policy, 500)
    head = {"pack": f"{policy.pack.name} {policy.pack.version} {policy.pack.digest}", "on": DAY.isoformat()}
    write = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False, sort_keys=True).encode

    def record(case: Mapping[str, str]) -> dict[str, object]:
        said = compiled.verdict(case)
        return {
            **head,
            "answers": case,
            "outcome": said.outcome,
            "applied": [rule.name for rule in said.applied],
            "overridden": [rule.name for rule in said.overridden],
        }

    def whole(case: Mapping[str, str]) -> dict[str, object]:
        said = said_by(compiled.determine(case))
        return {
            **head,
            "answers": case,
            "outcome": said.outcome,
            "applied": said.applied,
            "overridden": said.overridden,
            "with": said.collected,
        }

    match = Contest(rounds)
    match.add("verdict", compiled.verdict, given)
    match.add("record as a dict", record, given)
    match.add("record as JSON", lambda case: write(record(case)), given)
    match.add("record as JSON with SHA-256", lambda case: sha256(write(record(case)).encode()).hexdigest(), given)
    match.add("record as canonical JSON with SHA-256", lambda case: sha256(canonical(record(case))).hexdigest(), given)
    match.add("JSON of the answers alone", write, given)
    if policy.edition.safeguards:
        match.add(
            "full determination as JSON with SHA-256",
            lambda case: sha256(write(whole(case)).encode()).hexdigest(),
            given,
        )
    size = len(write(record(given[0])))
    return {"timings": {each: timing.scaled(1e6) for each, timing in match.run().items()}, "bytes": size}


def page(result: dict[str, Any]) -> list[str]:
    """One table."""
    rows = [
        (name, what, f"{timing['quartile']:.1f}")
        for name, found in result.items()
        for what, timing in found["timings"].items()
    ]
    sizes = ", ".join(f"{name} {found['bytes']:,} bytes" for name, found in result.items())
    return [*table("policy | what | µs:", rows), f"Standard library only. {sizes}."]
