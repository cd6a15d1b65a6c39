"""`sharewell rules`: the rules in force on a day, in a line or two each."""

from __future__ import annotations

import json
import sys

import click

from sharewell.cli.options import chosen_day, format_option, on_option, pack_option, plain_option
from sharewell.cli.packs import chosen
from sharewell.cli.page import Page, Printer, wants_plain
from sharewell.cli.words import EFFECTS, counted, sentence
from sharewell.policy.rule import Effect, Rule

HELP = """List the rules in force on a day, strongest first. With words, those that hold all of them."""

EPILOG = """\b
Examples:
  sharewell rules
  sharewell rules parent agree
  sharewell rules --on 2009-06-01
  sharewell rules --effect requires --format json
  sharewell show danger-share                   one rule in full"""


@click.command("rules", help=HELP, epilog=EPILOG)
@click.argument("words", nargs=-1, metavar="[WORD]...")
@pack_option
@on_option
@click.option("--effect", type=click.Choice([effect.value for effect in Effect]), help="Only rules of this effect.")
@click.option("--preview", is_flag=True, help="Law that is enacted but not known to have started, too.")
@format_option
@plain_option
def command(
    words: tuple[str, ...], pack_name: str, on: str | None, effect: str | None, preview: bool, form: str, plain: bool
) -> int:
    """List."""
    day = chosen_day(on)
    edition = chosen(pack_name).on(day, preview=preview)
    rules = [rule for rule in edition.rules if _holds(rule, words) and effect in (None, rule.effect.value)]
    if form == "json":
        told = [
            {"rule": rule.name, "effect": rule.effect.value, "reason": rule.reason, "theme": rule.theme}
            for rule in rules
        ]
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return 0
    page = Page()
    last = None
    for rule in rules:
        if rule.effect is not last:
            last = rule.effect
            page.heading(f"Where one of these stands, it {EFFECTS[rule.effect]}")
        page.item("•", sentence(rule.reason), rule.name)
    empty = f"No rule was in force about this on {day.isoformat()}. That does not mean no. Get advice."
    page.text(f"{counted(len(rules), 'rule')}. One in full: sharewell show NAME" if rules else empty, style="quiet")
    Printer(plain=plain or wants_plain()).show(page)
    return 0


def _holds(rule: Rule, words: tuple[str, ...]) -> bool:
    text = " ".join(
        (rule.name, rule.reason, rule.theme, rule.todo, rule.note, *(cite.at for cite in rule.cites))
    ).casefold()
    return all(word.casefold() in text for word in words)
