"""Readings: a pack made ready to answer, once for each stretch of days on which its rules stay the same."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sharewell.policy.ask import Interview
from sharewell.policy.compile import Compiled, compiled
from sharewell.policy.determination import Determination, Flip
from sharewell.policy.edition import Edition
from sharewell.policy.flips import flips
from sharewell.policy.pack import Pack
from sharewell.policy.source import Source
from sharewell.policy.steps import OpenStep, open_steps


@dataclass(frozen=True, slots=True)
class Said:
    """A determination with what it leaves open, the next question first, and what would change it.

    `open_steps` may be needed as well: facts that cannot change the outcome would tell.
    """

    determination: Determination
    open: tuple[str, ...]
    flips: tuple[Flip, ...]
    open_steps: tuple[OpenStep, ...] = ()


class Reading:
    """The rules of one stretch of days, made fast."""

    def __init__(self, pack: Pack, edition: Edition) -> None:
        self.pack = pack
        self.edition = edition
        self.compiled: Compiled = compiled(edition)
        self.sources: dict[str, Source] = {source.name: source for source in pack.sources}

    @cached_property
    def interview(self) -> Interview:
        """What orders the questions; made when the first one is needed."""
        return Interview(self.compiled)

    def say(self, answers: Mapping[str, str], on: dt.date | None = None) -> Said:
        """What the rules say about some answers, on a day of this stretch."""
        said = self.compiled.determine(answers)
        changed = flips(self.compiled, answers, said)
        opened = self.interview.order(answers) if said.open_facts else ()
        steps = () if said.open_facts else open_steps(self.edition, answers, said.outcome)
        if on is not None and on != said.on:
            said = replace(said, on=on)
        return Said(said, opened or said.open_facts, changed, steps)


class Readings:
    """Readings of one pack by day."""

    def __init__(self, pack: Pack, *, preview: bool = False, without: frozenset[str] = frozenset()) -> None:
        self.pack = pack
        self._preview = preview
        self._without = without
        self._changes = pack.days_of_change()
        self._kept: dict[int, Reading] = {}

    def on(self, day: dt.date) -> Reading:
        """The reading of a day."""
        stretch = bisect_right(self._changes, day)
        if stretch not in self._kept:
            edition = self.pack.on(day, preview=self._preview, without=self._without)
            self._kept[stretch] = Reading(self.pack, edition)
        return self._kept[stretch]
