"""The pages of sources and of days: what the rules rest on, and when they changed."""

from __future__ import annotations

from datetime import date, timedelta

from sharewell.authoring.rulebook.block import (
    Block,
    Bullets,
    Code,
    Fold,
    Inline,
    Link,
    OutcomeTag,
    Page,
    Para,
    Quiet,
    Section,
    StandingMark,
    Strong,
    Table,
    Terms,
    Words,
)  # fmt: skip  # a list of names
from sharewell.authoring.rulebook.book import Rulebook, SourceSection
from sharewell.authoring.rulebook.changes import Change, Changes
from sharewell.authoring.rulebook.mention import folded
from sharewell.authoring.rulebook.order import KINDS
from sharewell.authoring.wording.day import said
from sharewell.authoring.wording.label import counted

_NOUNS = {"rule": "rule", "safeguard": "safeguard", "basis": "lawful basis", "myth": "myth"}
_MANY = {"rule": "rules", "safeguard": "safeguards", "basis": "lawful bases", "myth": "myths"}


def source_page(book: Rulebook) -> Page:
    """Every source with its standing and review day."""
    groups: dict[str, list[SourceSection]] = {}
    for section in book.sources:
        kind = section.source.kind if section.source.kind in KINDS else "other"
        groups.setdefault(KINDS[kind], []).append(section)
    return Page(
        "sources",
        "Sources",
        "What the rules rest on, how we know it, and when it is looked at again.",
        tuple(
            Section(f"sources-{i}", title, tuple(_source(each, book) for each in groups[title]), in_contents=True)
            for i, title in enumerate((title for title in KINDS.values() if title in groups), 1)
        ),
    )


def _source(section: SourceSection, book: Rulebook) -> Section:
    source = section.source
    rules = {entry.rule.name: entry.rule for entry in book.rules}
    names = (*(entry.rule.name for entry in section.rules), *section.also)
    rows: list[tuple[str, tuple[Block, ...]]] = []
    if source.publisher:
        rows.append(("Published by", (Para((source.publisher,)),)))
    if source.dated:
        rows.append(("Dated", (Para((said(source.dated),)),)))
    read: Words = (f" Read on {said(source.read_on)}.",) if source.read_on else ()
    rows.append(("How we know", (Para((StandingMark(source.standing), *read)),)))
    if source.review_by != date.max:
        due = book.on is not None and book.on > source.review_by
        review: Inline = Strong(f"Due for review since {said(source.review_by)}") if due else said(source.review_by)
        rows.append(("Review by", (Para((review,)),)))
    if source.link:
        rows.append(("Read it", (Para((Link(source.link, outside=source.link),)),)))
    rows.append(("Rules", (folded(names, rules) if names else Para((Quiet("No rule cites it."),)),)))
    return Section(
        f"source-{source.name}", source.title, (Terms(tuple(rows)),), kicker=(Code(source.name),), look="other"
    )


def day_page(book: Rulebook) -> Page:
    """Rules as of a day: every day of change, chosen days side by side, and what has not started."""
    blocks: list[Block] = [_periods(book), _compared(book)]
    days = tuple(_day(step, "day") for step in reversed(book.changes))
    blocks.append(Section("every-day", "Every day of change, newest first", days, in_contents=True))
    if book.dormant:
        intro = Para(("Passed, but not started. They can be previewed and decide nothing.",))
        blocks.append(Section("not-started", "Not started", (intro, _list(book.dormant)), in_contents=True))
    first = said(book.pack.first_day)
    lead = f"Which rules counted on a day. Nothing is encoded before {first}: any answer is “get advice”."
    return Page("days", "Rules as of a day", lead, tuple(blocks))


def _periods(book: Rulebook) -> Section:
    rows: list[tuple[Words, ...]] = []
    for step in reversed(book.changes):
        until = said(step.until - timedelta(days=1)) if step.until else "further notice"
        now = book.on is not None and step.later <= book.on and (step.until is None or book.on < step.until)
        mark: Words = (" ", Strong("today")) if now else ()
        first: Words = (Link(said(step.later), f"day-{step.later.isoformat()}"), *mark)
        rows.append((first, (until,), (str(step.in_force),), (_sum(step.begins),), (_sum(step.ends),)))
    head = ("From", "Until", "Rules in force", "Began", "Ended")
    table = Table("From one day of change to the next, newest first", head, tuple(rows))
    return Section("periods", "Find your day", (table,), in_contents=True)


def _compared(book: Rulebook) -> Section:
    intro = Para(
        ("Why an answer on one of these days can differ from an answer on the next: what began and what ended.",)
    )
    steps = tuple(_day(step, "compared") for step in book.compared if step.earlier is not None)
    return Section("compared", "Days side by side", (intro, *steps), in_contents=True)


def _day(step: Changes, kind: str) -> Section:
    blocks: list[Block] = []
    for lead, changes in (("Begins", step.begins), ("Ends", step.ends)):
        rules = tuple(each for each in changes if each.kind == "rule")
        rest = tuple(each for each in changes if each.kind != "rule")
        first = step.earlier is None
        if rules and first:
            blocks.append(Fold(f"{lead}: {counted(len(rules), 'rule')}", (_list(rules),)))
        elif rules:
            blocks.extend((Para((Strong(f"{lead}: {counted(len(rules), 'rule')}"),)), _list(rules)))
        if rest:
            blocks.append(Fold(f"{lead}: {_sum(rest)}", (_list(rest),)))
    if not blocks:
        blocks.append(Para((Quiet("Nothing differs."),)))
    count = Para((Quiet(f"{counted(step.in_force, 'rule')} in force on {said(step.later)}."),))
    title, anchor = said(step.later), f"{kind}-{step.later.isoformat()}"
    if kind == "compared" and step.earlier:
        title = f"From {said(step.earlier)} to {said(step.later)}"
    return Section(anchor, title, (count, *blocks), look="day")


def _list(changes: tuple[Change, ...]) -> Bullets:
    rows: list[Words] = []
    for each in changes:
        tag: Words = (OutcomeTag(each.effect), " ") if each.effect else ()
        noun: Words = () if each.kind == "rule" else (" ", Quiet(_NOUNS[each.kind]))
        rows.append((*tag, Link(each.words, f"{each.kind}-{each.name}"), " ", Code(each.name), *noun))
    return Bullets(tuple(rows), look="changes")


def _sum(changes: tuple[Change, ...]) -> str:
    """`3 rules, 1 safeguard`."""
    kinds = {kind: sum(each.kind == kind for each in changes) for kind in _NOUNS}
    return ", ".join(counted(n, _NOUNS[kind], _MANY[kind]) for kind, n in kinds.items() if n) or "nothing"
