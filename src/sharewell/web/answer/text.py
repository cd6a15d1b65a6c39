"""The answer as plain text, to paste into one's own case system: what was advised, on which answers, by which rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from sharewell.web.answer.balance import Balance, conclusions
from sharewell.web.answer.sheet import Answered, Sheet

WIDTH = 88
HEADINGS = {
    "voice": "What they want, in their own words",
    "harm-share": "The harm of sharing",
    "harm-keep": "The harm of not sharing",
    "reasons": "My reasons",
}
_SMALL_PRINT = (
    "The rules give advice and a practitioner decides. This is not legal advice; the rules wait for legal sign-off. "
    "Sharewell keeps no copy of this."
)


def text_of(sheet: Sheet, balance: Balance | None = None) -> str:
    """The whole answer as text."""
    parts = [
        _outcome(sheet),
        _weighed(balance) if balance else [],
        _part("Who to ring", (f"{who}: {whom}" if whom else who for who, whom in sheet.people)),
        _steps(sheet),
        _part("Leave out", sheet.leave_out),
        _part("Still open", sheet.still_open),
        _part("Answers that do not fit together", sheet.contradictions),
        _why(sheet),
        _part("Not known", (f"{each.ask} {each.note}" for each in sheet.not_known)),
        _part("Not known, and would not change this", sheet.no_matter),
        _part("In law", (f"{kind.kind}: {basis.says}" for kind in sheet.bases for basis in kind.bases)),
        _part("Answers given", _answers(sheet.given)),
        _part("Taken as usual, because nothing pointed to anything else", _answers([*sheet.usual, *sheet.usual_rest])),
        _rules(sheet),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _outcome(sheet: Sheet) -> Iterator[str]:
    yield "SHAREWELL: WHAT THE RULES SAY"
    yield ""
    yield fill(f"{sheet.tag.says}. {sheet.headline}.", WIDTH)
    yield fill(sheet.lead, WIDTH)
    if sheet.reach:
        yield fill(sheet.reach, WIDTH)
    if sheet.danger:
        yield "Someone was said to be in danger now: ring 999 first."


def _weighed(balance: Balance) -> Iterator[str]:
    yield "WHAT I CONCLUDED"
    yield {name: says for name, says, _ in conclusions()}[balance.conclusion]
    for name, heading in HEADINGS.items():
        if balance.text(name).strip():
            yield f"{heading}:"
            yield from balance.text(name).strip().splitlines()


def _steps(sheet: Sheet) -> Iterator[str]:
    for number, steps in enumerate(sheet.steps):
        if number:
            yield ""
        yield steps.heading.upper()
        for step in steps.steps:
            wait = f" ({step.blocks}.)" if step.blocks else ""
            yield from _item(f"{step.title}. {step.more}".strip() + wait, "[ ]")


def _why(sheet: Sheet) -> Iterator[str]:
    if sheet.reasons:
        yield "WHY"
    for reason in sheet.reasons:
        yield from _item(reason.says)
        for cite in reason.cites:
            yield from _item(f"{cite.title}, {cite.at}. {cite.in_force}. {cite.says}.", "    Source:")


def _rules(sheet: Sheet) -> Iterator[str]:
    yield "RULES"
    yield f"Pack {sheet.pack} {sheet.version}, {sheet.digest}"
    yield f"Rules as they stand on {sheet.day} ({sheet.iso})"
    yield fill(f"Rules that stand: {', '.join(sheet.rules) or 'none'}", WIDTH, break_on_hyphens=False)
    yield ""
    yield fill(_SMALL_PRINT, WIDTH)


def _answers(answers: Iterable[Answered]) -> Iterator[str]:
    return (f"{each.ask} {each.says}" for each in answers)


def _part(heading: str, items: Iterable[str]) -> Iterator[str]:
    for number, each in enumerate(items):
        if not number:
            yield heading.upper()
        yield from _item(each)


def _item(text: str, bullet: str = "-") -> Iterator[str]:
    indent = " " * (len(bullet) + 1)
    yield fill(text, WIDTH, initial_indent=f"{bullet} ", subsequent_indent=indent, break_on_hyphens=False)
