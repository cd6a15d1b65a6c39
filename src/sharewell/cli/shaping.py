"""Shaping: determinations and packages as data for machines, in the shapes of `shape`."""

from __future__ import annotations

from collections.abc import Iterable

from sharewell.cli.intake import Pair, Submission
from sharewell.cli.reading import Reading, Said
from sharewell.cli.shape import (
    CiteShape,
    DaysShape,
    DeterminationShape,
    PackageShape,
    PackShape,
    RecipientShape,
    RuleShape,
)
from sharewell.policy.determination import Determination
from sharewell.policy.outcome import Outcome
from sharewell.policy.package import package_of
from sharewell.policy.rule import Rule
from sharewell.policy.source import Citation


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
