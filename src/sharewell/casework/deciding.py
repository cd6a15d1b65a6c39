"""What a form says when somebody decides: plain values, checked by `decide`, kept as they are by a proposal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sharewell.register.decision import Choice, Harm


@dataclass(frozen=True, slots=True)
class Law:
    """The law that a decision rests on, as the rules named it and the practitioner confirmed it."""

    article_6: str = ""
    special_condition: str = ""
    offence_data: str = ""
    gateway: str = ""
    duty_or_order: str = ""
    necessity: str = ""
    could_less_do: str = ""
    confidence: str = ""
    level_offered: str = ""
    impact_assessment: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was weighed, both ways."""

    harm: str = Harm.NOT_KNOWN
    harm_of_sharing: str = ""
    harm_of_not_sharing: str = ""
    good_of_sharing: str = ""
    good_of_not_sharing: str = ""
    concern: str = ""
    concern_source: str = ""
    concern_on: date | None = None
    immediate_risk: str = ""
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """What becomes of one item: `whole`, `part` or `none`, and why."""

    item: UUID
    given: str
    why: str = ""
    protected: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who was told (`before`, `after`, `will`), or not (`not`), and why."""

    told: str
    person: UUID | None = None
    described: str = ""
    told_on: date | None = None
    told_how: str = ""
    what: str = ""
    why_not: str = ""
    ask_again_on: date | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """Whether an adviser's answer was followed: `yes`, `part`, `no`."""

    advice: UUID
    followed: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Deciding:
    """All of a decision before it is one. `once` is made with the form; `replaces` is the decision it was read from."""

    choice: Choice
    determination: UUID
    rationale: str
    signature: str
    once: UUID
    departs_because: str = ""
    review_on: date | None = None
    reconsider_if: str = ""
    told_requester: str = ""
    retention: str = ""
    replaces: UUID | None = None
    replaces_because: str = ""
    law: Law = field(default_factory=Law)
    weighed: Weighed = field(default_factory=Weighed)
    items: tuple[ItemChoice, ...] = ()
    told: tuple[Told, ...] = ()
    advice: tuple[Followed, ...] = ()
    decided_at: datetime | None = None
    emergency_since: datetime | None = None
    complete_by: datetime | None = None


def plain_of(deciding: Deciding) -> dict[str, Any]:
    """As JSON takes it."""
    return json.loads(json.dumps(asdict(deciding), default=_plain))  # type: ignore[no-any-return]  # an object


def deciding_of(plain: Mapping[str, Any]) -> Deciding:
    """As it was before `plain_of`."""
    made = {name: _read(name, value) for name, value in plain.items()}
    parts: dict[str, Any] = {
        "law": Law(**plain["law"]),
        "weighed": Weighed(**{**_days(plain["weighed"]), "factors": tuple(plain["weighed"]["factors"])}),
        "items": tuple(ItemChoice(**{**each, "item": UUID(each["item"])}) for each in plain["items"]),
        "told": tuple(Told(**{**_days(each), "person": _row(each["person"])}) for each in plain["told"]),
        "advice": tuple(Followed(**{**each, "advice": UUID(each["advice"])}) for each in plain["advice"]),
    }
    known = {each.name for each in fields(Deciding)}
    return Deciding(**{name: value for name, value in {**made, **parts}.items() if name in known})


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def _read(name: str, value: Any) -> Any:
    match name:
        case "choice":
            return Choice(value)
        case "determination" | "once" | "replaces":
            return _row(value)
        case "review_on":
            return _day(value)
        case "decided_at" | "emergency_since" | "complete_by":
            return datetime.fromisoformat(value) if value else None
        case _:
            return value


def _days(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _day(value) if name.endswith("_on") else value for name, value in plain.items()}


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _row(value: str | None) -> UUID | None:
    return UUID(value) if value else None
