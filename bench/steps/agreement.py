"""Before anything is timed: every reading says the same, and the mini pack says what the hand-written program says."""

from __future__ import annotations

from collections import Counter
from typing import Any

from bench.child import in_child
from bench.mini.every_rule import every_rule
from bench.mini.first import first_rule
from bench.mini.raw import answers, raw_cases
from bench.mini.reasons import reasons
from bench.subject import subject
from bench.table import table
from bench.task import said_by, tier_reasons
from sharewell.policy.compile import Compiled
from sharewell.policy.evaluate import determine
from sharewell.policy.planes import OUTCOMES, decide_many

_POLICIES = ("mini", "synthetic", "england")


def run(quick: bool) -> dict[str, Any]:
    """Counts of disagreements; anything but zero makes the figures worthless."""
    by_hand = in_child("bench.steps.agreement:by_hand", count=10_000)
    readings = {
        name: in_child("bench.steps.agreement:readings", name=name, count=300 if quick else 3000) for name in _POLICIES
    }
    return {"by_hand": by_hand, "readings": readings}


def by_hand(count: int) -> dict[str, Any]:
    """The mini pack, read plainly, against three hand-written programs on seeded cases."""
    policy = subject("mini")
    outcomes: Counter[str] = Counter()
    first: Counter[str] = Counter()
    wrong = 0
    for case in raw_cases(count):
        said = said_by(determine(policy.edition, answers(case)))
        outcome, applied, overridden = every_rule(case)
        _, tier = reasons(case)
        same = (
            said.outcome == outcome
            and list(said.applied) == applied
            and sorted(said.overridden) == sorted(overridden)
            and list(tier_reasons(policy, said)) == tier
            and first_rule(case) == (tier[0] if tier else "")
        )
        wrong += not same
        outcomes[outcome] += 1
        first[tier[0] if tier else "none"] += 1
    return {"cases": count, "wrong": wrong, "outcomes": dict(outcomes), "deciding": len(first)}


def readings(name: str, count: int) -> dict[str, Any]:
    """The fast readings of a policy against the plain one."""
    from bench.caseload import cases
    from sharewell.replay.cases import codes_of, complete_cases
    from sharewell.replay.many import Decider

    policy = subject(name)
    edition, drawn = policy.edition, cases(policy, count)
    plain = [determine(edition, case) for case in drawn]
    compiled = Compiled(edition)
    integers = decide_many(edition, drawn)
    words = Decider(edition).outcomes(complete_cases(edition, codes_of(edition, drawn)))
    wrong: Counter[str] = Counter(
        {"verdict": 0, "partial": 0, "determination": 0, "integer planes": 0, "numpy planes": 0}
    )
    for i, (case, meant) in enumerate(zip(drawn, plain, strict=True)):
        verdict, partial = compiled.verdict(case), compiled.partial(case)
        wrong["verdict"] += (verdict.outcome, verdict.applied, verdict.overridden) != _core(meant)
        wrong["partial"] += (partial.outcome, partial.applied, partial.overridden) != _core(meant)
        wrong["determination"] += compiled.determine(case) != meant
        if not meant.contradictions:  # planes do not look for contradictions
            wrong["integer planes"] += integers[i] is not meant.outcome
            wrong["numpy planes"] += OUTCOMES[int(words[i])] is not meant.outcome
    contradicted = sum(bool(each.contradictions) for each in plain)
    outcomes = Counter(str(each.outcome) for each in plain)
    return {"cases": count, "wrong": dict(wrong), "contradicted": contradicted, "outcomes": dict(outcomes)}


def _core(said: Any) -> tuple[Any, Any, Any]:
    return said.outcome, said.applied, said.overridden


def page(result: dict[str, Any]) -> list[str]:
    """What was compared, and how often it differed."""
    hand, readings = result["by_hand"], result["readings"]
    kinds = next(iter(readings.values()))["wrong"]
    said = (
        f"Mini pack against the hand-written programs: **{hand['wrong']} disagreements in {hand['cases']:,} seeded "
        f"cases** (outcome, every rule that stands, every rule overridden, first rule). {hand['deciding'] - 1} of 34 "
        "rules and the default decide somewhere."
    )
    return [
        said,
        "",
        *table(
            f"policy | cases: | {' | '.join(f'{kind}:' for kind in kinds)}",
            [(name, f"{found['cases']:,}", *found["wrong"].values()) for name, found in readings.items()],
        ),
        "Disagreements of each reading with the plain one. Peers are checked in their own tables.",
    ]
