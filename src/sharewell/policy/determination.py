"""Determinations: what the rules say about one item, one recipient, one purpose, on one day. Never a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import PackId
from sharewell.policy.rule import Advice, Basis, Myth, Rule, Safeguard


@dataclass(frozen=True, slots=True)
class Flip:
    """One answer that would change the outcome. `instead_of` is the answer given, or None if the fact is open."""

    fact: str
    answer: str
    instead_of: str | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Declared:
    """A quiet answer that was used because nothing opened the fact."""

    fact: str
    answer: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot be true together, and why."""

    facts: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Determination:
    """What the rules say.

    `applied` are the rules that stand, deciding ones first; `overridden` are those whose condition holds but that a
    standing rule puts out. `open_facts` were not asked and could still change the outcome; `not_known` cannot be
    known now and leave the outcome unsettled. `possible` are the outcomes that the answers so far still allow.
    """

    outcome: Outcome
    on: date
    pack: PackId
    applied: tuple[Rule, ...] = ()
    overridden: tuple[Rule, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    bases: tuple[Basis, ...] = ()
    advice: tuple[Advice, ...] = ()
    myths: tuple[Myth, ...] = ()
    instead: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    declared: tuple[Declared, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    possible: frozenset[Outcome] = frozenset()

    @property
    def deciding(self) -> tuple[Rule, ...]:
        """The standing rules that made the outcome what it is."""
        if self.outcome is Outcome.REFER:
            effects = {"prohibits", "requires"}
            both = tuple(rule for rule in self.applied if rule.effect in effects)
            return both if {rule.effect.value for rule in both} == effects else ()
        return tuple(rule for rule in self.applied if rule.effect.outcome is self.outcome)
