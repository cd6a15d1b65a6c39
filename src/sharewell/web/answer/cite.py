"""Citations in words: the source, where in it, since when, and how we know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharewell.policy.rule import InForce
from sharewell.policy.source import Citation, Standing
from sharewell.web.answer.words import words
from sharewell.web.day import in_words
from sharewell.web.icons import STANDING
from sharewell.web.reading.shelf import Reading


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation as a page shows it. `picture` draws its standing; `says` says it."""

    title: str
    publisher: str
    at: str
    gist: str
    in_force: str
    picture: str
    says: str
    means: str
    review: str
    link: str


def cited(reading: Reading, cites: Iterable[Citation], in_force: InForce | None, day: date) -> list[Cited]:
    """Citations in the order of the pack."""
    return [_one(reading, cite, in_force, day) for cite in cites]


def _one(reading: Reading, cite: Citation, in_force: InForce | None, day: date) -> Cited:
    source = reading.sources.get(cite.source)
    says, means = words().standing[cite.standing]
    if source and source.read_on and cite.standing is Standing.READ:
        means = f"We read it there, on {in_words(source.read_on)}."
    review = ""
    if source:
        late = source.review_by < day
        review = f"{'Due for review since' if late else 'Review by'} {in_words(source.review_by)}."
    return Cited(
        title=source.title if source else cite.source,
        publisher=source.publisher if source else "",
        at=cite.at,
        gist=cite.gist,
        in_force=span(in_force, day) if in_force else "",
        picture=STANDING[cite.standing],
        says=says,
        means=means,
        review=review,
        link=source.link if source else "",
    )


def span(in_force: InForce, day: date) -> str:
    """`Since 25 May 2018`, `From 1 September 2027. Not in force on this day`."""
    if in_force.start is None:
        return "Passed, but not started"
    until = f", until {in_words(in_force.end)}" if in_force.end else ""
    if in_force.start > day:
        return f"From {in_words(in_force.start)}{until}. Not in force on this day"
    return f"Since {in_words(in_force.start)}{until}"


def weakest(cites: Iterable[Citation]) -> Standing | None:
    """The weakest standing among citations."""
    return max((cite.standing for cite in cites), key=list(Standing).index, default=None)


def strongest(cites: Iterable[Citation]) -> Standing | None:
    """The strongest standing among citations."""
    return min((cite.standing for cite in cites), key=list(Standing).index, default=None)
