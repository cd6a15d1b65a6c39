"""Rules, the seven effects they can have, and what goes with an answer: safeguards, bases, advice and myths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sharewell.policy.condition import Condition
from sharewell.policy.outcome import Outcome
from sharewell.policy.source import Citation


class Effect(StrEnum):
    """What a rule does if it stands. Written in deciding order: the first that stands decides."""

    PROHIBITS = "prohibits"
    HOLDS = "holds"
    REQUIRES = "requires"
    EXPECTS = "expects"
    WEIGHS = "weighs"
    ASKS = "asks"
    PERMITS = "permits"

    @property
    def outcome(self) -> Outcome:
        """The outcome if this effect decides."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Effect.PROHIBITS: Outcome.MUST_NOT_SHARE,
    Effect.HOLDS: Outcome.NOT_YET,
    Effect.REQUIRES: Outcome.MUST_SHARE,
    Effect.EXPECTS: Outcome.SHOULD_SHARE,
    Effect.WEIGHS: Outcome.WEIGH,
    Effect.ASKS: Outcome.ASK_FIRST,
    Effect.PERMITS: Outcome.MAY_SHARE,
}


@dataclass(frozen=True, slots=True)
class InForce:
    """The days on which something counts: `start` inclusive, `end` exclusive. No start: dormant, previewable only."""

    start: date | None
    end: date | None = None
    known_from: date | None = None

    def on(self, day: date, *, preview: bool = False, known_on: date | None = None) -> bool:
        """Whether it counts on `day`;

        with `preview`, dormant law counts too; with `known_on`, only what was known by then.
        """
        if known_on is not None and self.known_from is not None and self.known_from > known_on:
            return False
        if self.start is None:
            return preview
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `overrides` are written as in the pack: rule ids, `@tags` or `*`; an edition expands them."""

    name: str
    effect: Effect
    when: Condition
    reason: str
    cites: tuple[Citation, ...]
    in_force: InForce
    overrides: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    todo: str = ""
    instead: tuple[str, ...] = ()
    note: str = ""
    theme: str = ""
    layer: str = ""


class Place(StrEnum):
    """When a step is taken: before anything goes, with the information, or afterwards."""

    FIRST = "first"
    WITH = "with"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A step that must go with an answer. `blocks`: the sharing waits for it. `outcomes` empty: with any outcome.

    `second_person`: somebody else than whoever decides has to agree before anything goes.
    """

    name: str
    text: str
    when: Condition
    place: Place
    cites: tuple[Citation, ...]
    in_force: InForce
    blocks: bool = False
    leaves_out: bool = False
    outcomes: frozenset[Outcome] = frozenset()
    layer: str = ""
    second_person: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """A lawful basis, condition, gateway or way of lifting confidence: why in law, never whether."""

    name: str
    kind: str
    text: str
    when: Condition
    cites: tuple[Citation, ...]
    in_force: InForce
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """Whom to ask, by sector of the practitioner: sector to people, nearest first."""

    name: str
    when: Condition
    ask: tuple[tuple[str, tuple[str, ...]], ...]
    cites: tuple[Citation, ...]
    outcomes: frozenset[Outcome] = frozenset()
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Myth:
    """A belief to put right where it matters."""

    name: str
    believed: str
    truth: str
    when: Condition
    cites: tuple[Citation, ...]
    in_force: InForce
    outcomes: frozenset[Outcome] = frozenset()
    layer: str = ""
