"""Whether sharing was ever said while an unanswered fact could still prohibit: partial cases against completions."""

from __future__ import annotations

import random
from typing import Any

from bench.child import in_child
from bench.subject import subject
from bench.table import table
from sharewell.policy.compile import Compiled
from sharewell.policy.outcome import SHARING, Outcome

POLICIES = ("mini", "synthetic", "england-rules")
_COMPLETIONS = 60


def run(quick: bool) -> dict[str, Any]:
    """Partial cases of each policy."""
    count = 1500 if quick else 16_000
    return {name: in_child("bench.steps.safety:partials", name=name, count=count) for name in POLICIES}


def partials(name: str, count: int) -> dict[str, Any]:
    """Leave out a tenth to half of the facts; where the answer is to share, complete the case and ask again."""
    from bench.caseload import case_at, columns, contradicted, settled

    policy = subject(name)
    compiled = Compiled(policy.edition)
    table = columns(policy, count, seed=23, even=0.3)
    others = columns(policy, 4096, seed=24, even=0.7)
    draw = random.Random(25)
    settled_cases = shared = broken = completions = 0
    for row in range(count):
        part = {
            fact: said
            for fact, said in case_at(policy, table, row).items()
            if draw.random() < 0.5 + 0.4 * (row % 5) / 4
        }
        said = compiled.determine(part).outcome
        settled_cases += said is not Outcome.INCOMPLETE
        if said not in SHARING:
            continue
        shared += 1
        start = draw.randrange(4096 - _COMPLETIONS)
        whole = {fact: column[start : start + _COMPLETIONS].copy() for fact, column in others.items()}
        for fact, answer in part.items():
            whole[fact][:] = policy.edition.facts[fact].domain.index(answer)
        settled(policy, whole)
        possible = ~contradicted(policy, whole)
        for i in range(_COMPLETIONS):
            complete = case_at(policy, whole, i)
            if possible[i] and all(complete[fact] == answer for fact, answer in part.items()):
                completions += 1
                broken += compiled.verdict(complete).outcome not in SHARING
    return {"cases": count, "settled": settled_cases, "shared": shared, "completions": completions, "broken": broken}


def page(result: dict[str, Any]) -> list[str]:
    """One table."""
    return table(
        "policy | partial cases: | settled: | of them to share: | completions tried: | not to share after all:",
        [(name, *(f"{number:,}" for number in found.values())) for name, found in result.items()],
    )
