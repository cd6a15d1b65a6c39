"""`sharewell show`: one rule, fact, finding, step, basis or source in full."""

from __future__ import annotations

from collections.abc import Iterable

import click

from sharewell.authoring.wording.clause import Wording, lines
from sharewell.authoring.wording.day import in_force_said
from sharewell.cli.day import in_words
from sharewell.cli.facts import each_in_full
from sharewell.cli.options import pack_option, plain_option
from sharewell.cli.packs import chosen
from sharewell.cli.page import Page, Printer, wants_plain
from sharewell.cli.problem import near, quoted, refusal
from sharewell.cli.words import EFFECTS, LABELS, PLACES, STANDINGS, sentence
from sharewell.policy.condition import Condition
from sharewell.policy.pack import Finding, Pack
from sharewell.policy.rule import Basis, Rule, Safeguard
from sharewell.policy.source import Citation, Source

HELP = """Show one rule, fact, finding, step, basis or source in full: when it counts, why, where it comes from and on
which days."""

EPILOG = """\b
Examples:
  sharewell show danger-share
  sharewell show significant-harm
  sharewell show ca-1989"""


@click.command("show", help=HELP, epilog=EPILOG)
@click.argument("name")
@pack_option
@plain_option
def command(name: str, pack_name: str, plain: bool) -> int:
    """Show."""
    pack = chosen(pack_name)
    page = _Shower(pack).page(name)
    Printer(plain=plain or wants_plain()).show(page)
    return 0


class _Shower:
    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.words = Wording({fact.name: fact for fact in pack.facts}, {each.name: each for each in pack.findings})
        self.sources = {source.name: source for source in pack.sources}

    def page(self, name: str) -> Page:
        """Everything of that name.

        Raises: Refused when there is nothing of it.
        """
        pack = self.pack
        page = Page()
        things: list[Rule | Finding | Safeguard | Basis | Source] = [
            *pack.rules, *pack.findings, *pack.safeguards, *pack.bases, *pack.sources,
        ]  # fmt: skip
        for thing in things:
            if thing.name == name:
                self._show(page, thing)
        page.blocks.extend(each_in_full([fact for fact in pack.facts if fact.name == name]).blocks)
        if not page.blocks:
            known = {each.name for each in [*things, *pack.facts]}
            meant = near(name, known)
            hint = f"did you mean `{meant}`?" if meant else "see `sharewell rules` and `sharewell facts`"
            raise refusal(
                name, "unknown-name", f"nothing in this pack is called `{quoted(name)}`", written=name, hint=hint
            )
        return page

    def _show(self, page: Page, thing: Rule | Finding | Safeguard | Basis | Source) -> None:
        match thing:
            case Rule():
                self._rule(page, thing)
            case Finding():
                page.title(thing.means, f"Finding {thing.name}")
                self._when(page, thing.when)
                self._cites(page, thing.cites)
            case Safeguard():
                page.title(
                    thing.text,
                    f"Step {thing.name}. {PLACES[thing.place]}{'; nothing goes before it is done' * thing.blocks}.",
                )
                self._when(page, thing.when)
                self._cites(page, thing.cites)
                page.text(sentence(f"Counts {in_force_said(thing.in_force, self.pack.first_day)}"))
            case Basis():
                page.title(thing.text, f"Basis {thing.name}, {thing.kind}.")
                self._when(page, thing.when)
                self._cites(page, thing.cites)
                page.text(sentence(f"Counts {in_force_said(thing.in_force, self.pack.first_day)}"))
            case Source():
                self._source(page, thing)

    def _rule(self, page: Page, rule: Rule) -> None:
        page.title(rule.reason, f"Rule {rule.name}. Where it stands it {EFFECTS[rule.effect]}.")
        self._when(page, rule.when)
        page.text(f"Do: {sentence(rule.todo)}" if rule.todo else "")
        if rule.instead:
            page.text(f"Turn instead to: {', '.join(rule.instead)}.")
        if rule.overrides:
            page.text(
                f"Puts aside: {', '.join('every other rule' if each == '*' else each for each in rule.overrides)}."
            )
        beside = {rule.name, "*", *(f"@{tag}" for tag in rule.tags)}
        over = [other.name for other in self.pack.rules if other is not rule and beside & set(other.overrides)]
        page.text(f"Is put aside by: {', '.join(over)}." if over else "")
        self._cites(page, rule.cites)
        page.text(sentence(f"Counts {in_force_said(rule.in_force, self.pack.first_day)}"))
        page.text(f"Note: {sentence(rule.note)}" if rule.note else "")
        cases = [case for case in self.pack.cases if rule.name in (case.rule, *case.expect.applied)]
        if cases:
            page.heading("Cases")
        for case in cases:
            said = f" {LABELS[case.expect.outcome]}." if case.expect.outcome else ""
            page.item("•", f"{sentence(case.name)}{said}", in_words(case.on))

    def _when(self, page: Page, condition: Condition) -> None:
        page.heading("When")
        for depth, line in lines(self.words.clause(condition)):
            page.item("  " * depth + ("•" if depth else "-"), line)

    def _cites(self, page: Page, cites: Iterable[Citation]) -> None:
        page.heading("Where it comes from")
        for cite in cites:
            source = self.sources.get(cite.source)
            title = source.title if source else cite.source
            page.item(
                "•",
                f"{title}, {cite.at}",
                sentence(cite.gist) if cite.gist else "",
                f"{STANDINGS[cite.standing]} ({cite.source})",
            )

    def _source(self, page: Page, source: Source) -> None:
        page.title(source.title, f"Source {source.name}. {source.publisher}, {source.kind}.")
        page.text(f"{STANDINGS[source.standing]}{f', on {in_words(source.read_on)}' if source.read_on else ''}.")
        page.text(f"To be looked at again by {in_words(source.review_by)}.")
        page.text(source.link)
        rules = [rule for rule in self.pack.rules if any(cite.source == source.name for cite in rule.cites)]
        if rules:
            page.heading("Rules that rest on it")
        for rule in rules:
            page.item("•", sentence(rule.reason), rule.name)
