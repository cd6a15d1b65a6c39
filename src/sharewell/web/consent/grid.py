"""The grid that a parent can read: for each purpose, what may go to whom, and who said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sharewell.casework.consent_cells import Asked, State, same_words
from sharewell.casework.consent_standing import Answers, Standing
from sharewell.casework.whose_answer import Reason
from sharewell.register.consent import Consent
from sharewell.register.holding import Category
from sharewell.web.consent.words import state_words


@dataclass(frozen=True, slots=True)
class Square:
    """One square: what stands, in words, who said so, and whether it is a no."""

    state: State
    says: str
    by: str
    no: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """One purpose: recipients across, information down."""

    purpose: str
    recipients: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Square, ...]], ...]
    reasons: tuple[Reason, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class _Who:
    name: str
    organisation: UUID | None
    words: str


@dataclass(frozen=True, slots=True)
class _What:
    name: str
    category: str
    item: UUID | None


def grids(answers: Answers, *, on: date) -> tuple[Grid, ...]:
    """A grid for each purpose that was asked about, the newest first."""
    purposes: list[str] = []
    for consent in reversed(answers.consents):
        if not any(same_words(consent.purpose, known) for known in purposes):
            purposes.append(consent.purpose)
    return tuple(_grid(answers, purpose, on) for purpose in purposes)


def _grid(answers: Answers, purpose: str, on: date) -> Grid:
    mine = [each for each in answers.consents if same_words(each.purpose, purpose)]
    recipients = _recipients(mine) or [_Who("Anybody", None, "")]
    contents = _contents(mine) or [_What("Anything", "", None)]
    rows, found = [], []
    for content in contents:
        squares = []
        for recipient in recipients:
            asked = Asked(
                purpose,
                recipient=recipient.organisation,
                recipient_words=recipient.words,
                category=content.category,
                item=content.item,
            )
            standing = answers.standing(asked, on=on)
            found.append(standing)
            squares.append(_square(standing))
        rows.append((content.name, tuple(squares)))
    reasons = {reason.name: reason for standing in found for reason in standing.reasons}
    why = {said.why.name: said.why for standing in found for said in standing.said if said.why}
    return Grid(
        purpose=purpose,
        recipients=tuple(each.name for each in recipients),
        rows=tuple(rows),
        reasons=tuple({**reasons, **why}.values()),
        conflict=any(standing.state is State.CONFLICT for standing in found),
    )


def _square(standing: Standing) -> Square:
    said = standing.decides or standing.said
    by = "; ".join(f"{each.consent.by_person.name}, {_when(each.consent)}" for each in said)
    if standing.state is State.CONFLICT:
        by = "; ".join(f"{each.consent.by_person.name}: {state_words(each.state).lower()}" for each in standing.decides)
    stops = standing.state in (State.REFUSED, State.WITHDRAWN, State.INVALIDATED, State.CONFLICT)
    return Square(standing.state, state_words(standing.state), by, stops)


def _when(consent: Consent) -> str:
    return f"{consent.answered_on.day} {consent.answered_on:%b %Y}"


def _recipients(consents: list[Consent]) -> list[_Who]:
    found: dict[object, _Who] = {}
    for consent in consents:
        for cell in consent.cells.all():
            if cell.recipient is not None:
                found.setdefault(cell.recipient_id, _Who(cell.recipient.name, cell.recipient_id, ""))
            elif cell.recipient_words:
                key = " ".join(cell.recipient_words.casefold().split())
                found.setdefault(key, _Who(cell.recipient_words, None, cell.recipient_words))
    return list(found.values())


def _contents(consents: list[Consent]) -> list[_What]:
    found: dict[object, _What] = {}
    for consent in consents:
        for cell in consent.cells.all():
            if cell.item is not None:
                found.setdefault(cell.item_id, _What(cell.item.title, cell.item.category, cell.item_id))
            elif cell.category:
                found.setdefault(cell.category, _What(Category(cell.category).label, cell.category, None))
    return list(found.values())
