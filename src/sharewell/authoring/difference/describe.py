"""Describing where the outcome changed: in answers and findings or, where that is too long, by the rules that decide.

Each description is taken from one changed case and made as wide as it can be while the solver shows that all of it is
changed. Then the rest is searched for another case, until none is left.
"""

from __future__ import annotations

from sharewell.authoring.difference.answers import by_answers
from sharewell.authoring.difference.described import Described
from sharewell.authoring.difference.pair import Pair
from sharewell.authoring.difference.rules import by_rules
from sharewell.policy.outcome import Outcome


def describe(pair: Pair, before: Outcome, after: Outcome) -> Described:
    """Everything that went from one outcome to the other."""
    moved = pair.solver.named("moved", pair.moved(before, after))
    found = by_answers(pair, before, after, moved)
    return found or by_rules(pair, before, after, moved)
