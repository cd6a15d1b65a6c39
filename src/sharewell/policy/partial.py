"""The set reading of cases in which facts may be open: which outcomes are still possible, for many cases at once.

Inputs beside the bits of each fact: `(fact, "k")`, a real answer was given, and `(fact, "n")`, *not-known* was
answered. The bits of a fact without a real answer must be zero. Agrees with `evaluate` case by case: the same two
rails as `generate`, on planes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.network import Input, Network, Node, width
from sharewell.policy.outcome import Outcome
from sharewell.policy.planes import OUTCOMES, runner
from sharewell.policy.rule import Effect


@dataclass
class PartialCircuit:
    """`possible` holds one node an outcome of `OUTCOMES`: it could still come out. Contradictions are not looked at."""

    edition: Edition
    network: Network
    possible: dict[Outcome, Node]


def partial_circuit(edition: Edition, *, network: Network | None = None) -> PartialCircuit:
    """Turn an edition into a three-valued network."""
    net = network or Network()
    built = _Rails(edition, net)
    for name in edition.quiet_order:
        built.declare(name)
    sure: list[Node] = [False] * len(edition.rules)
    may: list[Node] = [False] * len(edition.rules)
    for i in edition.order:
        true, false = built.rails(edition.rules[i].when)
        may[i] = net.both(net.negated(false), net.negated(net.any_of([sure[j] for j in edition.overriders[i]])))
        sure[i] = net.both(true, net.negated(net.any_of([may[j] for j in edition.overriders[i]])))
    return PartialCircuit(edition, net, _possible(edition, net, sure, may))


def _possible(edition: Edition, net: Network, sure: list[Node], may: list[Node]) -> dict[Outcome, Node]:
    effects = [rule.effect for rule in edition.rules]
    surely = {e: net.any_of([n for n, x in zip(sure, effects, strict=True) if x is e]) for e in Effect}
    maybe = {e: net.any_of([n for n, x in zip(may, effects, strict=True) if x is e]) for e in Effect}
    banned, duty = maybe[Effect.PROHIBITS], Effect.REQUIRES
    said: dict[Outcome, Node] = {Outcome.MUST_NOT_SHARE: net.both(banned, net.negated(surely[duty]))}
    left = net.negated(surely[Effect.PROHIBITS])
    for effect in list(Effect)[1:]:
        said[effect.outcome] = net.both(left, maybe[effect])
        left = net.both(left, net.negated(surely[effect]))
    said[Outcome.REFER] = net.either(left, net.both(banned, maybe[duty]))
    return said


class _Rails:
    """Conditions to pairs of nodes: definitely true, definitely false."""

    def __init__(self, edition: Edition, net: Network) -> None:
        self.edition, self.net = edition, net
        self._findings: dict[str, tuple[Node, Node]] = {}
        self.known: dict[str, Node] = {name: net.plane(name, "k") for name in edition.facts}
        self.bits: dict[str, list[Node]] = {
            name: [net.plane(name, bit) for bit in range(width(len(fact.domain)))]
            for name, fact in edition.facts.items()
        }

    def declare(self, name: str) -> None:
        """Put a quiet answer in where the fact has no answer at all and nothing can open it."""
        net = self.net
        reached = net.both(net.negated(self.known[name]), net.negated(net.plane(name, "n")))
        for quiet in self.edition.facts[name].declared:
            opened, closed = self.rails(quiet.unless)
            put = net.both(reached, closed)
            code = self.edition.facts[name].domain.index(quiet.answer)
            self.known[name] = net.either(self.known[name], put)
            self.bits[name] = [net.either(bit, put) if code >> i & 1 else bit for i, bit in enumerate(self.bits[name])]
            reached = net.both(reached, opened)

    def rails(self, condition: Condition) -> tuple[Node, Node]:
        net = self.net
        match condition:
            case FactIs():
                return self._test(condition)
            case FindingHolds(name):
                if name not in self._findings:
                    self._findings[name] = self.rails(self.edition.findings[name].when)
                return self._findings[name]
            case Not(part):
                true, false = self.rails(part)
                return false, true
            case AllOf(parts):
                pairs = [self.rails(part) for part in parts]
                return net.every([t for t, _ in pairs]), net.any_of([f for _, f in pairs])
            case AnyOf(parts):
                pairs = [self.rails(part) for part in parts]
                return net.any_of([t for t, _ in pairs]), net.every([f for _, f in pairs])

    def _test(self, test: FactIs) -> tuple[Node, Node]:
        net, domain = self.net, self.edition.facts[test.fact].domain
        known, said_not_known = self.known[test.fact], net.plane(test.fact, "n")
        codes = frozenset(domain.index(answer) for answer in test.answers if answer != NOT_KNOWN)
        member = net.member(self.bits[test.fact], codes, len(domain))
        true = net.both(known, member)
        if len(codes) == len(domain) and NOT_KNOWN in test.answers:
            return True, False
        if len(codes) == len(domain) or NOT_KNOWN in test.answers:
            true = net.either(true, said_not_known)
        if not test.answers:
            return False, True
        false = net.both(known, net.negated(member))
        if not codes and NOT_KNOWN not in test.answers:
            false = True
        return true, false


def partial_planes_of(edition: Edition, cases: Iterable[Mapping[str, str]]) -> tuple[dict[Input, int], int]:
    """Planes of cases in which facts may be missing or *not-known*, and how many cases there are.

    Raises: ValueError for an answer that the fact does not have.
    """
    rows = list(cases)
    planes: dict[Input, int] = {}

    def plane(bits: Iterable[bool]) -> int:
        return int("".join("1" if bit else "0" for bit in bits) or "0", 2)

    for name, fact in edition.facts.items():
        given = [row.get(name) for row in reversed(rows)]
        codes = [None if answer in (None, NOT_KNOWN) else fact.domain.index(answer) for answer in given]
        planes[name, "k"] = plane(code is not None for code in codes)
        planes[name, "n"] = plane(answer == NOT_KNOWN for answer in given)
        for bit in range(width(len(fact.domain))):
            planes[name, bit] = plane(code is not None and bool(code >> bit & 1) for code in codes)
    return planes, len(rows)


def possible_many(edition: Edition, cases: Iterable[Mapping[str, str]]) -> list[frozenset[Outcome]]:
    """The outcomes still possible in each case, in order."""
    made = partial_circuit(edition)
    planes, count = partial_planes_of(edition, cases)
    said = runner(made.network, [made.possible[outcome] for outcome in OUTCOMES])(planes, count)
    return [frozenset(o for o, plane in zip(OUTCOMES, said, strict=True) if plane >> i & 1) for i in range(count)]
