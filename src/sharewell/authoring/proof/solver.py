"""A Z3 solver that keeps what it learned from one question to the next, and builds each formula once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import z3

from sharewell.authoring.proof.formula import Formula, conj, neg


class UndecidedError(RuntimeError):
    """Z3 gave up. It does not on formulas this small; a proof is never taken for granted when it does."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"the solver could not decide: {why}")


class Solver:
    """One context and one incremental solver over finite domains."""

    def __init__(self) -> None:
        self.context = z3.Context()
        self._solver = z3.SolverFor("QF_FD", ctx=self.context)
        self._named = 0
        self._model: Any = None
        self._literals: dict[int, tuple[Formula, Formula]] = {}
        self.questions = 0

    def number(self, name: str, size: int) -> Any:
        """A small bit-vector whose value is below `size`."""
        width = max(1, (size - 1).bit_length())
        self._named += 1
        vector = z3.BitVec(f"{name}!{self._named}", width, self.context)
        if size < 1 << width:
            self._solver.add(z3.ULT(vector, size))
        return vector

    def truth(self, name: str) -> Formula:
        """A free Boolean."""
        self._named += 1
        return z3.Bool(f"{name}!{self._named}", self.context)

    def named(self, name: str, formula: Formula) -> Formula:
        """A Boolean that stands for a formula; constants and single literals stay as they are."""
        if isinstance(formula, bool) or z3.is_const(formula):
            return formula
        constant = self.truth(name)
        self._solver.add(constant == formula)
        return constant

    def define(self, constant: Formula, formula: Formula) -> None:
        """Give a free Boolean its meaning."""
        self._solver.add(constant == formula)

    def require(self, formula: Formula) -> None:
        """Hold something for ever after."""
        if formula is not True:
            self._solver.add(self._literal(formula))

    def possible(self, *claims: Formula) -> bool:
        """Whether the claims can hold together; `value` and `holds` then read an example."""
        self.questions += 1
        if any(claim is False for claim in claims):
            return False
        literals = [self._literal(claim) for claim in claims if claim is not True]
        said = self._solver.check(*literals)
        if said == z3.unknown:
            raise UndecidedError(self._solver.reason_unknown())
        self._model = self._solver.model() if said == z3.sat else None
        return bool(said == z3.sat)

    def value(self, vector: Any) -> int:
        """The value of a bit-vector in the example."""
        return int(self._model.eval(vector, model_completion=True).as_long())

    def holds(self, formula: Formula) -> bool:
        """The truth of a formula in the example."""
        if isinstance(formula, bool):
            return formula
        return bool(z3.is_true(self._model.eval(formula, model_completion=True)))

    def needed(self, literals: Sequence[Formula], *, against: Formula) -> list[int]:
        """Of literals that together rule `against` out, indexes of a smallest-by-dropping list that still does.

        Those given first are dropped first. Raises: ValueError when they do not rule it out.
        """
        named = [self._literal(literal) for literal in literals]
        core = self._core(named, against)
        if core is None:
            raise ValueError("the literals do not rule it out")
        index = 0
        while index < len(core):
            smaller = self._core([named[i] for i in core[:index] + core[index + 1 :]], against)
            if smaller is None:
                index += 1
            else:
                left = core[:index] + core[index + 1 :]
                core = core[:index] + [left[i] for i in smaller if i >= index]
        return core

    def _core(self, named: list[Formula], against: Formula) -> list[int] | None:
        self.questions += 1
        target = self._literal(against)
        said = self._solver.check(target, *named)
        if said == z3.unknown:
            raise UndecidedError(self._solver.reason_unknown())
        if said == z3.sat:
            return None
        found = {each.get_id() for each in self._solver.unsat_core()}
        return [i for i, each in enumerate(named) if each.get_id() in found]

    def _literal(self, formula: Formula) -> Formula:
        """Assumptions have to be literals."""
        if isinstance(formula, bool):
            return z3.BoolVal(formula, self.context)
        if z3.is_const(formula) or (z3.is_not(formula) and z3.is_const(formula.arg(0))):
            return formula
        key = formula.get_id()
        if key not in self._literals:
            self._literals[key] = (formula, self.named("literal", formula))
        return self._literals[key][1]

    def never(self, *claims: Formula) -> None:
        """Leave a combination out of every later answer."""
        self.require(neg(conj(claims)))
