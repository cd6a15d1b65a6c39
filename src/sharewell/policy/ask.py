"""Which question to ask next: the fact that is still open, can still change the answer, and tells most.

Facts that could still matter are found exactly (`relevance`); the order among them is a guess that can only cost a
question, never an answer: some thousands of imagined cases, drawn with the pack's `likely` weights from a fixed
stream, are run through the rules at once on bit planes, and the fact that leaves least doubt about the outcome is
asked. When nearly all imagined cases agree but the rules are not yet certain, the fact that is expected to leave
fewest rules undecided is asked instead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from math import log2

from sharewell.policy.certain import certain, outcome_of_standing
from sharewell.policy.compile import Compiled
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader
from sharewell.policy.network import Input, width
from sharewell.policy.planes import circuit, runner
from sharewell.policy.relevance import askable, relevant_facts

LANES = 4096
_LEVELS = 256


class Interview:
    """Orders questions for one compiled edition. Keep it: building takes some tens of milliseconds, an order a few."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.edition = compiled.edition
        self._circuit = circuit(self.edition)
        quiet = [bit for name in self.edition.quiet_order for bit in self._circuit.effective[name]]
        outcomes = [self._circuit.outcomes[outcome] for outcome in self._circuit.outcomes]
        self._run = runner(self._circuit.network, [*outcomes, *quiet])
        self._drawn = imagined(self.edition)
        self._weights = {name: _shares(self.edition, name) for name in self.edition.facts}
        self._memo: dict[frozenset[tuple[str, str]], tuple[str, ...]] = {}

    def next(self, answers: Mapping[str, str]) -> str | None:
        """The fact to ask now, or None when the outcome is settled."""
        order = self.order(answers)
        return order[0] if order else None

    def order(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        """The facts that are open and could still change the outcome, the next question first; empty when it is
        settled.

        Raises: UnknownFactError for a name that the pack does not have.
        """
        key = frozenset(answers.items())
        if key not in self._memo:
            if len(self._memo) > LANES:
                self._memo.clear()
            self._memo[key] = self._order(answers)
        return self._memo[key]

    def _order(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        reader = Reader(self.edition, answers)
        verdict = self.compiled.partial(answers)
        if len(verdict.possible) == 1:
            return ()
        matters = relevant_facts(reader, verdict.standing)
        live = [name for name in matters if name not in reader.effective]
        expected = None if reader.contradictions() else outcome_of_standing(self.edition, verdict.standing)
        if not live or certain(self.edition, answers, matters, expected, self.compiled.look):
            return ()
        ready = [name for name in live if askable(reader, name)] or live
        now = [name for name in ready if not set(self.edition.facts[name].after) & set(ready)] or ready
        first = [name for name in now if self.edition.facts[name].first]
        if first:
            return (*first, *(name for name in live if name not in first))
        score = self._scores(answers, now)
        ranked = sorted(now, key=lambda name: -score[name])
        return (*ranked, *(name for name in live if name not in ranked))

    def _scores(self, answers: Mapping[str, str], names: list[str]) -> dict[str, float]:
        gains = self._gains(answers, names)
        if max(gains.values()) >= _TELLING:
            return gains
        return {name: gains[name] - self._undecided(answers, name) for name in names}

    def _gains(self, answers: Mapping[str, str], names: list[str]) -> dict[str, float]:
        """Expected fall of doubt about the outcome, in bits, for each fact."""
        planes = dict(self._drawn)
        ones = (1 << LANES) - 1
        for name, answer in answers.items():
            if answer in self.edition.domains[name]:
                code = self.edition.facts[name].domain.index(answer)
                for bit in range(width(len(self.edition.domains[name]))):
                    planes[name, bit] = ones if code >> bit & 1 else 0
        said = self._run(planes, LANES)
        outcomes = [plane for plane in said[: len(self._circuit.outcomes)] if plane]
        effective = dict(zip(self._quiet_bits(), said[len(self._circuit.outcomes) :], strict=True))
        doubt = _entropy([plane.bit_count() for plane in outcomes])
        gains = {}
        for name in names:
            left = 0.0
            for code in range(len(self.edition.domains[name])):
                mask = ones
                for bit in range(width(len(self.edition.domains[name]))):
                    plane = effective.get((name, bit), planes[name, bit])
                    mask &= plane if code >> bit & 1 else plane ^ ones
                counts = [(plane & mask).bit_count() for plane in outcomes]
                left += sum(counts) / LANES * _entropy(counts)
            gains[name] = doubt - left
        return gains

    def _quiet_bits(self) -> list[Input]:
        return [(name, bit) for name in self.edition.quiet_order for bit in range(len(self._circuit.effective[name]))]

    def _undecided(self, answers: Mapping[str, str], name: str) -> float:
        """How many rules are expected to be undecided once the fact is answered."""
        left = 0.0
        for answer, share in self._weights[name]:
            verdict = self.compiled.partial({**answers, name: answer})
            if len(verdict.possible) > 1:
                left += share * (1 + len(verdict.standing.may) - len(verdict.standing.sure))
        return left


#: Below this many bits the imagined cases all but agree, and what is left is to make certain.
_TELLING = 0.02


def open_in_order(interview: Interview, answers: Mapping[str, str]) -> tuple[str, ...]:
    """The open facts, the next question first."""
    return interview.order(answers)


def imagined(edition: Edition) -> dict[Input, int]:
    """Planes of `LANES` imagined cases: each fact drawn by its `likely` weights, from a stream that its name fixes."""
    planes: dict[Input, int] = {}
    for name, fact in edition.facts.items():
        stream = hashlib.shake_128(name.encode()).digest(LANES)
        levels = _levels([weight for _, weight in _shares(edition, name)])
        for bit in range(width(len(fact.domain))):
            table = bytes(ord("1") if code >> bit & 1 else ord("0") for code in levels)
            planes[name, bit] = int(stream.translate(table), 2)
    return planes


def _shares(edition: Edition, name: str) -> list[tuple[str, float]]:
    fact = edition.facts[name]
    likely = [max(weight, 0) for weight in fact.likely] or [1] * len(fact.domain)
    total = sum(likely) or 1
    return [(answer, weight / total) for answer, weight in zip(fact.domain, likely, strict=True)]


def _levels(shares: list[float]) -> list[int]:
    """256 codes in proportion to the shares; every answer has at least one."""
    counts = [max(1, round(share * _LEVELS)) for share in shares]
    counts[counts.index(max(counts))] += _LEVELS - sum(counts)
    return [code for code, count in enumerate(counts) for _ in range(count)]


def _entropy(counts: list[int]) -> float:
    total = sum(counts)
    return -sum(c / total * log2(c / total) for c in counts if c) if total else 0.0
