"""One answer that the record gives, and how mappings make one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sharewell.casework.snapshot import Noted, Snapshot


@dataclass(frozen=True, slots=True)
class Known:
    """One answer that the record gives: the fact, the answer, the row, and where it stands, in words."""

    fact: str
    answer: str
    table: str
    row: UUID
    because: str


def from_row(noted: Noted, fact: str, answer: str, because: str) -> Known:
    """An answer from one row."""
    return Known(fact, answer, noted.table, noted.row, because)


def from_request(seen: Snapshot, fact: str, answer: str, because: str) -> Known:
    """An answer that the request itself gives."""
    return Known(fact, answer, "informationrequest", seen.asked.row, because)


def is_about(noted: Noted, says: str, person: UUID | None) -> bool:
    """Whether a row says this about this person."""
    return person is not None and noted.says == says and noted.person == person


def newest(rows: Iterable[Noted], fact: str, answers: Mapping[str, str], because: str) -> Known | None:
    """The answer of the newest row, if it is one that says something."""
    every = list(rows)
    if not every or every[-1].says not in answers:
        return None
    return from_row(every[-1], fact, answers[every[-1].says], because)


def all_alike(rows: Iterable[Noted], fact: str, answers: Mapping[str, str], because: str) -> Known | None:
    """The answer that all rows give, if they give one: a determination is about one item, or several alike."""
    every = list(rows)
    said = {answers.get(each.says, "") for each in every}
    return from_row(every[0], fact, said.pop(), because) if len(said) == 1 and "" not in said else None
