"""Describing where the outcome changed: in answers and findings or, where that is too long, by the rules that decide.

Each description is taken from one changed case and made as wide as it can be while the solver shows that all of it is
changed. Then the rest is searched for another case, until none is left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sharewell.authoring.difference.change import Block, Situation
from sharewell.authoring.difference.pair import Half, Pair
from sharewell.authoring.proof.formula import Formula, conj, neg
from sharewell.policy.condition import Condition, FactIs, FindingHolds, Not, atoms
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect

#: Facts in one description, and descriptions of one change, that can still be read.
FACTS, SITUATIONS = 6, 12
#: Descriptions by deciding rules; beyond them the rest is said to be left out.
RULES = 60


@dataclass(frozen=True, slots=True)
class Described:
    """The situations of one change, and whether it is shown that there are no others."""

    situations: tuple[Situation, ...]
    complete: bool


def describe(pair: Pair, before: Outcome, after: Outcome) -> Described:
    """Everything that went from one outcome to the other."""
    moved = pair.solver.named("moved", pair.moved(before, after))
    found = _by_answers(pair, before, after, moved)
    return found or _by_rules(pair, before, after, moved)


def formula_of(pair: Pair, situation: Situation) -> Formula:
    """A situation as a formula."""
    conditions = [pair.condition(condition) for condition in situation.when]
    return conj([*conditions, *(pair.block(block) for block in situation.blocks)])


def _by_answers(pair: Pair, before: Outcome, after: Outcome, moved: Formula) -> Described | None:
    """In answers and findings, or nothing where that takes too many."""
    found: list[Situation] = []
    left: list[Formula] = [moved]
    while pair.solver.possible(*left):
        answers = pair.cases.example()
        causes = _causes(pair)
        when = _widest(pair, answers, moved)
        if len(when) > FACTS or len(found) == SITUATIONS:
            return None
        made = Situation(before, after, _in_findings(pair, when, moved), (), *causes)
        found.append(made)
        left.append(neg(formula_of(pair, made)))
    return Described(tuple(_needed(pair, found)), complete=True)


def _causes(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The changed rules that stand in the solver's example, before and after."""
    ended, begun = (
        tuple(name for name in half.changed if pair.solver.holds(half.rulings.stands[name].true))
        for half in pair.halves
    )
    return ended, begun


def _widest(pair: Pair, answers: dict[str, str], moved: Formula) -> tuple[Condition, ...]:
    """As few facts, each with as many answers, as keep all of it changed."""
    facts = pair.solver.needed([pair.cases.among(n, [a]) for n, a in answers.items()], against=neg(moved))
    names = [list(answers)[i] for i in facts]
    struck = [(name, code) for name in names for code in pair.codes[name] if code != answers[name]]
    kept = pair.solver.needed([neg(pair.cases.among(n, [code])) for n, code in struck], against=neg(moved))
    out: dict[str, set[str]] = {}
    for i in kept:
        out.setdefault(struck[i][0], set()).add(struck[i][1])
    return tuple(_test(name, frozenset(pair.codes[name]) - codes, codes) for name, codes in out.items())


def _test(fact: str, answers: frozenset[str], struck: set[str]) -> Condition:
    """One of these answers; said the other way round where only *not-known* is struck out."""
    only_not_known = FactIs(fact, frozenset({NOT_KNOWN}))
    return Not(only_not_known) if struck == {NOT_KNOWN} else FactIs(fact, answers)


def _in_findings(pair: Pair, when: tuple[Condition, ...], moved: Formula) -> tuple[Condition, ...]:
    """Facts replaced by a finding, or by its opposite, wherever the finding alone does as well."""
    said: list[Condition] = list(when)
    for finding in _findings(pair):
        read = pair.after.edition.facts_in(finding)
        inside = [each for each in said if isinstance(each, FactIs) and each.fact in read]
        if not inside:
            continue
        rest = [each for each in said if each not in inside]
        for candidate in (finding, Not(finding)) if len(inside) > 1 else (finding,):
            wider = [candidate, *rest]
            claim = [pair.condition(each) for each in wider]
            narrow = [pair.condition(each) for each in said]
            covers = not pair.solver.possible(*narrow, neg(claim[0]))
            if covers and not pair.solver.possible(*claim, neg(moved)):
                said = [*wider]
                break
    return tuple(said)


def _findings(pair: Pair) -> list[FindingHolds]:
    """Findings of both editions that the changed rules name, those that say most first."""
    named = {
        atom.finding
        for half in pair.halves
        for rule in half.edition.rules
        if rule.name not in pair.same
        for atom in atoms(rule.when)
        if not isinstance(atom, FactIs)
    }
    both = [FindingHolds(name) for name in named if all(name in half.edition.findings for half in pair.halves)]
    return sorted(both, key=lambda each: (-len(pair.after.edition.facts_in(each)), each.finding))


def _by_rules(pair: Pair, before: Outcome, after: Outcome, moved: Formula) -> Described:
    """By changed rules that stand, and by what the rules that are the same say beside them."""
    found: list[Situation] = []
    left: list[Formula] = [moved]
    while len(found) < RULES and pair.solver.possible(*left):
        answers = pair.cases.example()
        ended, begun = _causes(pair)
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
        needed = {list(answers)[i] for i in pair.solver.needed(literals, against=neg(whole))}
        ended, begun = _through(pair, whole, ended, begun)
        read = _read(pair, {*ended, *begun}) & needed
        example = tuple(each for each in answers.items() if each[0] in (read or needed))
        setting = tuple(each for each in answers.items() if each[0] in needed and each not in example)
        made = Situation(before, after, (), chosen, ended, begun, example, setting)
        found.append(made)
        left.append(neg(formula_of(pair, made)))
    complete = len(found) < RULES or not pair.solver.possible(*left)
    return Described(tuple(_needed(pair, found)), complete)


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


def _needed(pair: Pair, found: list[Situation]) -> list[Situation]:
    """Without those that the others cover."""
    kept = list(found)
    for each in found:
        others = [neg(formula_of(pair, other)) for other in kept if other is not each]
        if len(kept) > 1 and not pair.solver.possible(formula_of(pair, each), *others):
            kept.remove(each)
    return kept
