"""The publisher's answer beside that of the rules: whether they agree, and why not."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sharewell.policy.outcome import SHARING, Outcome
from sharewell.web.guide.words import LABELS
from sharewell.web.practise.scenario import Part, Scenario

_SOME = "share-minimum-subset"
#: Some of it goes and some does not: what is held back or asked about agrees with that.
_HELD_BACK = frozenset({Outcome.MUST_NOT_SHARE, Outcome.ASK_FIRST})


@dataclass(frozen=True, slots=True)
class Answer:
    """A publisher's answer in words, and the outcomes that come to the same."""

    says: str
    outcomes: frozenset[Outcome]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a page says of the two. `why` is empty where they agree."""

    says: str
    also: tuple[str, ...]
    agree: bool
    why: tuple[str, ...]


@cache
def answers() -> Mapping[str, Answer]:
    """The kinds of answer that publishers give."""
    return {
        name: Answer(each["says"], frozenset(Outcome(one) for one in each["outcomes"]))
        for name, each in _written()["answer"].items()
    }


@cache
def reasons() -> Mapping[Outcome, str]:
    """Why the rules may say something else than a publisher, by what they say."""
    return {Outcome(name): each for name, each in _written()["differ"].items()}


def _written() -> Any:
    return tomllib.loads(files("sharewell.web.practise").joinpath("published.toml").read_text(encoding="utf-8"))


def compared(scenario: Scenario, parts: list[Part]) -> Compared:
    """The publisher's answer beside the rules'."""
    published = scenario.published
    names = (published.says, *published.also)
    allowed = frozenset().union(*(answers()[name].outcomes for name in names if name in answers()))
    if _SOME in names and len(parts) > 1:
        allowed |= _HELD_BACK
    ours = [part.said.outcome for part in parts]
    agree = all(outcome in allowed for outcome in ours)
    differing = dict.fromkeys(outcome for outcome in ours if outcome not in allowed)
    return Compared(
        says=_says(published.says),
        also=tuple(_says(name) for name in published.also),
        agree=agree,
        why=() if agree else tuple(reasons()[outcome] for outcome in differing if outcome in reasons()),
    )


def _says(name: str) -> str:
    return answers()[name].says if name in answers() else name.replace("-", " ").capitalize()


def verdict(chosen: list[Outcome], parts: list[Part]) -> str:
    """What to say of a choice beside the rules: never right or wrong."""
    same = sum(one is part.said.outcome for one, part in zip(chosen, parts, strict=True))
    if same == len(parts):
        return "You and the rules say the same."
    if len(parts) == 1:
        near = chosen[0] in SHARING and parts[0].said.outcome in SHARING
        label = LABELS[parts[0].said.outcome]
        return f"You and the rules both share. They say more strongly or less: {label}." if near else _OTHER
    return f"You and the rules say the same for {same} of {len(parts)}." if same else _OTHER


_OTHER = "You and the rules differ. Read their reasons, then say whether you would still choose yours, and why."
