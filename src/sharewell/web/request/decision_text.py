"""The record of a decision as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from sharewell.web.request.decision_sheet import DecisionSheet, Piece, clock

_WIDTH = 88


def text_of(sheet: DecisionSheet) -> str:
    """The whole record as text."""
    parts: list[Iterable[str]] = [
        _top(sheet),
        _part("What the child said", (f"“{each.words}” ({each.how})" for each in sheet.voices)),
        _part("Reasons", sheet.reasons),
        _part("Given", (_piece(each) for each in sheet.went)),
        _part("Held back", (_piece(each) for each in sheet.held)),
        _part("Harms weighed", (f"{name}: {text}" for name, text in sheet.harms)),
        _part("Four things kept apart", (f"{each.name}: {' '.join(each.lines)}" for each in sheet.apart)),
        _part("The law", (f"{name}: {text}" for name, text in sheet.law)),
        _part("The request", (f"{name}: {text}" for name, text in sheet.asked)),
        _part("Why the rules said so", (says for says, _ in sheet.stood.reasons)),
        _part(
            "Answers",
            (f"{ask} {says}{f' (from the record: {by})' if by else ''}" for ask, says, by in sheet.stood.answers),
        ),
        _part("What has happened", (f"{clock(each.at)}: {each.words}" for each in sheet.happened)),
        _part("Rules", (sheet.stood.rules, f"Release {sheet.stood.release}", *_proof(sheet))),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _top(sheet: DecisionSheet) -> Iterator[str]:
    yield f"SHAREWELL: RECORD OF A DECISION, {sheet.number}"
    yield ""
    yield fill(f"About {sheet.child}. {sheet.title}.", _WIDTH)
    yield fill(f"What the rules said: {sheet.stood.says}.", _WIDTH)
    yield fill(f"What was decided: {sheet.choice}. {sheet.decided}.", _WIDTH)
    yield fill(f"What was given: {sheet.given}. {sheet.sent}", _WIDTH)
    if sheet.departs:
        yield fill(f"The decision differs from the rules, because: {sheet.departs}", _WIDTH)
    if sheet.retrospective:
        yield fill(f"{sheet.retrospective}.", _WIDTH)
    if sheet.review:
        yield f"To be looked at again on {sheet.review}."


def _proof(sheet: DecisionSheet) -> Iterator[str]:
    if sheet.proof:
        yield f"Entry {sheet.proof.sequence} of the ledger, {sheet.proof.commitment}"


def _piece(each: Piece) -> str:
    return f"{each.title} ({each.mark}): {each.given}. {each.why}".strip()


def _part(heading: str, items: Iterable[str]) -> Iterator[str]:
    for number, each in enumerate(items):
        if not number:
            yield heading.upper()
        yield fill(each, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
