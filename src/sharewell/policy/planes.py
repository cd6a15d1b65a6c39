"""The set reading: all rules over many cases at once, on bit planes that are plain Python integers. No dependency.

`sharewell.replay` runs the same networks on a numpy engine. Tested against `evaluate`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.network import Input, Network, Node, width
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect

#: The order of the outcome planes. `INCOMPLETE` is not among them: these are outcomes of complete cases.
OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.INCOMPLETE)


@dataclass
class Circuit:
    """An edition as a two-valued network.

    `outcomes` holds one node an outcome; `stands` one a rule; `effective` the bits of each fact.
    """

    edition: Edition
    network: Network
    outcomes: dict[Outcome, Node]
    stands: tuple[Node, ...]
    effective: dict[str, list[Node]]

    def code(self, fact: str, answer: str) -> int:
        """The number that stands for an answer."""
        return self.edition.facts[fact].domain.index(answer)

    def answer_node(self, fact: str, answer: str) -> Node:
        """The node that is true where a fact has this answer, its quiet answer put in."""
        size = len(self.edition.facts[fact].domain)
        return self.network.member(self.effective[fact], frozenset({self.code(fact, answer)}), size)

    def outcome_code(self) -> list[Node]:
        """Three nodes: the index into `OUTCOMES` in binary, lowest bit first."""
        return [
            self.network.any_of([self.outcomes[o] for i, o in enumerate(OUTCOMES) if i >> bit & 1]) for bit in range(3)
        ]


def circuit(edition: Edition, *, quiet: bool = True, network: Network | None = None) -> Circuit:
    """Turn an edition into a network over complete cases.

    `quiet`: a quiet fact that nothing opens has its quiet answer, whatever its plane says (consistent cases by
    construction); otherwise answers count as they are. Give the same `network` to two editions to share what they
    have in common.
    """
    net = network or Network()
    bits: dict[str, list[Node]] = {
        name: [net.plane(name, bit) for bit in range(width(len(fact.domain)))] for name, fact in edition.facts.items()
    }
    built = _Builder(edition, net, bits)
    if quiet:
        for name in edition.quiet_order:
            for each in reversed(edition.facts[name].declared):
                opened, code = built.node(each.unless), edition.facts[name].domain.index(each.answer)
                bits[name] = [
                    net.either(net.both(opened, bit), net.both(net.negated(opened), bool(code >> i & 1)))
                    for i, bit in enumerate(bits[name])
                ]
    holds = [built.node(rule.when) for rule in edition.rules]
    stands: list[Node] = [False] * len(holds)
    for i in edition.order:
        out = net.any_of([stands[j] for j in edition.overriders[i]])
        stands[i] = net.both(holds[i], net.negated(out))
    return Circuit(edition, net, _decide(edition, net, stands), tuple(stands), bits)


def _decide(edition: Edition, net: Network, stands: Sequence[Node]) -> dict[Outcome, Node]:
    by = {e: net.any_of([n for n, r in zip(stands, edition.rules, strict=True) if r.effect is e]) for e in Effect}
    prohibited, required = by[Effect.PROHIBITS], by[Effect.REQUIRES]
    said: dict[Outcome, Node] = {Outcome.MUST_NOT_SHARE: net.both(prohibited, net.negated(required))}
    left = net.negated(prohibited)
    for effect in list(Effect)[1:]:
        said[effect.outcome] = net.both(left, by[effect])
        left = net.both(left, net.negated(by[effect]))
    said[Outcome.REFER] = net.either(left, net.both(prohibited, required))
    return said


class _Builder:
    """Conditions to nodes, findings once."""

    def __init__(self, edition: Edition, net: Network, bits: Mapping[str, list[Node]]) -> None:
        self.edition, self.net, self.bits = edition, net, bits
        self._findings: dict[str, Node] = {}

    def node(self, condition: Condition) -> Node:
        match condition:
            case FactIs(fact, answers):
                domain = self.edition.facts[fact].domain
                codes = frozenset(domain.index(answer) for answer in answers if answer != NOT_KNOWN)
                return self.net.member(self.bits[fact], codes, len(domain))
            case FindingHolds(name):
                if name not in self._findings:
                    self._findings[name] = self.node(self.edition.findings[name].when)
                return self._findings[name]
            case AllOf(parts):
                return self.net.every([self.node(part) for part in parts])
            case AnyOf(parts):
                return self.net.any_of([self.node(part) for part in parts])
            case Not(part):
                return self.net.negated(self.node(part))


Planes = Mapping[Input, int]
Run = Callable[[Planes, int], list[int]]


def runner(network: Network, outputs: Sequence[Node]) -> Run:
    """A function of (planes, number of cases) that gives one integer an output, bit `i` for case `i`.

    A variable is used again as soon as its value is spent: with many cases the integers are large, and keeping them all
    would cost ten times the work itself.
    """
    wanted = list(outputs)
    kept = {node for node in wanted if not isinstance(node, bool)}
    order = network.needed(wanted)
    operations = {node: network.operation(node) for node in order}
    last = {used: node for node in order if operations[node][0] != "in" for used in operations[node][1:]}
    lines, names, spare = ["def run(planes, ones):"], dict[object, str](), list[str]()
    for node in order:
        kind, *used = operations[node]
        text = f"planes[I[{node}]]"
        if kind != "in":
            one, other = names[used[0]], names[used[-1]]
            text = f"{one} ^ ones" if kind == "~" else f"{one} {kind} {other}"
            spare += [names[each] for each in dict.fromkeys(used) if last[each] == node and each not in kept]
        names[node] = spare.pop() if spare else f"v{node}"
        lines.append(f" {names[node]} = {text}")
    said = ", ".join("ones" if n is True else "0" if n is False else names[n] for n in wanted)
    lines.append(f" return [{said}]")
    inputs = {node: operations[node][1:] for node in order if operations[node][0] == "in"}
    space: dict[str, object] = {"I": inputs}
    exec(compile("\n".join(lines), "<sharewell planes>", "exec"), space)  # noqa: S102 - our own source: numbers only
    generated = cast("Callable[[Planes, int], list[int]]", space["run"])

    def run(planes: Planes, cases: int) -> list[int]:
        return generated(planes, (1 << cases) - 1)

    return run


def planes_of(edition: Edition, cases: Iterable[Mapping[str, str]]) -> tuple[dict[Input, int], int]:
    """Planes of complete cases, and how many there are.

    Raises: KeyError for a missing fact, ValueError for an answer that is not a real one.
    """
    rows = list(cases)
    planes: dict[Input, int] = {}
    for name, fact in edition.facts.items():
        codes = [fact.domain.index(row[name]) for row in rows]
        for bit in range(width(len(fact.domain))):
            text = "".join("1" if code >> bit & 1 else "0" for code in reversed(codes))
            planes[name, bit] = int(text or "0", 2)
    return planes, len(rows)


def decide_many(edition: Edition, cases: Iterable[Mapping[str, str]]) -> list[Outcome]:
    """The outcome of each complete case, in order; quiet answers and contradictions are not looked at."""
    made = circuit(edition, quiet=False)
    planes, count = planes_of(edition, cases)
    said = runner(made.network, made.outcome_code())(planes, count)
    return [OUTCOMES[sum((plane >> i & 1) << bit for bit, plane in enumerate(said))] for i in range(count)]
