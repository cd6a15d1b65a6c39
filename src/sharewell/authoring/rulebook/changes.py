"""What begins and ends, from one day of change to the next and between any days a reader asks about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Basis, InForce, Myth, Rule, Safeguard

#: Days to put side by side when nobody asks for others: one in each age of the guidance, and the newest rules last.
COMPARED = (date(2009, 6, 1), date(2016, 1, 1), date(2019, 1, 1), date(2024, 6, 1))


@dataclass(frozen=True, slots=True)
class Change:
    """Something that begins or ends. `kind` and `name` make its anchor."""

    kind: str
    name: str
    words: str
    effect: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is in force on `later` and was not on `earlier`, and the other way round. No `earlier`: the first day."""

    earlier: date | None
    later: date
    begins: tuple[Change, ...]
    ends: tuple[Change, ...]
    in_force: int
    until: date | None = None


Dated = Rule | Safeguard | Basis | Myth


def dated(pack: Pack) -> tuple[Dated, ...]:
    """Everything of a pack that has days in force."""
    return (*pack.rules, *pack.safeguards, *pack.bases, *pack.myths)


def change(item: Dated) -> Change:
    """An item as something that can begin or end."""
    match item:
        case Rule():
            return Change("rule", item.name, item.reason, item.effect.outcome)
        case Safeguard():
            return Change("safeguard", item.name, item.text)
        case Basis():
            return Change("basis", item.name, item.text)
        case Myth():
            return Change("myth", item.name, item.believed)


def between(pack: Pack, earlier: date | None, later: date) -> Changes:
    """What differs between two days; without an earlier day, all that is in force."""

    def counts(in_force: InForce, day: date | None) -> bool:
        return day is not None and day >= pack.first_day and in_force.on(day)

    items = dated(pack)
    then = [counts(item.in_force, earlier) for item in items]
    now = [counts(item.in_force, later) for item in items]
    rows = list(zip(items, then, now, strict=True))
    return Changes(
        earlier,
        later,
        begins=tuple(change(item) for item, was, is_ in rows if is_ and not was),
        ends=tuple(change(item) for item, was, is_ in rows if was and not is_),
        in_force=sum(is_ for item, _, is_ in rows if isinstance(item, Rule)),
    )


def each_change(pack: Pack) -> tuple[Changes, ...]:
    """From every day of change to the next. `until` is the next day of change."""
    days = pack.days_of_change()
    steps = [between(pack, None, days[0]), *(between(pack, one, other) for one, other in pairwise(days))]
    ends: list[date | None] = [*days[1:], None]
    return tuple(
        Changes(step.earlier, step.later, step.begins, step.ends, step.in_force, until)
        for step, until in zip(steps, ends, strict=True)
    )


def compared(pack: Pack, days: Iterable[date]) -> tuple[Changes, ...]:
    """Between one day and the next of the days given, in order, the pack's last day of change (or later) at the end."""
    last = pack.days_of_change()[-1]
    wanted = sorted({day for day in days if day >= pack.first_day} | {last})
    return tuple(between(pack, one, other) for one, other in zip([None, *wanted], wanted, strict=False))


def dormant(pack: Pack) -> tuple[Change, ...]:
    """What is passed but not started."""
    return tuple(change(item) for item in dated(pack) if item.in_force.start is None)
