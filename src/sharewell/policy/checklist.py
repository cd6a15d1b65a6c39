"""Checklists: one screen that answers many facts. Tick what is so; all the rest is as usual.

Rare facts are not asked one by one. A checklist fact has two answers, *none* and *some*, and a line (`Tick`) for each
answer out of the usual. *None* leaves every fact behind it to its quiet answer, declared. *Some* comes with the lines
that were ticked, and then every fact behind it has an explicit answer: the ticked one, or its quiet answer, which the
person saw and left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN, Fact, Tick

NONE = "none"
SOME = "some"


def shown(fact: Fact, live: Collection[str]) -> tuple[Tick, ...]:
    """The lines worth showing: those whose fact could still change the outcome."""
    return tuple(tick for tick in fact.ticks if tick.fact in live)


def ticked(edition: Edition, checklist: str, ticks: Collection[tuple[str, str]]) -> dict[str, str]:
    """The answers that a checklist gives, itself included: `ticks` are the (fact, answer) pairs that were ticked.

    Raises: ValueError for a tick that the checklist does not have, or two ticks for one fact.
    """
    fact = edition.facts[checklist]
    known = {(tick.fact, tick.answer) for tick in fact.ticks}
    if strange := set(ticks) - known:
        raise ValueError(f"`{checklist}` has no line {min(strange)}")
    chosen = dict(ticks)
    if len(chosen) < len(set(ticks)):
        raise ValueError(f"two lines of `{checklist}` answer the same fact")
    if not chosen:
        return {checklist: NONE}
    behind = {tick.fact: usual(edition, tick.fact) for tick in fact.ticks}
    given = {name: answer for name, answer in {**behind, **chosen}.items() if answer}
    return {checklist: SOME, **given}


def usual(edition: Edition, fact: str) -> str:
    """The answer that a fact has when nothing is out of the usual; *not-known* if it has no quiet answer."""
    quiet = edition.facts[fact].quiet
    return quiet.answer if quiet else NOT_KNOWN


def ticks_for(edition: Edition, checklist: str, answers: Mapping[str, str]) -> dict[str, str]:
    """What a person who knows `answers` would say to a checklist: used to replay an interview.

    A fact whose line has it asked about next is left open; an answer that is neither usual nor on a line is given as
    it is.
    """
    ticks = edition.facts[checklist].ticks
    known = {tick.fact: answers.get(tick.fact, usual(edition, tick.fact)) for tick in ticks}
    if all(answer == usual(edition, name) for name, answer in known.items()):
        return {checklist: NONE}
    asked = {tick.fact for tick in ticks if not tick.answer and known[tick.fact] != usual(edition, tick.fact)}
    return {checklist: SOME, **{name: answer for name, answer in known.items() if name not in asked}}
