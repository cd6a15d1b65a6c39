"""Source order: the law, then guidance, then policies; in each the sources as the pack lists them; then pinpoints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sharewell.authoring.rulebook.book import KindSection, Part, RuleEntry, SourceSection
from sharewell.policy.pack import Pack
from sharewell.policy.source import Source, Standing

PARTS = (
    ("law", "The law", ("act", "si", "case")),
    ("guidance", "Guidance", ("code", "guidance", "professional")),
    ("policy", "Policies", ("policy", "other")),
)

KINDS = {
    "act": "Acts of Parliament",
    "si": "Regulations and orders",
    "case": "Judgments",
    "code": "Codes of practice",
    "guidance": "Guidance",
    "professional": "Professional guidance",
    "policy": "Policies and procedures",
    "other": "Other sources",
}

_UNDESCRIBED = "not described in the pack"


def pinpoint_key(at: str) -> tuple[bool, tuple[tuple[int, int, str], ...]]:
    """Orders pinpoints as a reader would look them up: `s9` before `s47(9)`, `s47` before `s120`, schedules last."""
    text = at.casefold()
    text = re.sub(r"\b(?:ss|sections?)\s*(?=\d)", "s", text)
    text = re.sub(r"\b(?:regs|reg|r|rule)\.?\s*(?=\d)", "reg", text)
    tokens = re.findall(r"\d+|[^\W\d_]+", text)
    return text.startswith("sch"), tuple((0, int(each), "") if each.isdigit() else (1, 0, each) for each in tokens)


def sections(pack: Pack, entries: Iterable[RuleEntry]) -> tuple[SourceSection, ...]:
    """Every source of the pack with the rules under it. One that the pack does not describe is here too."""
    under: dict[str, list[RuleEntry]] = defaultdict(list)
    also: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        home = entry.rule.cites[0].source if entry.rule.cites else ""
        under[home].append(entry)
        for name in dict.fromkeys(cite.source for cite in entry.rule.cites):
            if name != home:
                also[name].append(entry.rule.name)
    known = {source.name for source in pack.sources}
    missing = sorted(name for name in {*under, *also} if name not in known)
    sources = (*pack.sources, *(_stand_in(name) for name in missing))
    return tuple(
        SourceSection(
            source,
            tuple(sorted(under[source.name], key=lambda entry: (pinpoint_key(entry.pinpoint), entry.rule.name))),
            tuple(also[source.name]),
        )
        for source in sources
    )


def parts(all_sections: tuple[SourceSection, ...]) -> tuple[Part, ...]:
    """The sections that have rules, by kind, by part. A kind of an unknown name goes with the other sources."""
    by_kind: dict[str, list[SourceSection]] = defaultdict(list)
    for section in all_sections:
        if section.rules:
            by_kind[section.source.kind if section.source.kind in KINDS else "other"].append(section)
    return tuple(
        Part(name, title, tuple(KindSection(KINDS[kind], tuple(by_kind[kind])) for kind in kinds if by_kind[kind]))
        for name, title, kinds in PARTS
    )


def _stand_in(name: str) -> Source:
    title = f"{name} ({_UNDESCRIBED})" if name else "No source given"
    return Source(name, title, "other", "", Standing.AWAITING_SIGN_OFF, date.max)
