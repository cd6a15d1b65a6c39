"""The words of an answer, from `words.toml`: outcomes, standings, recipients; and from `speech.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sharewell.policy.outcome import Outcome
from sharewell.policy.source import Standing

Conditions = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What is said for an outcome. `places` head the steps; `reason` and `todo` are for when no rule decides.

    `now` heads what is to be done before looking again; `later`: steps that go with sharing wait for another answer;
    `blocks`: what waits for a step that has to be done.
    """

    headline: str
    next: str
    places: tuple[str, str, str]
    reason: str = ""
    todo: str = ""
    now: str = ""
    later: bool = False
    blocks: str = "Nothing goes before this is done"


@dataclass(frozen=True, slots=True)
class Speech:
    """Words to say aloud, to whom, and where they fit."""

    to: str
    says: tuple[str, ...]
    outcomes: frozenset[str]
    when: Conditions
    unless: Conditions
    unless_step: frozenset[str]

    def fits(self, outcome: Outcome, answers: Mapping[str, str], steps: Collection[str]) -> bool:
        """Whether to offer it here. `steps` are the safeguards that stand: some say not to speak yet."""
        return (
            outcome.value in self.outcomes
            and self.unless_step.isdisjoint(steps)
            and all(answers.get(fact, "") in among for fact, among in self.when)
            and not any(answers.get(fact, "") in among for fact, among in self.unless)
        )


@dataclass(frozen=True, slots=True)
class Words:
    """All words of the answer pages."""

    you_decide: str
    outcomes: Mapping[Outcome, OutcomeWords]
    to: Mapping[str, str]
    sector: Mapping[str, str]
    sector_of: Mapping[str, str]
    standing: Mapping[Standing, tuple[str, str]]
    basis: Mapping[str, str]
    speeches: tuple[Speech, ...]


@cache
def words() -> Words:
    """The words, read once."""
    here = files("sharewell.web.answer")
    written = tomllib.loads(here.joinpath("words.toml").read_text(encoding="utf-8"))
    spoken = tomllib.loads(here.joinpath("speech.toml").read_text(encoding="utf-8"))
    return Words(
        you_decide=written["you_decide"],
        outcomes={
            Outcome(name): OutcomeWords(**{**each, "places": tuple(each["places"])})
            for name, each in written["outcome"].items()
        },
        to=written["to"],
        sector=written["sector"],
        sector_of=written["sector_of"],
        standing={Standing(name): (each["says"], each["means"]) for name, each in written["standing"].items()},
        basis=written["basis"],
        speeches=tuple(
            Speech(
                each["with"],
                tuple(each["says"]),
                frozenset(each["outcomes"]),
                _conditions(each.get("when", {})),
                _conditions(each.get("unless", {})),
                frozenset(each.get("unless_step", ())),
            )
            for each in spoken["speech"]
        ),
    )


def _conditions(written: Mapping[str, list[str]]) -> Conditions:
    return tuple((fact, frozenset(among)) for fact, among in written.items())
