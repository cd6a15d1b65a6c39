"""A determination as it stood, for pages: what the rules said, its reasons and the answers, from what was kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sharewell.policy.determination import Determination as Said
from sharewell.policy.determination_form import determination_of
from sharewell.policy.fact import Fact
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Rule
from sharewell.register.request import Determination
from sharewell.web.day import in_words
from sharewell.web.guide import page
from sharewell.web.guide.words import sentence, tag
from sharewell.web.reading.shelf import pack_named, pack_names


@dataclass(frozen=True, slots=True)
class Stood:
    """What the rules said, in words."""

    says: str
    picture: str
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...]
    steps: tuple[str, ...]
    answers: tuple[tuple[str, str, str], ...]
    rules: str
    release: str
    names: tuple[str, ...]


def as_it_stood(row: Determination) -> Stood:
    """A determination in words. Facts that the rules no longer have keep their names."""
    said = determination_of(row.says)
    facts = _facts(row.pack)
    outcome = tag(Outcome(row.outcome), short=False)
    return Stood(
        says=outcome["says"],
        picture=outcome["is"],
        reasons=tuple((sentence(rule.reason), _cites(rule)) for rule in said.deciding),
        others=tuple(sentence(rule.reason) for rule in said.applied if rule not in said.deciding),
        steps=tuple(sentence(step.text) for step in said.safeguards),
        answers=tuple(_answer(facts.get(fact), fact, answer, row) for fact, answer in row.answers.items()),
        rules=f"{row.pack} {row.version}, as they stood on {in_words(row.on)}",
        release=row.release,
        names=tuple(rule.name for rule in said.applied),
    )


def reasons_of(said: Said) -> tuple[str, ...]:
    """The reasons that decided, as sentences."""
    return tuple(sentence(rule.reason) for rule in said.deciding)


@cache
def _facts(pack: str) -> dict[str, Fact]:
    return {fact.name: fact for fact in pack_named(pack).facts} if pack in pack_names() else {}


def _cites(rule: Rule) -> tuple[str, ...]:
    return tuple(f"{cite.source}, {cite.at}" for cite in rule.cites)


def _answer(fact: Fact | None, name: str, answer: str, row: Determination) -> tuple[str, str, str]:
    """Question, answer, and where it came from if it was the record."""
    source = str(row.from_record.get(name, {}).get("because", ""))
    known = fact is not None and (answer in fact.domain or answer == "not-known")
    if fact is None or not known:
        return name, answer, source
    return page.plain(fact), page.says(fact, answer), source
