"""The shape of an answer for machines. Every key is always there; the order of lists is the order of the rules."""

from __future__ import annotations

from typing import TypedDict

from sharewell.cli.intake import Identity


class PackShape(TypedDict):
    name: str
    version: str
    digest: str


class CiteShape(TypedDict):
    source: str
    title: str
    at: str
    standing: str


DaysShape = TypedDict("DaysShape", {"from": str | None, "to": str | None, "known_from": str | None, "dormant": bool})


class RuleShape(TypedDict):
    """A rule that stands, or that another puts out."""

    rule: str
    effect: str
    reason: str
    todo: str
    cites: list[CiteShape]
    days: DaysShape


class SafeguardShape(TypedDict):
    """A step."""

    safeguard: str
    text: str
    place: str
    blocking: bool
    leaves_out: bool
    cites: list[CiteShape]


class OpenStepShape(TypedDict):
    """A step that may be needed, and the facts that would tell. They cannot change the outcome."""

    safeguard: str
    text: str
    place: str
    blocking: bool
    leaves_out: bool
    facts: list[str]


class BasisShape(TypedDict):
    """Why in law."""

    basis: str
    kind: str
    text: str
    cites: list[CiteShape]


class FlipShape(TypedDict):
    """One answer that would change the outcome."""

    fact: str
    answer: str
    instead_of: str | None
    outcome: str


class DeclaredShape(TypedDict):
    """An answer taken as usual because nothing opened the fact."""

    fact: str
    answer: str


class ContradictionShape(TypedDict):
    """Answers that cannot be true together."""

    facts: list[str]
    because: str


class AdviceShape(TypedDict):
    """Whom to ask, by sector."""

    advice: str
    ask: dict[str, list[str]]
    cites: list[CiteShape]


class MythShape(TypedDict):
    """A belief to put right."""

    myth: str
    believed: str
    truth: str
    cites: list[CiteShape]


class TodoShape(TypedDict):
    """What a deciding rule asks to be done."""

    rule: str
    todo: str


class DeterminationShape(TypedDict):
    """What the rules say."""

    outcome: str
    on: str
    pack: PackShape
    applied: list[RuleShape]
    overridden: list[RuleShape]
    safeguards: list[SafeguardShape]
    bases: list[BasisShape]
    instead: list[str]
    open: list[str]
    flips: list[FlipShape]
    possible: list[str]
    declared: list[DeclaredShape]
    not_known: list[str]
    contradictions: list[ContradictionShape]
    advice: list[AdviceShape]
    myths: list[MythShape]
    todo: list[TodoShape]
    open_safeguards: list[OpenStepShape]


class PairShape(DeterminationShape):
    """A determination about one item for one recipient of a package."""

    item: str | None
    recipient: str | None


class RecipientShape(TypedDict):
    """What can be said of all items for one recipient."""

    recipient: str | None
    outcome: str
    share: list[str]
    leave_out: list[str]
    ask: list[str]
    not_yet: list[str]
    weigh: list[str]
    refer: list[str]
    incomplete: list[str]


class PackageShape(TypedDict):
    """What the rules say about each item for each recipient, and what that comes to."""

    on: str
    pack: PackShape
    packages: list[RecipientShape]
    determinations: list[PairShape]


class ErrorShape(TypedDict):
    """The first problem of a line that cannot be used."""

    line: int
    column: int
    code: str
    message: str


class BadLineShape(TypedDict):
    """The answer to a line that cannot be used."""

    id: Identity
    error: ErrorShape
