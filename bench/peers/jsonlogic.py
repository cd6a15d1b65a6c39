"""JsonLogic (datalogic-py, compiled once): a list of all truths, or an if-chain that stops at the first rule."""

from __future__ import annotations

import json
from itertools import compress
from typing import Any

from bench.peers.single import Loaded, natural
from bench.subject import Subject
from bench.task import Said, host, named_conditions
from bench.wording import listed, word
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not


def write(subject: Subject, condition: Condition) -> Any:
    """A condition as JsonLogic. There are no derived facts: findings are written out."""
    match condition:
        case FactIs(fact):
            answers, name = listed(subject.edition.facts[fact].domain, condition.answers), {"var": word(fact)}
            if fact in subject.flags:
                return True if len(answers) == 2 else name if answers == ["yes"] else {"!": [name]}
            return {"==": [name, answers[0]]} if len(answers) == 1 else {"in": [name, answers]}
        case FindingHolds(name):
            return write(subject, subject.edition.findings[name].when)
        case Not(part):
            return {"!": [write(subject, part)]}
        case AllOf(parts):
            return {"and": [write(subject, part) for part in parts]} if parts else True
        case AnyOf(parts):
            return {"or": [write(subject, part) for part in parts]} if parts else False


def load(subject: Subject) -> Loaded:
    """All reasons: the list of truths, the names picked out in Python."""
    import datalogic_py

    conditions = named_conditions(subject)
    names, conclude = list(conditions), host(subject)
    logic = [write(subject, condition) for condition in conditions.values()]
    evaluate = datalogic_py.Engine().compile(logic).evaluate

    def decide(case: dict[str, Any]) -> Said:
        return conclude(tuple(compress(names, evaluate(case))))

    return Loaded(decide, natural(subject), "all", len(json.dumps(logic)))


def load_first(subject: Subject) -> Loaded:
    """One reason: the first rule that holds, tier by tier."""
    import datalogic_py

    rules = {rule.name: rule for rule in subject.edition.rules}
    chain: list[Any] = []
    for name in (each for tier in subject.tiers for each in tier):
        chain += [write(subject, rules[name].when), name]
    evaluate = datalogic_py.Engine().compile({"if": [*chain, ""]}).evaluate
    said = {name: Said(rule.effect.outcome, (name,)) for name, rule in rules.items()} | {"": Said("refer", ())}

    def decide(case: dict[str, Any]) -> Said:
        return said[evaluate(case)]

    return Loaded(decide, natural(subject), "first")
