"""Situations to start from: each fills in some answers, says so, and decides nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sharewell.policy.edition import Edition
from sharewell.web.guide.trail import Step, fits


@dataclass(frozen=True, slots=True)
class Situation:
    """Something that has happened, and the answers that it fills in."""

    slug: str
    title: str
    about: str
    first: str
    answers: tuple[tuple[str, str], ...]

    def steps(self, edition: Edition) -> tuple[Step, ...]:
        """What it fills in, as steps; answers that these rules do not know are left out."""
        return tuple(Step((pair,), filled=True) for pair in self.answers if fits(edition, *pair))


@cache
def situations() -> tuple[Situation, ...]:
    """Every situation, in the order of the first page."""
    written = tomllib.loads(files("sharewell.web.guide").joinpath("situations.toml").read_text(encoding="utf-8"))
    return tuple(
        Situation(each["slug"], each["title"], each["about"], each["first"], tuple(each["answers"].items()))
        for each in written["situation"]
    )
