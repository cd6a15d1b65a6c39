"""The guide's questions, answered: what the record knows, what the story says, and what is usual for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sharewell.casework.acting import Acting
from sharewell.casework.demonstration.people import read
from sharewell.casework.determine_request import determine_request
from sharewell.casework.known import known
from sharewell.casework.rules import Rules
from sharewell.casework.snapshot import snapshot_of
from sharewell.register.request import Determination, InformationRequest


def answer(who: Acting, request: InformationRequest, *, rules: Rules, says: Mapping[str, str]) -> Determination:
    """The determination of a request, every question answered that could change it."""
    seen = known(snapshot_of(who, request), rules.edition.facts)
    facts = rules.edition.facts
    checks = {fact: usual()[fact] for fact in ("special-matter", "usual-checks")}
    given = {**checks, **{fact: each.answer for fact, each in seen.items()}, **says}
    answers = {fact: each for fact, each in given.items() if fact in facts and each in facts[fact].domain}
    while open_facts := rules.compiled.determine(answers).open_facts:
        answers[open_facts[0]] = _usual(rules, open_facts[0])
    return determine_request(who, request.pk, rules=rules, answers=answers, known=seen)


def _usual(rules: Rules, fact: str) -> str:
    """What is usually so: from our list, or what the rules declare where nobody asks, or their first answer."""
    found = rules.edition.facts[fact]
    said = usual().get(fact)
    if said in found.domain:
        return said
    return found.quiet.answer if found.quiet else found.domain[0]


@cache
def usual() -> Mapping[str, str]:
    """Fact to the answer that is given where a story says nothing."""
    return {str(fact): str(said) for fact, said in read("usual.toml").items()}
