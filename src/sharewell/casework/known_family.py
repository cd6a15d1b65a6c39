"""What the record answers about the person who would be told: the list, wishes, parental responsibility, orders."""

from __future__ import annotations

from collections.abc import Callable

from sharewell.casework.known_answers import CARE
from sharewell.casework.known_fact import Known, from_row, is_about
from sharewell.casework.snapshot import Snapshot


def _must_not_know(seen: Snapshot) -> Known | None:
    """A person on the record either is on the list or is not; of an organisation the list says nothing."""
    if seen.asked.person is None:
        return None
    mark = next((each for each in seen.marks if is_about(each, "must-not-know", seen.asked.person)), None)
    if mark:
        return from_row(mark, "must-not-know", "yes", "They are on this child’s list")
    return Known("must-not-know", "no", "person", seen.asked.person, "They are not on this child’s list")


def _no_go(seen: Snapshot) -> Known | None:
    wish = next((each for each in seen.wishes if each.person and each.person == seen.asked.person), None)
    return from_row(wish, "no-go-parents", "yes", "What the young person wished") if wish else None


def _holds_pr(seen: Snapshot) -> Known | None:
    mine = [each for each in seen.responsibility if each.person and each.person == seen.asked.person]
    held = next((each for each in mine if each.more == "seen" and each.says != "claimed"), None)
    if held:
        return from_row(held, "holds-pr", "yes", "The evidence on the record")
    if mine and all(each.more == "ended" for each in mine):
        return from_row(mine[-1], "holds-pr", "no", "It ended, the record says")
    return None


def _pr_limited(seen: Snapshot) -> Known | None:
    order = next((each for each in seen.orders if is_about(each, "pr-removed", seen.asked.person)), None)
    return from_row(order, "pr-limited", "yes", "A court order on the record") if order else None


def _order_forbids(seen: Snapshot) -> Known | None:
    order = next((each for each in seen.orders if is_about(each, "disclosure-ban", seen.asked.person)), None)
    return from_row(order, "order-forbids", "yes", "A court order on the record") if order else None


def _care(seen: Snapshot) -> Known | None:
    live = [each for each in seen.responsibility if each.more == "seen" and each.says in CARE]
    return from_row(live[-1], "care-status", CARE[live[-1].says], "An order on the record") if live else None


FAMILY: tuple[Callable[[Snapshot], Known | None], ...] = (
    _must_not_know, _no_go, _holds_pr, _pr_limited, _order_forbids, _care,
)  # fmt: skip
