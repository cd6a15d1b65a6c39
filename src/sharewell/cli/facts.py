"""`sharewell facts`: the vocabulary, for people and for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TypedDict

import click

from sharewell.cli.condition_words import in_words
from sharewell.cli.options import fact_names, format_option, pack_option, plain_option
from sharewell.cli.packs import chosen
from sharewell.cli.page import Page, Printer, wants_plain
from sharewell.cli.problem import near, quoted, refusal
from sharewell.cli.words import I_DONT_KNOW, listed
from sharewell.policy.fact import NOT_KNOWN, Fact
from sharewell.policy.pack import Pack


class AnswerShape(TypedDict):
    """One answer."""

    name: str
    says: str


class QuietShape(TypedDict):
    """An answer taken as usual while nothing opens the fact."""

    answer: str
    unless: str


class TickShape(TypedDict):
    """A line of a checklist: what ticking it answers; with no answer, the fact is asked about next."""

    fact: str
    answer: str
    says: str


class FactShape(TypedDict):
    """One fact of the vocabulary."""

    name: str
    question: str
    help: str
    why: str
    answers: list[AnswerShape]
    scope: str
    who: list[str]
    group: str
    quiet: list[QuietShape]
    first: bool
    after: list[str]
    ticks: list[TickShape]


HELP = """List the facts: each question, with its answers and who may know.

Use the name and the answers in files for `sharewell determine`. Every fact can also be answered `not-known`, or left
out: not asked yet."""

EPILOG = """\b
Examples:
  sharewell facts
  sharewell facts concern recipient-kind
  sharewell facts --format json > facts.json"""


@click.command("facts", help=HELP, epilog=EPILOG)
@click.argument("names", nargs=-1, metavar="[FACT]...", shell_complete=fact_names)
@pack_option
@format_option
@plain_option
def command(names: tuple[str, ...], pack_name: str, form: str, plain: bool) -> int:
    """List."""
    pack = chosen(pack_name)
    facts = [fact_named(name, pack) for name in names] or list(pack.facts)
    if form == "json":
        sys.stdout.write(json.dumps([shape(fact) for fact in facts], ensure_ascii=False, indent=2) + "\n")
    else:
        page = each_in_full(facts) if names else listing(facts)
        Printer(plain=plain or wants_plain()).show(page)
    return 0


def fact_named(name: str, pack: Pack) -> Fact:
    """A fact by name.

    Raises: Refused for one that is not there.
    """
    found = {fact.name: fact for fact in pack.facts}
    if name not in found:
        meant = near(name, found)
        hint = f"did you mean `{meant}`?" if meant else "see `sharewell facts` for those there are"
        raise refusal(name, "unknown-fact", f"there is no fact `{quoted(name)}`", written=name, hint=hint)
    return found[name]


def shape(fact: Fact) -> FactShape:
    """A fact as data."""
    return {
        "name": fact.name,
        "question": fact.question,
        "help": fact.help,
        "why": fact.why,
        "answers": [{"name": answer.name, "says": answer.says} for answer in fact.answers],
        "scope": fact.scope.value,
        "who": list(fact.who),
        "group": fact.group,
        "quiet": [{"answer": each.answer, "unless": in_words(each.unless)} for each in fact.declared],
        "first": fact.first,
        "after": list(fact.after),
        "ticks": [{"fact": tick.fact, "answer": tick.answer, "says": tick.says} for tick in fact.ticks],
    }


def listing(facts: Iterable[Fact]) -> Page:
    """Every fact in a line or two, by group."""
    page = Page()
    group = None
    for fact in facts:
        if fact.group != group:
            group = fact.group
            page.heading(group or "Facts")
        names = [answer.name for answer in fact.answers]
        shown = ", ".join(names[:9]) + (f" and {len(names) - 9} more" if len(names) > 9 else "")
        page.item("•", fact.name, fact.question, shown, strong=True)
    page.text(
        f"Every fact can also be {NOT_KNOWN}, or left out: not asked yet. One in full: sharewell facts NAME",
        style="quiet",
    )
    return page


def each_in_full(facts: Iterable[Fact]) -> Page:
    """Some facts with all there is to them."""
    page = Page()
    for fact in facts:
        page.heading(fact.name)
        page.text(fact.question, style="strong")
        page.text(fact.help)
        for answer in fact.answers:
            page.item("•", answer.name, answer.says, strong=True)
        page.item("•", NOT_KNOWN, I_DONT_KNOW, strong=True)
        for tick in fact.ticks:
            page.item("□", tick.says, f"{tick.fact}: {tick.answer}" if tick.answer else f"{tick.fact}: asked next")
        page.text(f"Why we ask: {fact.why}" if fact.why else "")
        page.text(f"Who may know: {listed(list(fact.who), 'or')}." if fact.who else "")
        for quiet in fact.declared:
            page.text(f"Taken as “{fact.says(quiet.answer)}” unless {in_words(quiet.unless)}.")
        page.text(f"About: {_SCOPES[fact.scope.value]}. Group: {fact.group or 'none'}.", style="quiet")
    return page


_SCOPES = {"case": "the whole case", "recipient": "one recipient", "item": "one piece of information"}
