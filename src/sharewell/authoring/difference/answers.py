"""Describing where the outcome changed in answers and findings."""

from __future__ import annotations

from sharewell.authoring.difference.change import Situation
from sharewell.authoring.difference.described import Described, causes, formula_of, needed
from sharewell.authoring.difference.pair import Pair
from sharewell.authoring.proof.formula import Formula, neg
from sharewell.policy.condition import Condition, FactIs, FindingHolds, Not, atoms
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome

#: Facts in one description, and descriptions of one change, that can still be read.
FACTS, SITUATIONS = 6, 12


def by_answers(pair: Pair, before: Outcome, after: Outcome, moved: Formula) -> Described | None:
    """In answers and findings, or nothing where that takes too many."""
    found: list[Situation] = []
    left: list[Formula] = [moved]
    while pair.solver.possible(*left):
        answers = pair.cases.example()
        through = causes(pair)
        when = _widest(pair, answers, moved)
        if len(when) > FACTS or len(found) == SITUATIONS:
            return None
        made = Situation(before, after, _in_findings(pair, when, moved), (), *through)
        found.append(made)
        left.append(neg(formula_of(pair, made)))
    return Described(tuple(needed(pair, found)), complete=True)


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
