"""Danger now: what to do at once, and what the rules say about those who can help. No question is waited for."""

from __future__ import annotations

from sharewell.policy.outcome import Outcome
from sharewell.web.answer.compose import RECIPIENT, tag_of
from sharewell.web.answer.sheet import Tag
from sharewell.web.guide import page
from sharewell.web.guide.sitting import Sitting


def emergency(sitting: Sitting) -> dict[str, object]:
    """The page that stands at once when somebody is in danger.

    What may be told to whom is the pack's: its emergencies name the answers that settle it by themselves.
    """
    return {**page.carried(sitting.trail), **page.around(sitting), "helpers": helpers(sitting)}


def helpers(sitting: Sitting) -> list[tuple[str, Tag]]:
    """Who can be told at once, and what the rules say about each."""
    facts = sitting.facts
    danger = {name: answer for name, answer in sitting.answers.items() if facts[name].first}
    found: dict[str, Outcome] = {}
    for claim in sitting.reading.pack.claims.emergencies:
        for known in claim.known:
            answers = {**dict(known), **danger}
            kind = answers.get(RECIPIENT)
            if kind and danger.items() <= dict(known).items() and RECIPIENT in facts:
                found.setdefault(page.says(facts[RECIPIENT], kind), sitting.reading.compiled.determine(answers).outcome)
    return [(who, tag_of(outcome)) for who, outcome in found.items() if outcome.sharing]
