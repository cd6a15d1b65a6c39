"""The pack as a whole, once every item is right by itself: loops, idle tags, sources past their day of review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter

from sharewell.authoring.names import Names
from sharewell.authoring.problem import Place, Problems
from sharewell.policy.condition import FactIs, FindingHolds, atoms
from sharewell.policy.edition import LoopError
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Effect

#: How many findings may rest on each other in a row; readings walk them one inside the other.
LONGEST_CHAIN = 30


def check_whole(pack: Pack, names: Names, problems: Problems, place: Place) -> None:
    """Tell loops and tags. `place`: where to point if an item is in the pack below."""
    before = len(problems.errors)
    _check_findings(pack, names, problems, place)
    _check_quiet(pack, names, problems, place)
    _check_order(pack, names, problems, place)
    _check_tags(pack, names, problems)
    if len(problems.errors) == before:
        _check_overrides(pack, names, problems, place)


def check_reviews(pack: Pack, names: Names, problems: Problems, on: date) -> None:
    """Warn of each source of this pack whose day of review has passed."""
    for source in pack.sources:
        place = names.place("source", source.name)
        if place and source.review_by < on:
            what = f"`{source.name}` was due for review by {source.review_by}"
            problems.add(place, "review-due", what, written=source.name, hint="read it again", warning=True)


def _check_findings(pack: Pack, names: Names, problems: Problems, place: Place) -> None:
    uses = {
        finding.name: [atom.finding for atom in atoms(finding.when) if isinstance(atom, FindingHolds)]
        for finding in pack.findings
    }
    if not _check_loop("finding", "findings", uses, names, problems, place):
        return
    depth: dict[str, int] = {}
    for name in TopologicalSorter(uses).static_order():
        depth[name] = 1 + max((depth[used] for used in uses.get(name, ())), default=0)
        if depth[name] == LONGEST_CHAIN + 1:
            what = f"`{name}` is the end of more than {LONGEST_CHAIN} findings that rest on each other"
            problems.add(names.place("finding", name) or place, "too-deep", what, written=name)


def _check_quiet(pack: Pack, names: Names, problems: Problems, place: Place) -> None:
    quiet = {
        fact.name: [atom.fact for each in fact.declared for atom in atoms(each.unless) if isinstance(atom, FactIs)]
        for fact in pack.facts
        if fact.quiet
    }
    _check_loop("fact", "quiet answers", quiet, names, problems, place)


def _check_order(pack: Pack, names: Names, problems: Problems, place: Place) -> None:
    after = {fact.name: list(fact.after) for fact in pack.facts}
    _check_loop("fact", "facts that wait for others (`after`)", after, names, problems, place)


def _check_loop(
    kind: str, what: str, graph: Mapping[str, list[str]], names: Names, problems: Problems, place: Place
) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        _tell_loop(kind, what, error.args[1], names, problems, place)
        return False
    return True


def _tell_loop(
    kind: str, what: str, loop: list[str] | tuple[str, ...], names: Names, problems: Problems, place: Place
) -> None:
    told = " -> ".join(f"`{name}`" for name in loop[:8])
    at = next((found for name in loop if (found := names.place(kind, name))), place)
    problems.add(at, "loop", f"{what} form a loop: {told}", written=loop[0])


def _check_overrides(pack: Pack, names: Names, problems: Problems, place: Place) -> None:
    """Overrides may form no loop on any day; what is dormant counts as in force."""
    told: set[frozenset[str]] = set()
    for day in pack.days_of_change():
        try:
            pack.on(day, preview=True)
        except LoopError as error:
            if frozenset(error.loop) not in told:
                told.add(frozenset(error.loop))
                _tell_loop("rule", f"{error.kind} on {day}", error.loop, names, problems, place)


def _check_tags(pack: Pack, names: Names, problems: Problems) -> None:
    """A prohibition that nothing lifts by its tag is absolute in fact; an absolute ban carries no tag."""
    lifted = {word for rule in pack.rules for word in rule.overrides}
    lifted.update(word for family in pack.families for word in (*family.prohibits, *family.requires))
    for rule in pack.rules:
        at = names.place("rule", rule.name)
        if rule.effect is not Effect.PROHIBITS or at is None:
            continue
        for tag in rule.tags:
            if f"@{tag}" not in lifted:
                what = f"the ban `{rule.name}` has the tag `{tag}`, but no rule overrides `@{tag}`"
                problems.add(at, "tag-on-absolute-ban", what, written=tag, hint="an absolute ban carries no tag")
