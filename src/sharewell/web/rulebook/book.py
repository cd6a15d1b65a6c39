"""The book of a pack, read once: its entries by name, and its conditions in lines that a page can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from sharewell.authoring.rulebook import Rulebook, rulebook
from sharewell.authoring.rulebook.book import FactEntry, FindingEntry, OtherEntry, RuleEntry, SourceSection
from sharewell.authoring.wording.clause import Clause, FactClause, FindingClause, GroupClause
from sharewell.authoring.wording.label import named
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Rule
from sharewell.web.clock import today
from sharewell.web.guide.words import printed, sentence, tag
from sharewell.web.reading.shelf import pack_named

#: Titles of themes; one that is not here is called by its name.
_THEMES = {
    "agreement": "Agreement, and saying no",
    "closed-papers": "Court, adoption and other closed papers",
    "duties-education": "Duties of schools and colleges",
    "duties-partners": "Duties between agencies",
    "duties-reports": "Duties to report",
    "outsiders": "People outside the work",
    "prohibitions": "What must not be shared",
    "workers-and-adults": "Workers and other adults",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a condition. `kind` is fact, finding or group; `answers` count for a fact, `parts` hang on a group."""

    kind: str
    says: str
    name: str = ""
    negated: bool = False
    answers: tuple[str, ...] = ()
    parts: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule in a list: its outcome, its reason, its name, and a note on its days where it does not count."""

    tag: dict[str, str]
    says: str
    name: str
    note: str = ""


class Book:
    """A pack as the pages read it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    @cached_property
    def whole(self) -> Rulebook:
        """Everything, as data."""
        return rulebook(self.pack)

    @cached_property
    def rules(self) -> dict[str, RuleEntry]:
        """Rules by name, in source order."""
        return {entry.rule.name: entry for entry in self.whole.rules}

    @cached_property
    def sources(self) -> dict[str, SourceSection]:
        """Sources by name, in the order of the pack."""
        return {section.source.name: section for section in self.whole.sources}

    @cached_property
    def facts(self) -> dict[str, FactEntry]:
        """Questions by name."""
        return {entry.fact.name: entry for entry in self.whole.facts}

    @cached_property
    def findings(self) -> dict[str, FindingEntry]:
        """Findings by name."""
        return {entry.finding.name: entry for entry in self.whole.findings}

    @cached_property
    def others(self) -> dict[str, dict[str, OtherEntry]]:
        """Safeguards, bases, myths and advice: the kind's word in an address, then by name."""
        whole = self.whole
        groups = {
            "safeguards": whole.safeguards, "bases": whole.bases, "myths": whole.myths, "advice": whole.advice,
        }  # fmt: skip
        return {kind: {entry.item.name: entry for entry in entries} for kind, entries in groups.items()}

    @cached_property
    def themes(self) -> dict[str, str]:
        """Themes with their titles, in the order of the pack."""
        return {
            name: _THEMES.get(name) or named(name) or "Other rules"
            for name in dict.fromkeys(rule.theme for rule in self.pack.rules)
        }


@cache
def book_of(pack: str) -> Book:
    """The book of a pack, kept."""
    return Book(pack_named(pack))


def line(clause: Clause) -> Line:
    """A clause as a line."""
    match clause:
        case FactClause(fact, question, answers, negated):
            return Line("fact", printed(question), fact, negated, tuple(printed(each) for each in answers))
        case FindingClause(finding, means, negated):
            return Line("finding", sentence(means).rstrip("."), finding, negated)
        case GroupClause(lead, parts):
            return Line("group", lead[:1].upper() + lead[1:], parts=tuple(line(part) for part in parts))


def listed_rule(rule: Rule, day: date | None = None) -> Listed:
    """A rule for a list. With a day, a note says so where it does not count on it."""
    note = ""
    if day is not None and not rule.in_force.on(day):
        start, end = rule.in_force.start, rule.in_force.end
        note = "Passed, but not started" if start is None else "Not yet in force" if start > day else ""
        note = note or ("No longer in force" if end is not None else "")
    return Listed(tag(rule.effect.outcome), sentence(rule.reason), rule.name, note)


def listed_rules(book: Book, names: Iterable[str]) -> list[Listed]:
    """Rules by name, for a list as of today."""
    return [listed_rule(book.rules[name].rule, today()) for name in names if name in book.rules]
