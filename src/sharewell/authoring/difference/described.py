"""Descriptions as formulas: what they cover, and which of several say nothing that the others do not."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.authoring.difference.change import Situation
from sharewell.authoring.difference.pair import Pair
from sharewell.authoring.proof.formula import Formula, conj, neg


@dataclass(frozen=True, slots=True)
class Described:
    """The situations of one change, and whether it is shown that there are no others."""

    situations: tuple[Situation, ...]
    complete: bool


def formula_of(pair: Pair, situation: Situation) -> Formula:
    """A situation as a formula."""
    conditions = [pair.condition(condition) for condition in situation.when]
    return conj([*conditions, *(pair.block(block) for block in situation.blocks)])


def causes(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The changed rules that stand in the solver's example, before and after."""
    ended, begun = (
        tuple(name for name in half.changed if pair.solver.holds(half.rulings.stands[name].true))
        for half in pair.halves
    )
    return ended, begun


def needed(pair: Pair, found: list[Situation]) -> list[Situation]:
    """Without those that the others cover."""
    kept = list(found)
    for each in found:
        others = [neg(formula_of(pair, other)) for other in kept if other is not each]
        if len(kept) > 1 and not pair.solver.possible(formula_of(pair, each), *others):
            kept.remove(each)
    return kept
