"""Put the rulebook together from a pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sharewell.authoring.rulebook.book import FactEntry, FindingEntry, OtherEntry, Rulebook, RuleEntry
from sharewell.authoring.rulebook.changes import COMPARED, compared, dormant, each_change
from sharewell.authoring.rulebook.history import history
from sharewell.authoring.rulebook.order import parts, sections
from sharewell.authoring.rulebook.overriding import overrides
from sharewell.authoring.rulebook.situation import shown_cases
from sharewell.authoring.wording.clause import Wording
from sharewell.authoring.wording.day import in_force_said
from sharewell.policy.case import Case
from sharewell.policy.condition import Condition, FactIs, atoms
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Advice, Basis, Myth, Safeguard


def rulebook(
    pack: Pack, *, cases: Sequence[Case] | None = None, days: Iterable[date] = COMPARED, on: date | None = None
) -> Rulebook:
    """A pack as a book. `cases`: others than the pack's own; `days`: days to compare; `on`: the day it is read on."""
    words = Wording({fact.name: fact for fact in pack.facts}, {finding.name: finding for finding in pack.findings})
    entries = _rule_entries(pack, words, pack.cases if cases is None else tuple(cases))
    all_sections = sections(pack, entries)
    read_by = _Readers(pack)

    def local(layer: str) -> bool:
        return bool(pack.extends) and layer == pack.name

    def other(item: Safeguard | Basis | Advice | Myth) -> OtherEntry:
        said = "" if isinstance(item, Advice) else in_force_said(item.in_force, pack.first_day)
        return OtherEntry(item, words.clause(item.when), said, item.cites, local(item.layer))

    return Rulebook(
        pack=pack,
        parts=parts(all_sections),
        facts=tuple(
            FactEntry(
                fact,
                tuple((each.answer, words.clause(each.unless)) for each in fact.declared),
                read_by.rules["fact", fact.name],
                read_by.findings["fact", fact.name],
                local(fact.layer),
            )
            for fact in pack.facts
        ),
        findings=tuple(
            FindingEntry(
                finding,
                words.clause(finding.when),
                read_by.rules["finding", finding.name],
                read_by.findings["finding", finding.name],
                local(finding.layer),
            )
            for finding in pack.findings
        ),
        safeguards=tuple(other(each) for each in pack.safeguards),
        bases=tuple(other(each) for each in pack.bases),
        advice=tuple(other(each) for each in pack.advice),
        myths=tuple(other(each) for each in pack.myths),
        sources=all_sections,
        changes=each_change(pack),
        compared=compared(pack, (*days, on) if on else days),
        dormant=dormant(pack),
        on=on,
    )


class _Readers:
    """What reads each fact and finding, by name."""

    def __init__(self, pack: Pack) -> None:
        self.rules: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
        self.findings: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
        for rule in pack.rules:
            for key in _keys(rule.when):
                self.rules[key] += (rule.name,)
        for finding in pack.findings:
            for key in _keys(finding.when):
                self.findings[key] += (finding.name,)


def _keys(condition: Condition) -> dict[tuple[str, str], None]:
    """What a condition reads, each once, in the order written."""
    return dict.fromkeys(
        ("fact", atom.fact) if isinstance(atom, FactIs) else ("finding", atom.finding) for atom in atoms(condition)
    )


def _rule_entries(pack: Pack, words: Wording, cases: tuple[Case, ...]) -> tuple[RuleEntry, ...]:
    over, past = overrides(pack.rules), history(pack.rules)
    shown = shown_cases(pack, cases)
    return tuple(
        RuleEntry(
            rule=rule,
            condition=words.clause(rule.when),
            days=in_force_said(rule.in_force, pack.first_day),
            pinpoint=rule.cites[0].at if rule.cites else "",
            overrides=over.of.get(rule.name, ()),
            overridden_by=over.by.get(rule.name, ()),
            replaces=past.before.get(rule.name, ()),
            replaced_by=past.after.get(rule.name, ()),
            cases=shown.get(rule.name, ()),
            local=bool(pack.extends) and rule.layer == pack.name,
        )
        for rule in pack.rules
    )
