"""The pages of facts and findings: what is asked, and what follows from it."""

from __future__ import annotations

from itertools import groupby

from sharewell.authoring.rulebook.block import (
    Block,
    Bullets,
    Code,
    Condition,
    Link,
    Page,
    Para,
    Quiet,
    Section,
    Strong,
    Terms,
    Words,
)  # fmt: skip  # a list of names
from sharewell.authoring.rulebook.book import FactEntry, FindingEntry, Rulebook
from sharewell.authoring.rulebook.mention import citations, folded
from sharewell.authoring.wording.label import counted, named
from sharewell.policy.fact import Fact, Scope, Tick

_SCOPES = {
    Scope.CASE: "Asked once: it is about the whole situation.",
    Scope.RECIPIENT: "Asked for each person or team the information may go to.",
    Scope.ITEM: "Asked for each item of information.",
}
_LEADS = ("", *("Otherwise: ",) * 9)


def fact_page(book: Rulebook) -> Page:
    """Every fact, by group, in the order of the pack."""
    groups = [(name or "Other questions", tuple(each)) for name, each in groupby(book.facts, lambda e: e.fact.group)]
    titles: dict[str, list[FactEntry]] = {}
    for title, entries in groups:
        titles.setdefault(title, []).extend(entries)
    return Page(
        "facts",
        "Questions",
        "What the rules depend on. “I don’t know” is an answer too; not being asked is something else.",
        tuple(
            Section(f"facts-{i}", title, tuple(_fact(entry, book) for entry in entries), in_contents=True)
            for i, (title, entries) in enumerate(titles.items(), 1)
        ),
    )


def _fact(entry: FactEntry, book: Rulebook) -> Section:
    fact = entry.fact
    rows: list[tuple[str, tuple[Block, ...]]] = [
        ("Answers", (Bullets(tuple((answer.says, " ", Code(answer.name)) for answer in fact.answers)),))
    ]
    if fact.ticks:
        rows.append(("Lines to tick", (Bullets(tuple(_tick(tick, book) for tick in fact.ticks)),)))
    if fact.help:
        rows.append(("Help", (Para((fact.help,)),)))
    if fact.why:
        rows.append(("Why we ask", (Para((fact.why,)),)))
    if fact.who:
        rows.append(("Who can know it", (Para((named(", ".join(fact.who)),)),)))
    rows.append(("Asked", (Para((_SCOPES[fact.scope] + (" Asked before all others." if fact.first else ""),)),)))
    quiet: list[Block] = []
    for lead, (answer, unless) in zip(_LEADS, entry.declared, strict=False):
        quiet += [
            Para((lead, Strong(_says(fact, answer)), ", unless the answers given make this so:")),
            Condition(unless),
        ]
    if quiet:
        rows.append(("If nobody asks", tuple(quiet)))
    if fact.bands:
        cuts = ", ".join(str(cut) for cut in fact.bands.cuts)
        rows.append(("Filled in from", (Para((f"{named(fact.bands.since)}, cut at {cuts} years",)),)))
    rows.append(("Used by", used_by(entry, book)))
    return Section(
        f"fact-{fact.name}", fact.question, (Terms(tuple(rows)),),
        kicker=(*((Strong("Local question"),) if entry.local else ()), Code(fact.name)),
        look="fact",
    )  # fmt: skip  # what it is, then how it looks


def _tick(tick: Tick, book: Rulebook) -> Words:
    """A line of a checklist, and what ticking it answers."""
    fact = next((entry.fact for entry in book.facts if entry.fact.name == tick.fact), None)
    asked = Link(fact.question if fact else tick.fact, f"fact-{tick.fact}")
    then: Words = (Strong(_says(fact, tick.answer)),) if fact and tick.answer else (Quiet("asked next"),)
    return (f"{tick.says}: ", asked, " ", *then)


def _says(fact: Fact, answer: str) -> str:
    return fact.says(answer) if answer in fact.domain else answer


def finding_page(book: Rulebook) -> Page:
    """Every finding, in the order of the pack."""
    sources = {section.source.name: section.source for section in book.sources}

    def section(entry: FindingEntry) -> Section:
        finding = entry.finding
        rows: list[tuple[str, tuple[Block, ...]]] = [("When", (Condition(entry.condition),))]
        if finding.cites:
            rows.append(("Where it comes from", (citations(finding.cites, sources),)))
        rows.append(("Used by", used_by(entry, book)))
        local: Words = (Strong("Local finding"),) if entry.local else ()
        return Section(
            f"finding-{finding.name}", finding.means, (Terms(tuple(rows)),), kicker=(*local, Code(finding.name)),
            look="finding",
        )  # fmt: skip  # what it is, then how it looks

    return Page(
        "findings",
        "Findings",
        "Conclusions on the way to an answer, in the field’s words, so that no condition is written twice.",
        tuple(section(entry) for entry in book.findings),
    )


def used_by(entry: FactEntry | FindingEntry, book: Rulebook) -> tuple[Block, ...]:
    """What reads a fact or finding."""
    blocks: list[Block] = []
    if entry.findings:
        means = {each.finding.name: each.finding.means for each in book.findings}
        blocks.append(
            Bullets(tuple((Link(means[name], f"finding-{name}"), " ", Quiet("finding")) for name in entry.findings))
        )
    if entry.rules:
        rules = {each.rule.name: each.rule for each in book.rules}
        blocks.append(folded(entry.rules, rules))
    return tuple(blocks) or (Para((Quiet(_UNUSED),)),)


_UNUSED = f"{counted(0, 'rule')} directly; it may open other questions or go with steps and bases."
