"""The first page: what the book is, how to read it, and every rule by name."""

from __future__ import annotations

from sharewell.authoring.rulebook.block import (
    Block,
    Bullets,
    Code,
    Link,
    OutcomeTag,
    Page,
    Para,
    Section,
    StandingMark,
    Strong,
    Table,
    Terms,
    Words,
)  # fmt: skip  # a list of names
from sharewell.authoring.rulebook.book import Rulebook
from sharewell.authoring.rulebook.mention import rule_list
from sharewell.authoring.wording.day import said
from sharewell.authoring.wording.label import OUTCOME_MEANS, STANDING_MEANS, counted, named
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect
from sharewell.policy.source import Standing

_DECIDING = (
    "The rules say. You decide. A rule that a standing rule overrides is out. Of the rules that stand, the first row "
    "below decides; a rule that forbids and a rule that requires together mean “get advice”."
)
_CONDITIONS = (
    "A question is followed by the answers that count. “Not” means that another answer was given. “I don’t know” never "
    "counts as yes or as no, unless it is listed."
)
_DAYS = "“Until 30 April 2024 (2024-05-01)” means that 30 April was the last day. The pack writes the day in brackets."


def front_page(book: Rulebook, others: tuple[Page, ...]) -> Page:
    """Contents and how to read."""
    pack = book.pack
    about: list[tuple[str, tuple[Block, ...]]] = [("Pack", (Para((Code(f"{pack.name} {pack.version}"),)),))]
    if pack.extends:
        about.append(("Local layer on top of", (Para((Code(pack.extends),)),)))
    about.append(("Encoded from", (Para((said(pack.first_day),)),)))
    if pack.digest:
        about.append(("Digest", (Para((Code(pack.digest),)),)))
    if pack.changes:
        about.append(("What is new", (Para((pack.changes,)),)))
    contents = Bullets(tuple((Link(page.title, page=page.name), f" {page.lead}") for page in others), look="pages")
    blocks = (
        Terms(tuple(about)),
        Section("contents", "Contents", (contents,), in_contents=True),
        _how_to_read(book),
        Section("tags", "Rules with a tag", _tags(book), in_contents=True),
        Section("by-name", "Every rule by name", (_by_name(book),), in_contents=True),
    )
    lead = f"{counted(len(book.rules), 'rule')}, each with its reason, its source, its days and its cases."
    return Page("index", pack.title, lead, blocks)


def _how_to_read(book: Rulebook) -> Section:
    counts = {effect: sum(entry.rule.effect is effect for entry in book.rules) for effect in Effect}
    outcomes = tuple(
        ((OutcomeTag(effect.outcome),), (Code(effect.value),), (str(counts[effect]),), (OUTCOME_MEANS[effect.outcome],))
        for effect in Effect
    )
    refer: tuple[Words, ...] = (
        (OutcomeTag(Outcome.REFER),), ("none stands",), ("",), (OUTCOME_MEANS[Outcome.REFER],)
    )  # fmt: skip  # one row
    standings = tuple(
        ((StandingMark(standing),), (STANDING_MEANS[standing],), (str(_resting(book, standing)),))
        for standing in Standing
    )
    return Section(
        "how-to-read",
        "How to read it",
        (
            Para((_DECIDING,)),
            Table("What a rule can do, in deciding order", ("Said to you", "In the pack", "Rules", "What it means"),
                  (*outcomes, refer)),
            Table("How sure we are of a source", ("Mark", "What it means", "Citations in rules"), standings),
            Para((Strong("Conditions. "), _CONDITIONS)),
            Para((Strong("Days. "), _DAYS)),
        ),
        in_contents=True,
    )  # fmt: skip  # prose


def _resting(book: Rulebook, standing: Standing) -> int:
    return sum(cite.standing is standing for entry in book.rules for cite in entry.rule.cites)


def _tags(book: Rulebook) -> tuple[Block, ...]:
    rules = {entry.rule.name: entry.rule for entry in book.rules}
    tags = sorted(
        {tag for rule in rules.values() for tag in rule.tags}
        | {written[1:] for rule in rules.values() for written in rule.overrides if written.startswith("@")}
    )
    intro = Para(("Rules with a tag can be overridden together.",))
    if not tags:
        return (Para(("No rule has one.",)),)
    return (
        intro,
        *(
            Section(f"tag-{tag}", named(tag), (rule_list(names, rules) if names else Para(("No rule has this tag.",)),))
            for tag in tags
            for names in [tuple(rule.name for rule in rules.values() if tag in rule.tags)]
        ),
    )


def _by_name(book: Rulebook) -> Block:
    names = tuple(sorted(entry.rule.name for entry in book.rules))
    return Bullets(tuple((Link(name, f"rule-{name}"),) for name in names), look="names")
