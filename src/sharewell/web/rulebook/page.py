"""What the pages of the rulebook show of one entry, and of a list of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sharewell.authoring.rulebook.book import FactEntry, FindingEntry, OtherEntry, Overriding, RuleEntry, SourceSection
from sharewell.authoring.rulebook.order import KINDS
from sharewell.policy.fact import Fact, Scope
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Advice, Basis, InForce, Myth, Place, Safeguard
from sharewell.policy.source import Citation
from sharewell.web.answer.cite import Cited, cited, span
from sharewell.web.answer.words import words
from sharewell.web.day import in_words
from sharewell.web.guide.words import counted, listed, printed, sentence, tag
from sharewell.web.icons import STANDING
from sharewell.web.reading.shelf import reading
from sharewell.web.rulebook.book import Book, line, listed_rules

Page = dict[str, object]
_PLACES = {Place.FIRST: "Before anything goes", Place.WITH: "With the information", Place.AFTER: "Afterwards"}
_SCOPES = {
    Scope.CASE: "Asked once. It is about the whole situation.",
    Scope.RECIPIENT: "Asked for each person or team that may be told.",
    Scope.ITEM: "Asked for each piece of information.",
}
BASES = {
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
#: More cases than this are folded away.
CASES = 4
_EVERY = "Every other rule, but for those that put this one aside."
_EMERGENCY = "*"


def of_rule(book: Book, entry: RuleEntry, day: date) -> Page:
    """One rule."""
    rule = entry.rule
    return {
        "name": rule.name,
        "tag": tag(rule.effect.outcome, short=False),
        "says": sentence(rule.reason),
        "theme": (rule.theme, book.themes[rule.theme]),
        "condition": line(entry.condition),
        "todo": sentence(rule.todo) if rule.todo else "",
        "instead": [words().to.get(each, each) for each in rule.instead],
        "days": span(rule.in_force, day),
        "counts": rule.in_force.on(day),
        "dormant": rule.in_force.start is None,
        "cites": cites(book, rule.cites, rule.in_force, day),
        "overrides": [_overriding(book, each) for each in entry.overrides],
        "overridden_by": listed_rules(book, entry.overridden_by),
        "replaces": listed_rules(book, entry.replaces),
        "replaced_by": listed_rules(book, entry.replaced_by),
        "cases": [
            {
                "says": printed(each.title).rstrip("."),
                "part": each.part,
                "tag": tag(each.outcome) if each.outcome else None,
                "day": in_words(each.case.on),
                "exercise": each.case.published.scenario if each.case.published else "",
            }
            for each in entry.cases
        ],
        "many": len(entry.cases) > CASES,
        "note": printed(rule.note),
        "local": entry.local,
        "tags": listed([each.replace("-", " ") for each in rule.tags]),
    }


def _overriding(book: Book, each: Overriding) -> Page:
    if each.written == _EMERGENCY:
        return {"says": _EVERY, "rules": []}
    tagged = each.written.startswith("@")
    says = f"Rules about {each.written[1:].replace('-', ' ')}: {counted(len(each.rules), 'rule')}" if tagged else ""
    return {"says": says, "rules": listed_rules(book, each.rules)}


def cites(book: Book, citations: Iterable[Citation], in_force: InForce | None, day: date) -> list[tuple[str, Cited]]:
    """Citations, each with the name of its source for a link."""
    listing = tuple(citations)
    shown = cited(reading(book.pack.name, day), listing, in_force, day)
    return [(each.source, said) for each, said in zip(listing, shown, strict=True)]


def kinds_of_source(book: Book) -> list[tuple[str, list[Page]]]:
    """Sources by kind."""
    groups: dict[str, list[Page]] = {title: [] for title in KINDS.values()}
    for name, section in book.sources.items():
        kind = section.source.kind if section.source.kind in KINDS else "other"
        number = len(section.rules) + len(section.also)
        groups[KINDS[kind]].append(
            {
                "name": name,
                "title": printed(section.source.title),
                "picture": STANDING[section.source.standing],
                "standing": words().standing[section.source.standing][0],
                "rules": counted(number, "rule") if number else "",
            }
        )
    return [(title, listing) for title, listing in groups.items() if listing]


def of_source(book: Book, section: SourceSection, day: date) -> Page:
    """One source."""
    source = section.source
    says, means = words().standing[source.standing]
    names = [*(entry.rule.name for entry in section.rules), *section.also]
    return {
        "title": printed(source.title),
        "publisher": printed(source.publisher),
        "kind": KINDS.get(source.kind, KINDS["other"]),
        "dated": in_words(source.dated) if source.dated else "",
        "read_on": in_words(source.read_on) if source.read_on else "",
        "picture": STANDING[source.standing],
        "standing": says,
        "means": means,
        "review": in_words(source.review_by) if source.review_by != date.max else "",
        "late": source.review_by < day,
        "link": source.link,
        "rules": listed_rules(book, names),
    }


def all_findings(book: Book) -> list[Page]:
    """Every finding, in the order of the pack."""
    return [
        {"name": name, "says": sentence(entry.finding.means), "rules": counted(len(entry.rules), "rule")}
        for name, entry in book.findings.items()
    ]


def of_finding(book: Book, entry: FindingEntry, day: date) -> Page:
    """One finding."""
    return {
        "says": sentence(entry.finding.means),
        "condition": line(entry.condition),
        "cites": cites(book, entry.finding.cites, None, day),
        "rules": listed_rules(book, entry.rules),
        "findings": [(name, sentence(book.findings[name].finding.means)) for name in entry.findings],
    }


def all_facts(book: Book) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every question, by group."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for group, entries in groupby(book.facts.items(), lambda each: each[1].fact.group):
        listing = groups.setdefault(group or "Other questions", [])
        listing += [(name, _asks(entry.fact)) for name, entry in entries]
    return list(groups.items())


def of_fact(book: Book, entry: FactEntry) -> Page:
    """One question."""
    fact = entry.fact
    return {
        "ask": _asks(fact),
        "group": fact.group,
        "answers": [printed(each.says) for each in fact.answers],
        "ticks": [printed(each.says) for each in fact.ticks],
        "help": printed(fact.help),
        "why": sentence(fact.why) if fact.why else "",
        "scope": _SCOPES[fact.scope],
        "first": fact.first,
        "quiet": [(printed(fact.says(answer)), line(unless)) for answer, unless in entry.declared],
        "rules": listed_rules(book, entry.rules),
        "findings": [(name, sentence(book.findings[name].finding.means)) for name in entry.findings],
    }


def _asks(fact: Fact) -> str:
    return printed(fact.question.removesuffix(" Tick what fits."))


def all_others(book: Book, kind: str, day: date) -> Page:
    """Steps, bases, myths or advice, in groups; those that no longer count stand apart."""
    groups: dict[str, list[tuple[str, str, str]]] = {}
    rest: list[tuple[str, str, str]] = []
    for name, entry in book.others[kind].items():
        item = entry.item
        row = (name, _title(entry), sentence(item.truth) if isinstance(item, Myth) else "")
        if not isinstance(item, Advice) and not item.in_force.on(day):
            rest.append(row)
        else:
            groups.setdefault(_group(entry), []).append(row)
    order = [*_PLACES.values(), *BASES.values()]
    titles = sorted(groups, key=lambda each: order.index(each) if each in order else len(order))
    return {"groups": [(title, groups[title]) for title in titles], "rest": rest}


def of_other(book: Book, entry: OtherEntry, day: date) -> Page:
    """One of them."""
    item = entry.item
    outcomes = () if isinstance(item, Basis) else tuple(each for each in Outcome if each in item.outcomes)
    in_force = None if isinstance(item, Advice) else item.in_force
    return {
        "says": _title(entry),
        "group": _group(entry),
        "truth": sentence(item.truth) if isinstance(item, Myth) else "",
        "blocks": isinstance(item, Safeguard) and item.blocks,
        "leaves_out": isinstance(item, Safeguard) and item.leaves_out,
        "ask": [
            (words().sector.get(sector, sector.replace("-", " ").capitalize()), [printed(each) for each in people])
            for sector, people in item.ask
        ]
        if isinstance(item, Advice)
        else [],
        "condition": line(entry.condition),
        "outcomes": [tag(each) for each in outcomes],
        "days": span(in_force, day) if in_force else "",
        "counts": in_force is None or in_force.on(day),
        "cites": cites(book, entry.cites, in_force, day),
    }


def _title(entry: OtherEntry) -> str:
    match entry.item:
        case Safeguard(text=text) | Basis(text=text):
            return sentence(text)
        case Myth(believed=believed):
            return f"“{printed(believed.rstrip('.'))}”"
        case Advice(name=name):
            return name.replace("-", " ").capitalize()


def _group(entry: OtherEntry) -> str:
    match entry.item:
        case Safeguard(place=place):
            return _PLACES[place]
        case Basis(kind=kind):
            return BASES.get(kind, kind.replace("-", " ").capitalize())
        case _:
            return ""
