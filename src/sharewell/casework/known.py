"""What the record already answers: facts of the pack, each with the row that it came from. Never a guess.

Each mapping is one small function from the snapshot to an answer or None; where the record leaves a doubt, it is None
and the person is asked. The names of facts and answers are the national pack's; a test holds them to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.casework.known_agreement import AGREEMENTS
from sharewell.casework.known_fact import Known
from sharewell.casework.known_family import FAMILY
from sharewell.casework.known_request import REQUEST
from sharewell.casework.snapshot import Snapshot
from sharewell.policy.fact import Bands, Fact

#: Every mapping but that of ages, which needs the cut points of the pack.
MAPPINGS = (*REQUEST, *FAMILY, *AGREEMENTS)
#: The answers of `age-band` from the oldest, beside the cuts of the pack from the highest.
AGES = ("18-plus", "16-17", "13-15", "under-13")


def known(seen: Snapshot, facts: Mapping[str, Fact]) -> dict[str, Known]:
    """Everything that the record answers, by fact. Facts and answers that these rules do not have are left out."""
    found: dict[str, Known] = {}
    bands = facts["age-band"].bands if "age-band" in facts else None
    for each in (_age(seen, bands), *(mapping(seen) for mapping in MAPPINGS)):
        if each and each.fact in facts and each.answer in facts[each.fact].domain:
            found[each.fact] = each
    return found


def _age(seen: Snapshot, bands: Bands | None) -> Known | None:
    """The band of the day, from a date of birth that is known; an estimate could be on either side of a birthday."""
    child = seen.child
    if bands is None or child.born_certainty == "estimated":
        return None
    if child.born_on is None:
        unborn = child.expected_on is not None and child.expected_on > seen.on
        return Known("age-band", "unborn", "person", child.row, "Expected, not born yet") if unborn else None
    had = (seen.on.month, seen.on.day) >= (child.born_on.month, child.born_on.day)
    years = seen.on.year - child.born_on.year - (not had)
    if years < 0:
        return None
    answer = next(name for cut, name in zip(reversed(bands.cuts), AGES, strict=True) if years >= cut)
    return Known("age-band", answer, "person", child.row, "The date of birth on the record")
