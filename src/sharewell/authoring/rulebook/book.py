"""The rulebook as data: everything a pack says, in source order, with what rests on what. Pages are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharewell.authoring.rulebook.changes import Change, Changes
from sharewell.authoring.wording.clause import Clause
from sharewell.policy.case import Case
from sharewell.policy.fact import Fact
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Finding, Pack
from sharewell.policy.rule import Advice, Basis, Myth, Rule, Safeguard
from sharewell.policy.source import Citation, Source


@dataclass(frozen=True, slots=True)
class Overriding:
    """One thing that a rule overrides, as written, and the rules it comes to; `*` comes to `but` the rules listed."""

    written: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case beside a rule. `part`: the rule applies, does not apply, is overridden or decides in it."""

    case: Case
    title: str
    part: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One rule with everything that a reader needs beside it. Rules are named; the rulebook holds the entries."""

    rule: Rule
    condition: Clause
    days: str
    pinpoint: str
    overrides: tuple[Overriding, ...] = ()
    overridden_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    cases: tuple[ShownCase, ...] = ()
    local: bool = False


@dataclass(frozen=True, slots=True)
class SourceSection:
    """A source, the rules that live under it (their first citation) by pinpoint, and other rules that cite it."""

    source: Source
    rules: tuple[RuleEntry, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindSection:
    """Sources of one kind, in the order of the pack."""

    title: str
    sources: tuple[SourceSection, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The law, the guidance, or the policies."""

    name: str
    title: str
    kinds: tuple[KindSection, ...]

    @property
    def rules(self) -> tuple[RuleEntry, ...]:
        """The rules in source order."""
        return tuple(entry for kind in self.kinds for section in kind.sources for entry in section.rules)


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact, its declared answers with what opens each, and what reads the fact."""

    fact: Fact
    declared: tuple[tuple[str, Clause], ...]
    rules: tuple[str, ...]
    findings: tuple[str, ...]
    local: bool = False


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding, its condition, and what rests on it."""

    finding: Finding
    condition: Clause
    rules: tuple[str, ...]
    findings: tuple[str, ...]
    local: bool = False


@dataclass(frozen=True, slots=True)
class OtherEntry:
    """A safeguard, basis, advice route or myth."""

    item: Safeguard | Basis | Advice | Myth
    condition: Clause
    days: str
    cites: tuple[Citation, ...]
    local: bool = False


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A pack as a book. `changes` go from one day of change to the next, `compared` between the days asked for."""

    pack: Pack
    parts: tuple[Part, ...]
    facts: tuple[FactEntry, ...]
    findings: tuple[FindingEntry, ...]
    safeguards: tuple[OtherEntry, ...]
    bases: tuple[OtherEntry, ...]
    advice: tuple[OtherEntry, ...]
    myths: tuple[OtherEntry, ...]
    sources: tuple[SourceSection, ...]
    changes: tuple[Changes, ...]
    compared: tuple[Changes, ...]
    dormant: tuple[Change, ...]
    on: date | None = None

    @property
    def rules(self) -> tuple[RuleEntry, ...]:
        """Every rule once, in source order."""
        return tuple(entry for part in self.parts for entry in part.rules)
