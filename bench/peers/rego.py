"""Rego (regorus, in the gordon-to build): findings and rules as rules of Rego.

Where a policy has tiers, the first tier with a rule that holds decides and the later ones are not evaluated.
"""

from __future__ import annotations

import json
from typing import Any

from bench.peers.single import Loaded, by_tier, natural
from bench.subject import Subject
from bench.task import Said, host, named_conditions
from bench.wording import listed, word
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not


class Rego:
    """Writes conditions as Rego bodies; a disjunction inside a body becomes a helper rule."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.lines = ["package share", "import rego.v1", ""]
        self.helpers = 0

    def helper(self, bodies: list[list[str]]) -> str:
        """A rule that holds if any of the bodies does."""
        self.helpers += 1
        name = f"h{self.helpers}"
        self.lines += [f"{name} if {{ {'; '.join(body)} }}" for body in bodies]
        return name

    def body(self, condition: Condition) -> list[str]:
        """The condition as the statements of a body."""
        match condition:
            case FactIs():
                return [self.atom(condition)]
            case FindingHolds(name):
                return [f"d_{word(name)}"]
            case AllOf(parts):
                return [line for part in parts for line in self.body(part)] or ["true"]
            case AnyOf(()):
                return ["false"]
            case AnyOf((part,)):
                return self.body(part)
            case AnyOf(parts):
                return [self.helper([self.body(part) for part in parts])]
            case Not(Not(part)):
                return self.body(part)
            case Not(part):
                inner = self.body(part)
                plain = len(inner) == 1 and " in " not in inner[0] and not inner[0].startswith("not ")
                return [f"not {inner[0] if plain else self.helper([inner])}"]

    def atom(self, test: FactIs) -> str:
        """A fact test; yes-or-no facts are booleans."""
        answers = listed(self.subject.edition.facts[test.fact].domain, test.answers)
        name = f"input.{word(test.fact)}"
        if test.fact in self.subject.flags:
            return "true" if len(answers) == 2 else f"{name} == {'true' if answers == ['yes'] else 'false'}"
        if len(answers) == 1:
            return f"{name} == {json.dumps(answers[0])}"
        return f"{name} in {{{', '.join(json.dumps(each) for each in answers)}}}"

    def define(self, name: str, condition: Condition) -> None:
        """A finding as one rule per alternative."""
        parts = condition.parts if isinstance(condition, AnyOf) else (condition,)
        self.lines += [f"{name} if {{ {'; '.join(self.body(part))} }}" for part in parts]


def text(subject: Subject) -> str:
    """The policy as Rego."""
    rego = Rego(subject)
    for name, finding in subject.edition.findings.items():
        rego.define(f"d_{word(name)}", finding.when)
    tiers = subject.tiers or (tuple(named_conditions(subject)),)
    tier_of = {name: tier for tier, names in enumerate(tiers) for name in names}
    for name, condition in named_conditions(subject).items():
        rego.lines.append(f't{tier_of[name]} contains "{name}" if {{ {"; ".join(rego.body(condition))} }}')
    links = [f'{{"rules": t{tier}}} if count(t{tier}) > 0' for tier in range(len(tiers))]
    rego.lines.append("decision := " + "\nelse := ".join([*links, '{"rules": set()}']))
    return "\n".join(rego.lines)


def load(subject: Subject) -> Loaded:
    """One evaluation of `data.share.decision` a case, the input given as a Python dict."""
    import regorus

    written = text(subject)
    engine = regorus.Engine()
    engine.add_policy("share.rego", written)
    set_input, evaluate = engine.set_input, engine.eval_rule
    conclude, tiered = host(subject), by_tier(subject)

    def decide_tier(case: dict[str, Any]) -> Said:
        set_input(case)
        decision = evaluate("data.share.decision")
        return tiered(list(decision["rules"]))

    def decide_all(case: dict[str, Any]) -> Said:
        set_input(case)
        return conclude(tuple(sorted(evaluate("data.share.decision")["rules"])))

    prepare = natural(subject)
    return Loaded(
        decide_tier if subject.tiers else decide_all, prepare, "tier" if subject.tiers else "all", len(written)
    )
