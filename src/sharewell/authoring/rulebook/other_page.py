"""The pages of what goes with an answer: safeguards, lawful bases, whom to ask, and myths put right."""

from __future__ import annotations

from collections.abc import Callable

from sharewell.authoring.rulebook.block import (
    Block,
    Code,
    Condition,
    Inline,
    OutcomeTag,
    Page,
    Para,
    Section,
    Strong,
    Terms,
    Words,
)  # fmt: skip  # a list of names
from sharewell.authoring.rulebook.book import OtherEntry, Rulebook
from sharewell.authoring.rulebook.mention import citations
from sharewell.authoring.wording.label import named
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Advice, Basis, Myth, Place, Safeguard

_PLACES = {Place.FIRST: "Before anything goes", Place.WITH: "With the information", Place.AFTER: "Afterwards"}
_KINDS = {
    "article-6": "Lawful basis: UK GDPR, Article 6",
    "article-9": "Special-category condition: UK GDPR, Article 9",
    "article-10": "Criminal-offence condition: UK GDPR, Article 10",
    "schedule-1": "Condition in Schedule 1, Data Protection Act 2018",
    "part-3": "Law enforcement: Part 3, Data Protection Act 2018",
    "dpa-1998": "Data Protection Act 1998",
    "confidence": "How confidence is lifted",
    "not-told": "Why someone need not be told",
    "gateway": "Legal gateway",
}


def other_pages(book: Rulebook) -> tuple[Page, ...]:
    """Safeguards, bases, advice, myths."""
    return (
        Page(
            "safeguards", "Safeguards", "Steps that go with an answer.",
            _grouped(book, book.safeguards, "safeguard", _place),
        ),
        Page(
            "bases", "Lawful bases",
            "Why in law. They collect and do not compete: a named person picks one and says why.",
            _grouped(book, book.bases, "basis", _kind),
        ),
        Page(
            "advice", "Whom to ask", "Who can help with what. Names and numbers belong to your organisation.",
            _grouped(book, book.advice, "advice", _none),
        ),
        Page("myths", "Myths put right", "What people say, and what is so.", _grouped(book, book.myths, "myth", _none)),
    )  # fmt: skip  # one page after the other


_Item = Safeguard | Basis | Advice | Myth


def _place(item: _Item) -> str:
    return _PLACES[item.place] if isinstance(item, Safeguard) else ""


def _kind(item: _Item) -> str:
    return _KINDS.get(item.kind, named(item.kind)) if isinstance(item, Basis) else ""


def _none(_: _Item) -> str:
    return ""


def _grouped(
    book: Rulebook, entries: tuple[OtherEntry, ...], kind: str, group: Callable[[_Item], str]
) -> tuple[Block, ...]:
    groups: dict[str, list[OtherEntry]] = {}
    for entry in entries:
        groups.setdefault(group(entry.item), []).append(entry)
    if not groups:
        return (Para(("The pack has none yet.",)),)
    if list(groups) == [""]:
        return tuple(_section(entry, kind, book) for entry in entries)
    known = [*_PLACES.values(), *_KINDS.values()]
    ordered = sorted(groups, key=lambda title: known.index(title) if title in known else len(known))
    return tuple(
        Section(
            f"{kind}-group-{i}", title, tuple(_section(entry, kind, book) for entry in groups[title]), in_contents=True
        )
        for i, title in enumerate(ordered, 1)
    )


def _section(entry: OtherEntry, kind: str, book: Rulebook) -> Section:
    item = entry.item
    sources = {section.source.name: section.source for section in book.sources}
    rows: list[tuple[str, tuple[Block, ...]]] = []
    if isinstance(item, Myth):
        rows.append(("Not so", (Para((item.truth,)),)))
    rows.append(("When", (Condition(entry.condition),)))
    if isinstance(item, Advice):
        rows.extend((named(sector), (Para((", then ".join(people) + ".",)),)) for sector, people in item.ask)
    outcomes = () if isinstance(item, Basis) else tuple(each for each in Outcome if each in item.outcomes)
    if outcomes:
        rows.append(("Only with", (Para(_tags(outcomes)),)))
    if entry.days:
        rows.append(("In force", (Para((entry.days[:1].upper() + entry.days[1:],)),)))
    rows.append(("Where it comes from", (citations(entry.cites, sources),)))
    return Section(f"{kind}-{item.name}", _title(item), (Terms(tuple(rows)),), kicker=_kicker(entry), look="other")


def _title(item: _Item) -> str:
    match item:
        case Safeguard(text=text) | Basis(text=text):
            return text
        case Myth(believed=believed):
            return f"“{believed}”"
        case Advice(name=name):
            return named(name)


def _kicker(entry: OtherEntry) -> Words:
    marks: list[Inline] = []
    if isinstance(entry.item, Safeguard):
        marks += [Strong("The sharing waits for it")] if entry.item.blocks else []
        marks += [Strong("Names something to leave out")] if entry.item.leaves_out else []
        marks += [Strong("A second person has to agree")] if entry.item.second_person else []
    marks += [Strong("Local")] if entry.local else []
    return (*marks, Code(entry.item.name))


def _tags(outcomes: tuple[Outcome, ...]) -> Words:
    return tuple(piece for outcome in outcomes for piece in (OutcomeTag(outcome), " "))
