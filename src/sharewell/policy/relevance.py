"""Which facts could still change the outcome: only those that an undecided rule of a deciding rank still reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.rule import Effect
from sharewell.policy.standing import Standings
from sharewell.policy.truth import Truth

if TYPE_CHECKING:
    from sharewell.policy.evaluate import Reader


def relevant_facts(reader: Reader, standing: Standings) -> tuple[str, ...]:
    """Unanswered and *not-known* facts that could still change the outcome, in the order of the pack."""
    live: set[str] = set()
    seen: set[int] = set()
    stack = list(deciding_rules(reader, standing))
    while stack:
        i = stack.pop()
        if i in seen:
            continue
        seen.add(i)
        _collect(reader, reader.edition.rules[i].when, live, set())
        stack.extend(j for j in reader.edition.overriders[i] if j in standing.may)
    return tuple(name for name in reader.edition.facts if name in live)


def deciding_rules(reader: Reader, standing: Standings) -> list[int]:
    """Rules that may stand, are not sure to, and rank so that it matters."""
    rules = reader.edition.rules
    sure = {rules[i].effect for i in standing.sure}
    matter = {Effect.PROHIBITS, Effect.REQUIRES} - sure
    if Effect.PROHIBITS not in sure:
        for effect in Effect:
            if effect in sure:
                break
            matter.add(effect)
    return [i for i in standing.may - standing.sure if rules[i].effect in matter]


def facts_left_in(reader: Reader, condition: Condition) -> tuple[str, ...]:
    """The facts, not answered yet, that leave a condition open, in the order of the pack."""
    live: set[str] = set()
    _collect(reader, condition, live, set())
    return tuple(name for name in reader.edition.facts if name in live and name not in reader.effective)


def _collect(reader: Reader, condition: Condition, live: set[str], opened: set[str]) -> None:
    """Add the facts of the parts of a condition that are still open."""
    if reader.truth(condition) is not Truth.OPEN:
        return
    match condition:
        case FactIs(fact):
            add_open_fact(reader, fact, live)
        case FindingHolds(finding):
            if finding not in opened:
                opened.add(finding)
                _collect(reader, reader.edition.findings[finding].when, live, opened)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                _collect(reader, part, live, opened)
        case Not(part):
            _collect(reader, part, live, opened)


def add_open_fact(reader: Reader, fact: str, live: set[str]) -> None:
    """Add a fact; if it is quiet until something unanswered opens it, that something counts as well."""
    if fact in live:
        return
    live.add(fact)
    if fact not in reader.answers:
        for quiet in reader.edition.facts[fact].declared:
            _collect(reader, quiet.unless, live, set())


def askable(reader: Reader, fact: str) -> bool:
    """Whether to ask a fact now: not while an unanswered fact could still make its quiet answer do."""
    waiting: set[str] = set()
    for quiet in reader.edition.facts[fact].declared:
        _collect(reader, quiet.unless, waiting, set())
    return all(reader.effective.get(name) == NOT_KNOWN for name in waiting)
