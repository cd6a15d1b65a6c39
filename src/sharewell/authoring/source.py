"""Sources as written, and the families: allowed conflicts, exceptions to proofs, answers that exclude each other."""

from __future__ import annotations

from datetime import date

from sharewell.authoring.condition import condition_of
from sharewell.authoring.entry import Entry
from sharewell.authoring.names import Names, check_known
from sharewell.authoring.rule import rules_named
from sharewell.policy.pack import ConflictFamily, Exclusion, ProofException
from sharewell.policy.source import Source, Standing

#: What a source can be.
SOURCE_KINDS = ("act", "si", "case", "guidance", "code", "policy", "professional", "other")


def source_of(entry: Entry) -> Source:
    """A source with its standing."""
    entry.text("note")
    link = entry.scalar("link")
    if link and not link.text.startswith(("https://", "http://")):
        entry.tell(link, "bad-link", "a link starts with https://")
    return Source(
        name=entry.text("source"),
        title=entry.text("title"),
        kind=entry.choice("kind", SOURCE_KINDS, SOURCE_KINDS[0]),
        publisher=entry.text("publisher"),
        standing=Standing(entry.choice("standing", list(Standing), Standing.AWAITING_SIGN_OFF)),
        review_by=entry.day("review_by") or date.max,
        read_on=entry.day("read_on"),
        dated=entry.day("dated"),
        link=link.text if link else "",
    )


def conflict_of(entry: Entry, names: Names) -> ConflictFamily:
    """A conflict that may stand."""
    return ConflictFamily(
        name=entry.text("conflict"),
        prohibits=rules_named(entry, "prohibits", names),
        requires=rules_named(entry, "requires", names),
        because=entry.text("because"),
    )


def exception_of(entry: Entry, names: Names) -> ProofException:
    """A rule that may break a proof."""
    rule = entry.scalar("exception")
    if rule:
        check_known(rule, names.known("rule"), "rule", entry.problems)
    return ProofException(rule.text if rule else "", entry.text("proof"), entry.text("because"))


def exclusion_of(entry: Entry, names: Names, layer: str) -> Exclusion:
    """Answers that cannot be true together."""
    return Exclusion(entry.text("excludes"), condition_of(entry, "never", names), entry.text("because"), layer)
