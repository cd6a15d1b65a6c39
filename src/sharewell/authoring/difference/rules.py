"""Describing where the outcome changed by the changed rules that stand, with what the other rules say beside them."""

from __future__ import annotations

from collections.abc import Iterable

from sharewell.authoring.difference.block import Block
from sharewell.authoring.difference.change import Situation
from sharewell.authoring.difference.described import Described, causes, formula_of, needed
from sharewell.authoring.difference.pair import Half, Pair
from sharewell.authoring.proof.formula import Formula, conj, neg
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect

#: Descriptions by deciding rules; beyond them the rest is said to be left out.
RULES = 60


def by_rules(pair: Pair, before: Outcome, after: Outcome, moved: Formula) -> Described:
    """By changed rules that stand, and by what the rules that are the same say beside them."""
    found: list[Situation] = []
    left: list[Formula] = [moved]
    while len(found) < RULES and pair.solver.possible(*left):
        answers = pair.cases.example()
        ended, begun = causes(pair)
        deciding = _deciding(pair.before, before, ended) + _deciding(pair.after, after, begun)
        # Those first that are dropped first: what rules do not do says less than what they do.
        blocks = sorted(
            (each for each in _true_blocks(pair) if each not in deciding),
            key=lambda each: (each.surely, each.holds, not isinstance(each.about, Effect)),
        )
        against = pair.solver.named("against", conj([*(pair.block(each) for each in deciding), neg(moved)]))
        kept = pair.solver.needed([pair.block(each) for each in blocks], against=against)
        chosen = (*deciding, *(blocks[i] for i in sorted(kept, reverse=True)))
        whole = pair.solver.named("situation", conj(pair.block(each) for each in chosen))
        literals = [pair.cases.among(n, [a]) for n, a in answers.items()]
        matter = {list(answers)[i] for i in pair.solver.needed(literals, against=neg(whole))}
        ended, begun = _through(pair, whole, ended, begun)
        read = _read(pair, {*ended, *begun}) & matter
        example = tuple(each for each in answers.items() if each[0] in (read or matter))
        setting = tuple(each for each in answers.items() if each[0] in matter and each not in example)
        made = Situation(before, after, (), chosen, ended, begun, example, setting)
        found.append(made)
        left.append(neg(formula_of(pair, made)))
    complete = len(found) < RULES or not pair.solver.possible(*left)
    return Described(tuple(needed(pair, found)), complete)


Names = tuple[str, ...]


def _deciding(half: Half, outcome: Outcome, names: Names) -> tuple[Block, ...]:
    """Changed rules that stand and give the outcome of their side: they are always said."""
    return tuple(
        Block(half.side, name, holds=True) for name in names if half.rulings.rules[name].effect.outcome is outcome
    )


def _through(pair: Pair, whole: Formula, ended: Names, begun: Names) -> tuple[Names, Names]:
    """Of changed rules that stand in an example those that stand in all of the situation, or else all of them."""
    always = [
        tuple(n for n in names if not pair.solver.possible(whole, neg(half.rulings.stands[n].true)))
        for half, names in zip(pair.halves, (ended, begun), strict=True)
    ]
    return (always[0], always[1]) if any(always) else (ended, begun)


def _read(pair: Pair, names: set[str]) -> set[str]:
    """The facts that some rules read."""
    return {
        fact
        for half in pair.halves
        for rule in half.edition.rules
        if rule.name in names
        for fact in half.edition.facts_in(rule.when)
    }


def _true_blocks(pair: Pair) -> Iterable[Block]:
    """Every block that can be said of the solver's example."""
    for half in pair.halves:
        for about in (*half.changed, *Effect):
            for holds, surely in ((True, True), (False, True), (True, False), (False, False)):
                block = Block(half.side, about, holds, surely)
                if pair.solver.holds(pair.block(block)):
                    yield block
