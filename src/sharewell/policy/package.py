"""Packages: several items for one or more recipients. The package outcome is a pure function of the items' outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sharewell.policy.outcome import Outcome


class PackageOutcome(StrEnum):
    """What can be said of a whole package for one recipient."""

    SHARE_ALL = "share-all"
    SHARE_SOME = "share-some"
    SHARE_NONE = "share-none"
    NOT_YET = "not-yet"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Package:
    """The items of one recipient by what is to be done with them, each list in the order given; names as given.

    `weigh` and `refer` are items on which a person has to use judgement or get advice before they can join.
    """

    outcome: PackageOutcome
    share: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    weigh: tuple[str, ...] = ()
    refer: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()


_GROUPS: Mapping[Outcome, str] = {
    Outcome.MUST_SHARE: "share",
    Outcome.SHOULD_SHARE: "share",
    Outcome.MAY_SHARE: "share",
    Outcome.MUST_NOT_SHARE: "leave_out",
    Outcome.ASK_FIRST: "ask",
    Outcome.NOT_YET: "not_yet",
    Outcome.WEIGH: "weigh",
    Outcome.REFER: "refer",
    Outcome.INCOMPLETE: "incomplete",
}


def package_of(items: Sequence[tuple[str, Outcome]]) -> Package:
    """Put the items of one recipient together.

    Nothing to share and nothing pending is *share-none*; some shared and the rest left out or pending is *share-
    some*; none shared yet but some pending is *not-yet*, or *incomplete* while a question is open. What can go never
    waits for the rest.

    Raises: ValueError for no items.
    """
    if not items:
        raise ValueError("a package has at least one item")
    groups: dict[str, list[str]] = {name: [] for name in dict.fromkeys(_GROUPS.values())}
    for name, outcome in items:
        groups[_GROUPS[outcome]].append(name)
    said = PackageOutcome.NOT_YET
    if groups["share"]:
        said = PackageOutcome.SHARE_ALL if len(groups["share"]) == len(items) else PackageOutcome.SHARE_SOME
    elif groups["incomplete"]:
        said = PackageOutcome.INCOMPLETE
    elif len(groups["leave_out"]) == len(items):
        said = PackageOutcome.SHARE_NONE
    return Package(said, **{name: tuple(members) for name, members in groups.items()})
