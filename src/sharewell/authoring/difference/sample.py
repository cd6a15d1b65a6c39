"""Situations drawn from a fixed stream, by the hundred thousand, on bit planes: how often an outcome changes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from sharewell.authoring.difference.column import Column, levels, planes_of_columns
from sharewell.policy.condition import FactIs, atoms
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.network import Node
from sharewell.policy.outcome import Outcome
from sharewell.policy.planes import circuit, runner
from sharewell.policy.rule import Effect, InForce, Rule

#: How many consistent situations are wanted, and how many may be drawn to get them.
WANTED, DRAWN = 1 << 14, 1 << 20

Moves = Counter[tuple[Outcome, Outcome]]


@dataclass
class Draw:
    """Draws situations that two editions can both be told.

    A question that something opens has each of its answers equally often, or with `everyday` as often as the pack's
    rough weights say. One that nothing opens has its quiet answer. Nobody answers *not-known*.
    """

    before: Edition
    after: Edition
    codes: Mapping[str, Sequence[str]]
    everyday: bool

    def moves(self) -> Moves:
        """How many of the situations have which outcome before and after."""
        columns, drawn = self._consistent()
        first, second = ((edition, _Said.of(edition, columns, self.codes)) for edition in (self.before, self.after))
        counted = (1 << drawn) - 1
        for name in first[1].quiet.keys() & second[1].quiet.keys():
            for answer in self.codes[name]:
                planes = [said.quiet[name].get(answer, 0) for _, said in (first, second)]
                counted &= ~(planes[0] ^ planes[1])
        return Counter({
            (one, two): count
            for one, plane in first[1].outcomes.items()
            for two, another in second[1].outcomes.items()
            if (count := (plane & another & counted).bit_count())
        })  # fmt: skip

    def _consistent(self) -> tuple[dict[str, Column], int]:
        """Facts that exclusions read are drawn first, and only what they leave is filled up with the others."""
        size = WANTED
        names = sorted({name for edition in (self.before, self.after) for name in _excluding(edition)})
        while True:
            columns = {name: self._column(name, size) for name in names}
            barred = 0
            for edition in (self.before, self.after):
                barred |= _barred(edition, columns, self.codes, size)
            left = size - barred.bit_count()
            if left >= WANTED or size == DRAWN:
                break
            more = max(2, -(-WANTED // max(left, 1)))  # at least twice as many, or it would never end
            size = min(DRAWN, 1 << (size * more - 1).bit_length())
        chosen = format(((1 << size) - 1) ^ barred, f"0{size}b").encode().translate(_BITS)
        kept = {name: bytes(compress(column, chosen)) for name, column in columns.items()}
        return {name: kept[name] if name in kept else self._column(name, left) for name in self.codes}, left

    def _column(self, name: str, size: int) -> Column:
        """Answers from a stream that the name of the fact fixes."""
        fact = (self.after if name in self.after.facts else self.before).facts[name]
        answers = [answer for answer in self.codes[name] if answer != NOT_KNOWN]
        weights = dict(zip(fact.domain, fact.likely, strict=False)) if self.everyday else {}
        shares = levels([weights.get(answer, 0 if weights else 1) for answer in answers])
        table = bytes(shares[i] if i < len(shares) else 0 for i in range(256))
        stream = hashlib.shake_128(name.encode()).digest(size + size * 300 // len(shares) // 4 + 4096)
        stream = stream.translate(table, bytes(range(len(shares), 256)))
        while len(stream) < size:
            stream += stream
        return stream[:size]


_BITS = bytes(1 if i == ord("1") else 0 for i in range(256))


@dataclass(frozen=True)
class _Said:
    """Outcomes of the drawn situations, and the answers of quiet facts as they count."""

    outcomes: dict[Outcome, int]
    quiet: dict[str, dict[str, int]]

    @staticmethod
    def of(edition: Edition, columns: Mapping[str, Column], codes: Mapping[str, Sequence[str]]) -> _Said:
        made = circuit(edition)
        quiet = [(name, answer) for name in edition.quiet_order for answer in edition.facts[name].domain]
        nodes: list[Node] = [*made.outcomes.values(), *(made.answer_node(*each) for each in quiet)]
        size = len(next(iter(columns.values()), b""))
        result = runner(made.network, nodes)(planes_of_columns(edition, columns, codes), size)
        answers: dict[str, dict[str, int]] = {}
        for (name, answer), plane in zip(quiet, result[len(made.outcomes) :], strict=True):
            answers.setdefault(name, {})[answer] = plane
        return _Said(dict(zip(made.outcomes, result, strict=False)), answers)


def _excluding(edition: Edition) -> set[str]:
    """The facts that exclusions read, with those that open the quiet ones among them."""
    found: set[str] = set()
    stack = [name for each in edition.exclusions for name in edition.facts_in(each.never)]
    while stack:
        name = stack.pop()
        if name not in found:
            found.add(name)
            declared = edition.facts[name].declared
            stack += [a.fact for each in declared for a in atoms(each.unless) if isinstance(a, FactIs)]
    return found


def _barred(edition: Edition, columns: Mapping[str, Column], codes: Mapping[str, Sequence[str]], size: int) -> int:
    """The situations that an exclusion bars: exclusions are read as if they were rules."""
    never = InForce(None)
    rules = tuple(Rule(each.name, Effect.PROHIBITS, each.never, "", (), never) for each in edition.exclusions)
    loose = replace(edition, rules=rules, overriders=tuple(() for _ in rules), order=tuple(range(len(rules))))
    made = circuit(loose)
    barred = 0
    for plane in runner(made.network, list(made.stands))(planes_of_columns(edition, columns, codes), size):
        barred |= plane
    return barred
