"""What every rule-like item has: citations, the days on which it counts, and the outcomes it goes with."""

from __future__ import annotations

from datetime import date

from sharewell.authoring.entry import Entry
from sharewell.authoring.names import Names, check_known
from sharewell.authoring.shape import CITATION, ENCODED, IN_FORCE
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.rule import InForce
from sharewell.policy.source import Citation, Standing

#: Words for several outcomes at once. `any` is written as no outcomes at all.
OUTCOME_GROUPS: dict[str, frozenset[Outcome]] = {
    "sharing": SHARING,
    "holding": frozenset({Outcome.MUST_NOT_SHARE, Outcome.NOT_YET}),
    "any": frozenset(),
}
_OUTCOMES = (*OUTCOME_GROUPS, *Outcome)


def citations_of(entry: Entry, names: Names) -> tuple[Citation, ...]:
    """The citations, each with its own standing or else that of its source."""
    cites = []
    for each in entry.each_inside("cites", CITATION):
        source = each.scalar("source")
        if source is None:
            continue
        check_known(source, names.standings, "source", entry.problems)
        standing = names.standings.get(source.text, Standing.AWAITING_SIGN_OFF)
        own = each.choice("standing", list(Standing), standing)
        cites.append(Citation(source.text, each.text("at"), Standing(own), each.text("gist")))
    return tuple(cites)


def days_of(entry: Entry) -> InForce:
    """The days in force: either `in_force` or `dormant: yes`."""
    if encoded := entry.inside("encoded", ENCODED):
        encoded.day("on")
        encoded.text("checked")
    known_from = entry.day("known_from")
    dormant = entry.flag("dormant")
    if dormant == entry.has("in_force"):
        what = "`dormant` law has no days in force" if dormant else f"this {entry.shape.kind} has no days in force"
        hint = "leave one of the two out" if dormant else "write `in_force: {from: YYYY-MM-DD}`, or `dormant: yes`"
        entry.problems.add(entry.at("in_force"), "days", what, hint=hint)
    if dormant:
        return InForce(None, None, known_from)
    span = entry.inside("in_force", IN_FORCE)
    if span is None:
        return InForce(date.min)
    start, end = span.day("from"), span.day("to")
    if start and end and not start < end:
        span.problems.add(span.at("to"), "days", f"it ends on {end}, not after it begins on {start}", written=str(end))
    if start and known_from and known_from <= start:
        what = f"known from {known_from}, which is not later than it begins"
        entry.problems.add(entry.at("known_from"), "days", what, written=str(known_from), hint="leave `known_from` out")
    return InForce(start or date.min, end, known_from)


def outcomes_of(entry: Entry, key: str = "outcomes") -> frozenset[Outcome]:
    """The outcomes it goes with; none means any."""
    outcomes: set[Outcome] = set()
    every = False
    for word in entry.scalars(key):
        if not entry.chosen(word, _OUTCOMES, "an outcome"):
            continue
        group = OUTCOME_GROUPS.get(word.text)
        every = every or word.text == "any"
        outcomes.update(group if group is not None else {Outcome(word.text)})
    return frozenset() if every else frozenset(outcomes)
