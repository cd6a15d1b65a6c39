"""A later version of the mini policy.

Agreement is good for 180 days instead of 365, and `a05` has lost a guard (a planted fault).
"""

from __future__ import annotations

from dataclasses import replace

from sharewell.policy.condition import AllOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.pack import Pack


def later(pack: Pack) -> Pack:
    """The mini pack, changed in two places."""
    findings = tuple(
        replace(finding, when=_shorter(finding.when)) if finding.name == "consent-ok" else finding
        for finding in pack.findings
    )
    rules = tuple(replace(rule, when=_unguarded(rule.when)) if rule.name == "a05" else rule for rule in pack.rules)
    return replace(pack, version="2026.2", findings=findings, rules=rules)


def _shorter(when: Condition) -> Condition:
    assert isinstance(when, AllOf)
    recent = FactIs("consent-age", frozenset({"up-to-180-days"}))
    return AllOf((recent, *(part for part in when.parts if not isinstance(part, FactIs))))


def _unguarded(when: Condition) -> Condition:
    assert isinstance(when, AllOf)
    return AllOf(tuple(part for part in when.parts if part != Not(FindingHolds("consent-ok"))))
