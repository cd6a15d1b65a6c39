"""Run by itself: `python -m sharewell.web.rulebook.work_out PACK EARLIER LATER [preview]` writes an exact difference.

The work takes seconds and a whole processor, so that it is done outside the server, by `worked`.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from itertools import product

from sharewell.authoring.difference import Block, Side, Situation
from sharewell.authoring.difference.describe import describe
from sharewell.authoring.difference.pair import Pair, alike
from sharewell.authoring.wording.clause import Wording, lines
from sharewell.policy.condition import AllOf
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Effect, Rule
from sharewell.web.reading.shelf import pack_named

Written = dict[str, object]
_DOES = {
    Effect.PROHIBITS: "forbids it",
    Effect.HOLDS: "says not yet",
    Effect.REQUIRES: "requires it",
    Effect.EXPECTS: "expects it",
    Effect.WEIGHS: "asks to weigh it",
    Effect.ASKS: "asks someone first",
    Effect.PERMITS: "permits it",
}


def work_out(pack: Pack, earlier: date, later: date, *, preview: bool = False) -> Written:
    """Everything that became another answer, in words that a page can show; how often is not counted, for that is slow.

    Outcomes and rules go by name, all else in words.
    """
    pair = Pair(*alike(pack.on(earlier), pack.on(later, preview=preview)))
    says = _Says(pack)
    changes: list[Written] = []
    complete = True
    for before, after in product(Outcome, Outcome):
        if before is after or Outcome.INCOMPLETE in (before, after):
            continue
        if pair.solver.possible(pair.moved(before, after)):
            found = describe(pair, before, after)
            complete = complete and found.complete
            changes.append(
                {
                    "before": before.value,
                    "after": after.value,
                    "complete": found.complete,
                    "situations": [says.situation(each) for each in found.situations],
                }
            )
    return {"complete": complete, "not_compared": pair.not_compared, "changes": changes}


class _Says:
    """Puts situations into the words of a pack."""

    def __init__(self, pack: Pack) -> None:
        self.facts = {fact.name: fact for fact in pack.facts}
        self.rules: dict[str, Rule] = {rule.name: rule for rule in pack.rules}
        self.words = Wording(self.facts, {finding.name: finding for finding in pack.findings})

    def situation(self, each: Situation) -> Written:
        return {
            "when": [
                [depth, text] for depth, text in lines(self.words.clause(AllOf(each.when)))
            ] if each.when else [],
            "ended": list(each.ended),
            "begun": list(each.begun),
            "blocks": [said for block in each.blocks if (said := self.block(block))],
            "example": [] if each.when else [self.answer(*pair) for pair in each.example],
            "setting": 0 if each.when else len(each.setting),
        }  # fmt: skip  # the two lines of a condition belong together

    def block(self, block: Block) -> str:
        side = "Before" if block.side is Side.BEFORE else "After"
        surely = "" if block.surely else "as far as is known, "
        if isinstance(block.about, Effect):
            return f"{side}: {surely}{'another' if block.holds else 'no other'} rule {_DOES[block.about]}."
        rule = self.rules.get(block.about)
        if block.about in self.rules and rule:
            return f"{side}: {surely}this rule {'stands' if block.holds else 'does not stand'}: “{rule.reason}”"
        return ""

    def answer(self, fact: str, answer: str) -> list[str]:
        known = self.facts[fact]
        return [known.question, "I don't know" if answer == NOT_KNOWN else known.says(answer)]


def main(arguments: list[str]) -> int:
    """The command."""
    name, earlier, later, *rest = arguments
    found = work_out(
        pack_named(name), date.fromisoformat(earlier), date.fromisoformat(later), preview=rest == ["preview"]
    )
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    import django

    os.nice(15)
    django.setup()
    sys.exit(main(sys.argv[1:]))
