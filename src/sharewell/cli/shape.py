"""The shape of an answer for machines. Every key is always there; the order of lists is the order of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from sharewell.cli.intake import Identity, Pair, Submission
from sharewell.cli.reading import Reading, Said
from sharewell.policy.determination import Determination
from sharewell.policy.outcome import Outcome
from sharewell.policy.package import package_of
from sharewell.policy.rule import Rule
from sharewell.policy.source import Citation


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


def determination_shape(said: Said, reading: Reading) -> DeterminationShape:
    """A determination as data."""
    what = said.determination

    def cites(citations: Iterable[Citation]) -> list[CiteShape]:
        return [
            {
                "source": each.source,
                "title": reading.sources[each.source].title if each.source in reading.sources else each.source,
                "at": each.at,
                "standing": each.standing.value,
            }
            for each in citations
        ]

    def rules(some: Iterable[Rule]) -> list[RuleShape]:
        return [
            {
                "rule": rule.name,
                "effect": rule.effect.value,
                "reason": rule.reason,
                "todo": rule.todo,
                "cites": cites(rule.cites),
                "days": _days(rule),
            }
            for rule in some
        ]

    return {
        "outcome": what.outcome.value,
        "on": what.on.isoformat(),
        "pack": _pack(what),
        "applied": rules(what.applied),
        "overridden": rules(what.overridden),
        "safeguards": [
            {
                "safeguard": each.name,
                "text": each.text,
                "place": each.place.value,
                "blocking": each.blocks,
                "leaves_out": each.leaves_out,
                "cites": cites(each.cites),
            }
            for each in what.safeguards
        ],
        "bases": [
            {"basis": each.name, "kind": each.kind, "text": each.text, "cites": cites(each.cites)}
            for each in what.bases
        ],
        "instead": list(what.instead),
        "open": list(said.open),
        "flips": [
            {"fact": each.fact, "answer": each.answer, "instead_of": each.instead_of, "outcome": each.outcome.value}
            for each in said.flips
        ],
        "possible": [outcome.value for outcome in Outcome if outcome in what.possible],
        "declared": [{"fact": each.fact, "answer": each.answer} for each in what.declared],
        "not_known": list(what.not_known),
        "contradictions": [{"facts": list(each.facts), "because": each.because} for each in what.contradictions],
        "advice": [
            {"advice": each.name, "ask": {who: list(whom) for who, whom in each.ask}, "cites": cites(each.cites)}
            for each in what.advice
        ],
        "myths": [
            {"myth": each.name, "believed": each.believed, "truth": each.truth, "cites": cites(each.cites)}
            for each in what.myths
        ],
        "todo": [{"rule": rule.name, "todo": rule.todo} for rule in what.deciding if rule.todo],
        "open_safeguards": [
            {
                "safeguard": each.safeguard.name,
                "text": each.safeguard.text,
                "place": each.safeguard.place.value,
                "blocking": each.safeguard.blocks,
                "leaves_out": each.safeguard.leaves_out,
                "facts": list(each.facts),
            }
            for each in said.open_steps
        ],
    }


def package_shape(pairs: Iterable[tuple[Pair, Said]], reading: Reading) -> PackageShape:
    """A package as data. Items keep their order; recipients come in the order in which they were written."""
    told = list(pairs)
    first = told[0][1].determination
    by_recipient: dict[str | None, list[tuple[str, Outcome]]] = {}
    for pair, said in told:
        by_recipient.setdefault(pair.recipient, []).append((pair.item or THE_ITEM, said.determination.outcome))
    return {
        "on": first.on.isoformat(),
        "pack": _pack(first),
        "packages": [_recipient(recipient, outcomes) for recipient, outcomes in by_recipient.items()],
        "determinations": [
            {"item": pair.item, "recipient": pair.recipient, **determination_shape(said, reading)}
            for pair, said in told
        ],
    }


#: What the one item is called where only recipients were listed.
THE_ITEM = "the information"


def shape_of(submission: Submission, reading: Reading) -> DeterminationShape | PackageShape:
    """The answer to a submission: a determination, or those of a package."""
    if not submission.is_package:
        return determination_shape(reading.say(submission.answers, submission.on), reading)
    return package_shape(((pair, reading.say(pair.answers, submission.on)) for pair in submission.pairs()), reading)


def _recipient(recipient: str | None, outcomes: list[tuple[str, Outcome]]) -> RecipientShape:
    package = package_of(outcomes)
    return {
        "recipient": recipient,
        "outcome": package.outcome.value,
        "share": list(package.share),
        "leave_out": list(package.leave_out),
        "ask": list(package.ask),
        "not_yet": list(package.not_yet),
        "weigh": list(package.weigh),
        "refer": list(package.refer),
        "incomplete": list(package.incomplete),
    }


def _pack(what: Determination) -> PackShape:
    return {"name": what.pack.name, "version": what.pack.version, "digest": what.pack.digest}


def _days(rule: Rule) -> DaysShape:
    days = rule.in_force
    return {
        "from": days.start.isoformat() if days.start else None,
        "to": days.end.isoformat() if days.end else None,
        "known_from": days.known_from.isoformat() if days.known_from else None,
        "dormant": days.start is None,
    }
