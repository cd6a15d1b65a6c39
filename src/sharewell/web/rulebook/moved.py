"""The cases of the pack whose answer is another one on two days: at once, and in stories that people know."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sharewell.policy.outcome import Outcome
from sharewell.web.guide.words import printed, tag
from sharewell.web.reading.shelf import Reading, pack_named, reading

#: Titles that are shown of each change; the rest are counted.
SHOWN = 8


@lru_cache(maxsize=64)
def moved(pack: str, earlier: date, later: date, *, preview: bool = False) -> dict[str, object]:
    """Cases by the outcome before and after. Cases that are not settled on one of the days are left out."""
    before, after = reading(pack, earlier), reading(pack, later, preview=preview)
    groups: dict[tuple[Outcome, Outcome], dict[str, None]] = {}
    number = 0
    for case in pack_named(pack).cases:
        for _, of_item in case.items or (("", ()),):
            for _, of_recipient in case.recipients or (("", ()),):
                answers = {**dict(case.facts), **dict(of_item), **dict(of_recipient)}
                one, two = _outcome(before, answers), _outcome(after, answers)
                if one is None or two is None:
                    continue
                number += 1
                if one is not two:
                    groups.setdefault((one, two), {})[printed(case.name)] = None
    order = sorted(groups, key=lambda pair: -len(groups[pair]))
    return {
        "of": number,
        "count": sum(map(len, groups.values())),
        "groups": [
            (tag(one), tag(two), list(groups[one, two])[:SHOWN], max(0, len(groups[one, two]) - SHOWN))
            for one, two in order
        ],
    }


def _outcome(known: Reading, answers: dict[str, str]) -> Outcome | None:
    said = known.compiled.verdict(answers)
    return None if said.outcome is Outcome.INCOMPLETE else said.outcome
