"""Who holds parental responsibility on a day: worked out from what was recorded, by rules that are data. Pure."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from importlib import resources

from sharewell.register.family import Ground, OrderKind


class Standing(Enum):
    """How a holding stands on a day."""

    HELD = "Holds it"
    LIMITED = "Holds it, with limits"
    NOT_SHOWN = "Said, not shown"
    NOT_HELD = "Does not hold it this way"
    ENDED = "No longer holds it"


@dataclass(frozen=True, slots=True)
class GroundRule:
    """What the law says of one ground. The fields are those of `responsibility.toml`."""

    cite: str
    wants: str = ""
    note: str = ""
    without_paper: bool = False
    unproven: bool = False
    needs_day: bool = False
    needs_end: bool = False
    not_before: date | None = None
    not_before_for: Mapping[str, date] = field(default_factory=dict)
    too_early: str = ""
    ends_others: str = ""
    over_others: str = ""
    spares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderRule:
    """What an order of one kind does: limits the one it binds or everybody, or keeps somebody away."""

    cite: str
    limits: str = ""
    everybody: bool = False
    keeps_away: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """Parental responsibility as it was recorded, and how it stands on the day. `why` are sentences."""

    id: uuid.UUID
    ground: Ground
    name: str
    person: uuid.UUID | None = None
    council: uuid.UUID | None = None
    kinship: str = ""
    evidence: str = ""
    seen_on: date | None = None
    from_on: date | None = None
    expires_on: date | None = None
    ended_on: date | None = None
    ended_because: str = ""
    standing: Standing = Standing.NOT_SHOWN
    why: tuple[str, ...] = ()
    cite: str = ""


def _read() -> tuple[Mapping[Ground, GroundRule], Mapping[OrderKind, OrderRule]]:
    written = tomllib.loads(resources.files(__package__).joinpath("responsibility.toml").read_text("utf-8"))
    grounds = {Ground(name): GroundRule(**{**each, "spares": tuple(each.get("spares", ()))})
               for name, each in written["ground"].items()}  # fmt: skip
    return grounds, {OrderKind(name): OrderRule(**each) for name, each in written["order"].items()}


GROUNDS, ORDERS = _read()


def standing_of(holding: Holding, on: date) -> tuple[Standing, tuple[str, ...]]:
    """How one holding stands by itself, and why; what others and orders do to it comes after."""
    rule = GROUNDS[holding.ground]
    if holding.ended_on and holding.ended_on <= on:
        return Standing.ENDED, (holding.ended_because,)
    if holding.expires_on and holding.expires_on < on:
        return Standing.ENDED, (f"Ran out on {_day(holding.expires_on)}.",)
    if holding.from_on and holding.from_on > on:
        return Standing.NOT_HELD, (f"Begins on {_day(holding.from_on)}.",)
    since = rule.not_before_for.get(holding.kinship, rule.not_before)
    if since and holding.from_on and holding.from_on < since:
        return Standing.NOT_HELD, (rule.too_early.format(day=_day(since)),)
    if rule.unproven or (holding.seen_on is None and not rule.without_paper):
        return Standing.NOT_SHOWN, (f"Ask to see: {_small(rule.wants)}.",)
    if rule.needs_day and holding.from_on is None:
        return Standing.NOT_SHOWN, ("The day it began is not written down, and it depends on that day.",)
    if rule.needs_end and holding.expires_on is None:
        return Standing.NOT_SHOWN, ("The last day of the order is not written down.",)
    return Standing.HELD, (rule.note,) if rule.note else ()


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def limits_on(holding: Holding, standing: Iterable[Holding]) -> tuple[Standing, tuple[str, ...]] | None:
    """What the other holdings that count do to this one; None if nothing."""
    said: list[str] = []
    for other in standing:
        rule = GROUNDS[other.ground]
        if rule.ends_others and holding.ground is not other.ground and _earlier(holding, other):
            return Standing.ENDED, (rule.ends_others,)
        if rule.over_others and holding.ground not in rule.spares:
            said.append(rule.over_others)
    return (Standing.LIMITED, tuple(dict.fromkeys(said))) if said else None


def _earlier(holding: Holding, other: Holding) -> bool:
    return holding.from_on is None or other.from_on is None or holding.from_on <= other.from_on
