"""The pages of the rules: the law, the guidance, the policies, each in source order."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.authoring.rulebook.block import (
    Block,
    Bullets,
    Code,
    Condition,
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
    Terms,
    Words,
)  # fmt: skip  # a list of names
from sharewell.authoring.rulebook.book import Overriding, Part, Rulebook, RuleEntry, ShownCase, SourceSection
from sharewell.authoring.rulebook.mention import citations, folded, rule_list, rule_words
from sharewell.authoring.wording.day import said
from sharewell.authoring.wording.label import counted
from sharewell.policy.rule import Rule
from sharewell.policy.source import Source

#: Up to so many cases are listed in the open.
_CASES = 4

_LEADS = {
    "law": "Rules that come first from an Act, from regulations or from a judgment, in the order of the law.",
    "guidance": "Rules that come first from a code of practice or from guidance.",
    "policy": "Rules that come first from a local or organisational policy. They stay inside the law and the guidance.",
}


def rule_page(part: Part, book: Rulebook) -> Page:
    """One part of the book."""
    rules = {entry.rule.name: entry.rule for entry in book.rules}
    sources = {section.source.name: section.source for section in book.sources}

    def section(each: SourceSection) -> Section:
        also: tuple[Block, ...] = ()
        if each.also:
            summary = (
                f"{counted(len(each.also), 'more rule')} that also {'rests' if len(each.also) == 1 else 'rest'} on it"
            )
            also = (Fold(summary, (rule_list(each.also, rules),)),)
        return Section(
            f"from-{each.source.name}",
            each.source.title,
            (*also, *(rule_section(entry, rules, sources, book) for entry in each.rules)),
            kicker=(
                Quiet(each.source.publisher),
                StandingMark(each.source.standing),
                Link("About this source", f"source-{each.source.name}"),
            ),
            look="source",
            in_contents=True,
        )

    kinds = tuple(
        Section(f"{part.name}-{i}", kind.title, tuple(section(each) for each in kind.sources), in_contents=True)
        for i, kind in enumerate(part.kinds, 1)
    )
    nothing = (Para(("No rule of this pack comes first from such a source.",)),)
    return Page(part.name, part.title, _LEADS[part.name], kinds or nothing)


def rule_section(entry: RuleEntry, rules: Mapping[str, Rule], sources: Mapping[str, Source], book: Rulebook) -> Section:
    """One rule."""
    rule = entry.rule
    rows: list[tuple[str, tuple[Block, ...]]] = [("When", (Condition(entry.condition),))]
    if rule.todo:
        rows.append(("What to do", (Para((rule.todo,)),)))
    if rule.instead:
        rows.append(("Who instead", (_instead(rule, book),)))
    rows.append(("In force", (Para((entry.days[:1].upper() + entry.days[1:],)),)))
    rows.append(("Where it comes from", (citations(rule.cites, sources),)))
    if entry.overrides:
        rows.append(("It overrides", tuple(block for each in entry.overrides for block in _overrides(each, rules))))
    if entry.overridden_by:
        rows.append(("Overridden by", (folded(entry.overridden_by, rules),)))
    history = [
        (lead, name) for lead, names in (("It replaced ", entry.replaces), ("Replaced by ", entry.replaced_by))
        for name in names
    ]  # fmt: skip  # two lines
    if history:
        rows.append(("History", (Bullets(tuple((lead, *rule_words(rules[name])) for lead, name in history)),)))
    rows.append(("Cases", (_cases(entry.cases),)))
    if rule.note:
        rows.append(("Note", (Para((rule.note,)),)))
    local: Words = (Strong("Local rule"),) if entry.local else ()
    return Section(
        f"rule-{rule.name}",
        rule.reason,
        (Terms(tuple(rows)),),
        kicker=(OutcomeTag(rule.effect.outcome), *local, Quiet(entry.pinpoint), Code(rule.name)),
        look="rule",
    )


def _overrides(each: Overriding, rules: Mapping[str, Rule]) -> tuple[Block, ...]:
    if each.written == "*":
        return (Para((Strong("Every other rule"), ", except those that override this one.")),)
    if each.written.startswith("@"):
        tag: Inline = Link(f"“{each.written[1:].replace('-', ' ')}”", f"tag-{each.written[1:]}")
        if not each.rules:
            return (Para(("Rules tagged ", tag, ": none is in force with it.")),)
        fold = Fold(f"{counted(len(each.rules), 'rule')} tagged “{each.written[1:]}”", (rule_list(each.rules, rules),))
        return (fold,)
    if not each.rules:
        return (Para((Code(each.written), ": not in force on any day with this rule.")),)
    return (rule_list(each.rules, rules),)


def _instead(rule: Rule, book: Rulebook) -> Block:
    """Recipients in the words of the fact that has them as answers."""
    for entry in book.facts:
        if set(rule.instead) <= set(entry.fact.domain):
            return Bullets(tuple((entry.fact.says(name),) for name in rule.instead))
    return Bullets(tuple((Code(name),) for name in rule.instead))


def _cases(cases: tuple[ShownCase, ...]) -> Block:
    if not cases:
        return Para((Quiet("No case yet."),))
    many = Bullets(tuple(_case(each) for each in cases), look="cases")
    return many if len(cases) <= _CASES else Fold(counted(len(cases), "case"), (many,))


def _case(each: ShownCase) -> Words:
    tag: Words = (" ", OutcomeTag(each.outcome)) if each.outcome else ()
    return (each.title, *tag, " ", Quiet(f"on {said(each.case.on)}: {each.part}"))
