"""Cedar (cedarpy): one policy per condition, matched all at once.

Cedar has no derived predicates, so findings are written out.
"""

from __future__ import annotations

import json
from typing import Any

from bench.peers.single import Loaded, natural
from bench.subject import Subject
from bench.task import Said, host, named_conditions
from bench.wording import Infix, listed, word
from sharewell.policy.condition import FactIs

_REQUEST = {"principal": 'User::"u"', "action": 'Action::"share"', "resource": 'Record::"r"'}


def text(subject: Subject) -> str:
    """The policy as Cedar. Permit only: matched rules are wanted, and `forbid` with `unless` runs slower."""
    facts, findings = subject.edition.facts, subject.edition.findings

    def atom(test: FactIs) -> str:
        name, answers = f"context.{word(test.fact)}", listed(facts[test.fact].domain, test.answers)
        if test.fact in subject.flags:
            return "true" if len(answers) == 2 else name if answers == ["yes"] else f"!{name}"
        if len(answers) == 1:
            return f"{name} == {json.dumps(answers[0])}"
        return f"{json.dumps(answers)}.contains({name})"

    infix = Infix(atom, lambda name: infix.write(findings[name].when))
    return "\n".join(
        f'@id("{name}")\npermit(principal, action, resource)\nwhen {{ {infix.write(condition)} }};'
        for name, condition in named_conditions(subject).items()
    )


def load(subject: Subject) -> Loaded:
    """One authorisation request a case; the context is the case."""
    import cedarpy

    written = text(subject)
    policies = cedarpy.PolicySet.from_str(written)
    entities = cedarpy.Entities.from_json_str("[]")
    ask, conclude = cedarpy.is_authorized, host(subject)

    def decide(case: dict[str, Any]) -> Said:
        diagnostics = ask({**_REQUEST, "context": case}, policies, entities).diagnostics
        names = diagnostics.id_annotations_by_reason
        return conclude(tuple(sorted(names[reason] for reason in diagnostics.reasons)))

    return Loaded(decide, natural(subject), "all", len(written))


def load_partial(subject: Subject) -> Loaded:
    """Partial evaluation (experimental in cedarpy): facts left out are unknown; the answer is residual policies."""
    import cedarpy

    policies = cedarpy.PolicySet.from_str(text(subject))
    entities = cedarpy.Entities.from_json_str("[]")
    ask, natural_form = cedarpy.is_authorized_partial, natural(subject)
    unknown = {word(name): {"__extn": {"fn": "unknown", "arg": word(name)}} for name in subject.edition.facts}

    def prepare(case: dict[str, str]) -> dict[str, Any]:
        return {**_REQUEST, "context": unknown | natural_form(case)}

    def decide(case: dict[str, Any]) -> Said:
        answer = ask(case, policies, entities)
        return Said("partial", tuple(answer.diagnostics.reasons), (), tuple(answer.residuals))

    return Loaded(decide, prepare, "all")
