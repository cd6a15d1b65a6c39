"""Days in words. A rule's last day is shown as people say it, with the day written in the pack beside it."""

from __future__ import annotations

from datetime import date, timedelta

from sharewell.policy.rule import InForce

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # two lines, six months each


def said(day: date) -> str:
    """`1 May 2024`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_force_said(in_force: InForce, first_day: date) -> str:
    """The days in force: `from 1 May 2024`, `from 1 October 2008 until 30 April 2024 (written 2024-05-01)`, or dormant.

    A start before the pack's first day is told, with the day from which the pack can answer.
    """
    if in_force.start is None:
        return "passed, but not started (dormant): it can be previewed and decides nothing"
    words = f"from {said(in_force.start)}"
    if in_force.start < first_day:
        words += f" (in this rulebook from {said(first_day)})"
    if in_force.end is not None:
        words += f" until {said(in_force.end - timedelta(days=1))} ({in_force.end.isoformat()})"
    if in_force.known_from is not None:
        words += f"; learned on {said(in_force.known_from)}"
    return words


def overlap(one: InForce, other: InForce) -> bool:
    """Whether there is a day on which both count. Dormant law may start on any day."""
    starts = one.start or date.min, other.start or date.min
    ends = one.end or date.max, other.end or date.max
    return starts[0] < ends[1] and starts[1] < ends[0]
