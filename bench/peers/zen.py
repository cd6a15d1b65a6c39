"""GoRules Zen: findings in an expression node, every condition a row of a decision table that collects all hits."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from bench.peers.single import Loaded, natural
from bench.subject import Subject
from bench.task import Said, host, named_conditions
from bench.wording import Infix, listed, word
from sharewell.policy.condition import FactIs

_PLAIN = {"passThrough": False, "inputField": None, "outputPath": None, "executionMode": "single"}


def text(subject: Subject) -> str:
    """The policy as a JSON decision model."""
    facts = subject.edition.facts

    def atom(test: FactIs) -> str:
        name, answers = word(test.fact), listed(facts[test.fact].domain, test.answers)
        if test.fact in subject.flags:
            return "true" if len(answers) == 2 else name if answers == ["yes"] else f"not {name}"
        return f"{name} == {json.dumps(answers[0])}" if len(answers) == 1 else f"{name} in {json.dumps(answers)}"

    inside = Infix(atom, lambda name: f"$.d_{word(name)}", " and ", " or ", "not ")
    table = Infix(atom, lambda name: f"d_{word(name)}", " and ", " or ", "not ")
    expressions = [
        {"id": f"d_{word(name)}", "key": f"d_{word(name)}", "value": inside.write(finding.when)}
        for name, finding in subject.edition.findings.items()
    ]
    rows = [
        {"_id": f"r{row}", "when": table.write(condition), "rule": json.dumps(name)}
        for row, (name, condition) in enumerate(named_conditions(subject).items())
    ]
    hits = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when"}],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": rows,
    }
    nodes: list[dict[str, Any]] = [
        {"id": "in", "type": "inputNode"},
        {
            "id": "findings",
            "type": "expressionNode",
            "content": _PLAIN | {"passThrough": True, "expressions": expressions},
        },
        {"id": "table", "type": "decisionTableNode", "content": _PLAIN | hits},
        {"id": "out", "type": "outputNode"},
    ]
    order = [node["id"] for node in nodes]
    for place, node in enumerate(nodes):
        node |= {"name": node["id"], "position": {"x": place, "y": 0}}
    edges = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in pairwise(order)]
    return json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})


def load(subject: Subject) -> Loaded:
    """One evaluation of the model a case."""
    import zen

    written = text(subject)
    evaluate, conclude = zen.ZenEngine().create_decision(written).evaluate, host(subject)

    def decide(case: dict[str, Any]) -> Said:
        return conclude(tuple([hit["rule"] for hit in evaluate(case)["result"] or ()]))

    return Loaded(decide, natural(subject), "all", len(written))
