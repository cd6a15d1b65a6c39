"""The outcomes of many cases, and how they change from one edition to another."""

from __future__ import annotations

from itertools import product

import numpy as np

from sharewell.policy.edition import Edition
from sharewell.policy.network import Network
from sharewell.policy.outcome import Outcome
from sharewell.policy.partial import partial_circuit
from sharewell.policy.planes import OUTCOMES, circuit
from sharewell.replay.cases import Cases, Codes, unpack
from sharewell.replay.engine import Engine, Words

#: In the answer of `outcomes_of_partial`: the answers so far do not settle the case.
UNSETTLED = len(OUTCOMES)


class Decider:
    """One edition ready for many complete cases."""

    def __init__(self, edition: Edition) -> None:
        made = circuit(edition, quiet=False)
        self._engine = Engine(made.network, made.outcome_code())

    def planes(self, cases: Cases) -> list[Words]:
        """The outcome of each case as three planes: the index into `OUTCOMES`, lowest bit first."""
        return self._engine.run(cases.planes)

    def outcomes(self, cases: Cases) -> Codes:
        """The outcome of each case as an index into `OUTCOMES`."""
        return unpack(self.planes(cases), cases.count)


class PartialDecider:
    """One edition ready for many cases in which facts may be open."""

    def __init__(self, edition: Edition) -> None:
        made = partial_circuit(edition)
        self._engine = Engine(made.network, [made.possible[outcome] for outcome in OUTCOMES])

    def possible(self, cases: Cases) -> list[Words]:
        """One plane an outcome of `OUTCOMES`: it could still come out."""
        return self._engine.run(cases.planes)

    def outcomes(self, cases: Cases) -> Codes:
        """The settled outcome of each case as an index into `OUTCOMES`, or `UNSETTLED`."""
        bits = [
            np.unpackbits(plane.view(np.uint8), count=cases.count, bitorder="little") for plane in self.possible(cases)
        ]
        total = np.zeros(cases.count, np.uint8)
        said = np.zeros(cases.count, np.uint8)
        for number, bit in enumerate(bits):
            total += bit
            said += bit * np.uint8(number)
        return np.where(total == 1, said, UNSETTLED).astype(np.uint8)


class Change:
    """Two editions over the same complete cases; what they have in common is worked out once.

    The editions must have the same facts and answers.
    """

    def __init__(self, before: Edition, after: Edition) -> None:
        if before.facts.keys() != after.facts.keys() or before.domains != after.domains:
            raise ValueError("the two editions ask different facts: their cases cannot be compared")
        shared = Network()
        one, two = (circuit(edition, quiet=False, network=shared) for edition in (before, after))
        self._pairs = list(product(OUTCOMES, OUTCOMES))
        self._engine = Engine(shared, [shared.both(one.outcomes[a], two.outcomes[b]) for a, b in self._pairs])

    def matrix(self, cases: Cases) -> dict[tuple[Outcome, Outcome], int]:
        """How many cases go from which outcome to which; pairs that do not occur are left out."""
        said = self._engine.counts(cases.planes, cases.count)
        return {pair: number for pair, number in zip(self._pairs, said, strict=True) if number}
