"""Trials: the cases of a pack put to its rules. A pack whose cases fail is never released."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sharewell.policy.case import Case
from sharewell.policy.determination import Determination
from sharewell.policy.evaluate import determine
from sharewell.policy.pack import Pack


def failures_of(pack: Pack, case: Case) -> tuple[str, ...]:
    """What a case expects and does not get, one sentence each; none if it is as expected.

    A case is put to the rules of its day and of its own layer and those below; a dormant rule is previewed in its own
    cases. With several items or recipients an expectation is met if one determination meets it, and what is not to
    apply may apply in none.
    """
    said = determinations_of(pack, case)
    expect = case.expect
    failures = []
    if expect.outcome and all(each.outcome is not expect.outcome for each in said):
        told = ", ".join(dict.fromkeys(f"`{each.outcome}`" for each in said))
        failures.append(f"the outcome is {told}, not `{expect.outcome}`")
    applied = _names(rule.name for each in said for rule in each.applied)
    overridden = _names(rule.name for each in said for rule in each.overridden)
    steps = _names(step.name for each in said for step in each.safeguards)
    open_facts = _names(fact for each in said for fact in each.open_facts)
    failures += [f"the rule `{name}` does not apply" for name in expect.applied if name not in applied]
    failures += [f"the rule `{name}` applies" for name in expect.not_applied if name in applied]
    failures += [f"the rule `{name}` is not overridden" for name in expect.overridden if name not in overridden]
    failures += [f"`{name}` is not open" for name in expect.open_facts if name not in open_facts]
    failures += [f"the safeguard `{name}` is not there" for name in expect.safeguards if name not in steps]
    return tuple(failures)


def determinations_of(pack: Pack, case: Case) -> tuple[Determination, ...]:
    """What the rules say of a case: one determination for each item and each recipient of it."""
    dormant = {rule.name for rule in pack.rules if rule.in_force.start is None}
    edition = pack.on(case.on, preview=case.rule in dormant, up_to_layer=case.layer or None)
    return tuple(determine(edition, answers) for answers in _situations(case))


def _situations(case: Case) -> list[Mapping[str, str]]:
    own = dict(case.facts)
    items = [dict(facts) for _, facts in case.items] or [{}]
    recipients = [dict(facts) for _, facts in case.recipients] or [{}]
    return [own | recipient | item for recipient in recipients for item in items]


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)
