"""Cases: situations with the answer the rules must give. Every rule has some; they travel inside each release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharewell.policy.outcome import Outcome

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a case must give. Empty tuples expect nothing; names are rule, fact and safeguard names."""

    outcome: Outcome | None = None
    applied: tuple[str, ...] = ()
    not_applied: tuple[str, ...] = ()
    overridden: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()
    safeguards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """A scenario that somebody else published, with that publisher's answer beside ours."""

    scenario: str
    publisher: str
    title: str
    says: str
    also: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    link: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One situation on one day.

    `items` and `recipients` are named parts that add to or replace the case's own facts.
    """

    name: str
    on: date
    facts: Facts
    expect: Expectation = Expectation()
    rule: str = ""
    story: str = ""
    items: tuple[tuple[str, Facts], ...] = ()
    recipients: tuple[tuple[str, Facts], ...] = ()
    published: Published | None = None
    note: str = ""
    layer: str = ""
