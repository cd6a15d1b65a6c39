"""Trials: each case of a pack beside what the rules say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sharewell.cli.reading import Readings
from sharewell.policy.case import Case, Facts
from sharewell.policy.determination import Determination
from sharewell.policy.pack import Pack


@dataclass(frozen=True, slots=True)
class Miss:
    """A case that does not come out as it must, and how."""

    case: Case
    how: tuple[str, ...]


def misses(pack: Pack) -> Iterator[Miss]:
    """The cases that do not come out as they must."""
    readings = Readings(pack)
    for case in pack.cases:
        how: list[str] = []
        for answers in _each(case):
            how += _compared(case, readings.on(case.on).compiled.determine(answers))
        if how:
            yield Miss(case, tuple(dict.fromkeys(how)))


def _each(case: Case) -> Iterator[dict[str, str]]:
    none: tuple[tuple[str, Facts], ...] = (("", ()),)
    for _, recipient in case.recipients or none:
        for _, item in case.items or none:
            yield {**dict(case.facts), **dict(recipient), **dict(item)}


def _compared(case: Case, said: Determination) -> Iterator[str]:
    expect = case.expect
    if expect.outcome is not None and said.outcome is not expect.outcome:
        yield f"the outcome is {said.outcome.value}, not {expect.outcome.value}"
    applied = {rule.name for rule in said.applied}
    overridden = {rule.name for rule in said.overridden}
    steps = {step.name for step in said.safeguards}
    yield from (f"{name} does not stand" for name in expect.applied if name not in applied)
    yield from (f"{name} stands" for name in expect.not_applied if name in applied)
    yield from (f"{name} is not overridden" for name in expect.overridden if name not in overridden)
    yield from (f"{name} is not open" for name in expect.open_facts if name not in said.open_facts)
    yield from (f"the step {name} is missing" for name in expect.safeguards if name not in steps)
