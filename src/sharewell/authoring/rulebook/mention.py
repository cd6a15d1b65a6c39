"""Rules and sources where they are mentioned: as links, lists and folds."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.authoring.rulebook.block import Block, Bullets, Code, Fold, Link, Para, StandingMark, Words
from sharewell.authoring.wording.label import counted
from sharewell.policy.rule import Rule
from sharewell.policy.source import Citation, Source

#: Up to so many rules are listed in the open; more can be unfolded.
_SHOWN = 6


def citations(cites: tuple[Citation, ...], sources: Mapping[str, Source]) -> Block:
    """Citations with pinpoint and standing."""
    if not cites:
        return Para(("No source given.",))
    rows: list[Words] = []
    for cite in cites:
        title = sources[cite.source].title if cite.source in sources else cite.source
        gist: Words = (f" {cite.gist}",) if cite.gist else ()
        rows.append((Link(title, f"source-{cite.source}"), f", {cite.at}", *gist, " ", StandingMark(cite.standing)))
    return Bullets(tuple(rows), look="cites")


def rule_words(rule: Rule) -> Words:
    """A rule where it is mentioned: its reason, linked, and its name."""
    return (Link(rule.reason, f"rule-{rule.name}"), " ", Code(rule.name))


def rule_list(names: tuple[str, ...], rules: Mapping[str, Rule]) -> Bullets:
    """Rules where they are mentioned."""
    return Bullets(tuple(rule_words(rules[name]) for name in names if name in rules))


def folded(names: tuple[str, ...], rules: Mapping[str, Rule]) -> Block:
    """A list of rules, folded when it is long."""
    many = rule_list(names, rules)
    return many if len(names) <= _SHOWN else Fold(counted(len(names), "rule"), (many,))
