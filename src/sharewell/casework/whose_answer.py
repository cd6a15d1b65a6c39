"""Whose answer decides, from `whose_answer.toml`: tiers in order, and reasons that name their source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in words for a practitioner, and what it rests on."""

    name: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Tier:
    """People whose answers count alike. `needs` names what must be so for an answer to count here."""

    name: str
    capacities: frozenset[str]
    needs: str
    from_age: int
    under_age: int
    reason: Reason

    def fits_age(self, age: int | None) -> bool:
        """Whether the tier is for somebody of that age; an age that is not known rules nothing out."""
        return age is None or self.from_age <= age < self.under_age


@dataclass(frozen=True, slots=True)
class WhoseAnswer:
    """The whole table."""

    tiers: tuple[Tier, ...]
    reasons: dict[str, Reason]
    orders: frozenset[str]


@cache
def whose_answer() -> WhoseAnswer:
    """The table, read once."""
    text = files("sharewell.casework").joinpath("whose_answer.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    tiers = tuple(
        Tier(
            name=each["name"],
            capacities=frozenset(each["capacities"]),
            needs=each.get("needs", ""),
            from_age=each.get("from_age", 0),
            under_age=each.get("under_age", 200),
            reason=Reason(each["name"], each["says"], each["source"]),
        )
        for each in read["tier"]
    )
    reasons = {name: Reason(name, each["says"], each["source"]) for name, each in read["reason"].items()}
    return WhoseAnswer(tiers, reasons, frozenset(read["orders"]["mind"]))


def reason(name: str) -> Reason:
    """One reason by its name."""
    return whose_answer().reasons[name]
