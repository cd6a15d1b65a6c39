"""What one answer says about one question: this purpose, this recipient, this information, on this day."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sharewell.register.consent import Answer, Consent, ConsentEndKind, ConsentItem


class State(Enum):
    """What stands. Each is its own state, and none is made from the others by counting."""

    GIVEN = "given"
    PARTIAL = "partial"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    INVALIDATED = "invalidated"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    NO_ANSWER = "no-answer"
    CONFLICT = "conflict"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question. With no recipient: any of them; with neither item nor category: all that was agreed about."""

    purpose: str
    request: uuid.UUID | None = None
    recipient: uuid.UUID | None = None
    recipient_words: str = ""
    category: str = ""
    item: uuid.UUID | None = None


def same_words(one: str, other: str) -> bool:
    """Whether two purposes or recipients are written alike, whatever their capitals and spaces."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def same_decision(one: tuple[uuid.UUID | None, str], other: tuple[uuid.UUID | None, str]) -> bool:
    """Whether two rows are about one decision: the same request, or without one the same words."""
    if one[0] or other[0]:
        return one[0] == other[0]
    return same_words(one[1], other[1])


def says(consent: Consent, asked: Asked, on: date) -> State | None:
    """What an answer is worth for a question on a day; None if it does not speak about it."""
    if consent.answered_on > on or not _same_purpose(consent, asked):
        return None
    said = _said(consent, asked)
    if said is None:
        return None
    end = getattr(consent, "end", None)
    if end is not None and end.ended_on <= on:
        return State.WITHDRAWN if end.kind == ConsentEndKind.WITHDRAWN else State.INVALIDATED
    after = getattr(consent, "superseded_by", None)
    if after is not None and after.answered_on <= on:
        return State.SUPERSEDED
    if consent.until_on is not None and consent.until_on < on:
        return State.EXPIRED
    return said


def _same_purpose(consent: Consent, asked: Asked) -> bool:
    if asked.request and consent.request_id == asked.request:
        return True
    return bool(asked.purpose) and same_words(consent.purpose, asked.purpose)


def _said(consent: Consent, asked: Asked) -> State | None:
    cells = list(consent.cells.all())
    matching = [cell for cell in cells if _to(cell, asked) and _about(cell, asked)]
    if not matching:
        whole = not cells and consent.answer in (Answer.REFUSED, Answer.NO_ANSWER)
        return State(consent.answer) if whole else None
    if consent.answer in (Answer.REFUSED, Answer.NO_ANSWER):
        return State(consent.answer)
    return _of_cells(matching, asked)


def _of_cells(matching: Iterable[ConsentItem], asked: Asked) -> State:
    yes = [_particular(cell) for cell in matching if cell.allowed == "yes"]
    no = [_particular(cell) for cell in matching if cell.allowed == "no"]
    particular = (asked.recipient or asked.recipient_words) and (asked.item or asked.category)
    if not particular:
        return State.PARTIAL if yes and no else State.GIVEN if yes else State.REFUSED
    # A no gives way only to a yes that is more particular, and in nothing less.
    standing = [
        each for each in no if not any(more != each and more[0] >= each[0] and more[1] >= each[1] for more in yes)
    ]
    return State.REFUSED if standing or not yes else State.GIVEN


def _particular(cell: ConsentItem) -> tuple[int, int]:
    about = 2 if cell.item_id else 1 if cell.category else 0
    return about, int(bool(cell.recipient_id or cell.recipient_words))


def _to(cell: ConsentItem, asked: Asked) -> bool:
    if not (asked.recipient or asked.recipient_words) or not (cell.recipient_id or cell.recipient_words):
        return True
    if cell.recipient_id or asked.recipient:
        return cell.recipient_id == asked.recipient
    return same_words(cell.recipient_words, asked.recipient_words)


def _about(cell: ConsentItem, asked: Asked) -> bool:
    if not (asked.item or asked.category) or not (cell.item_id or cell.category):
        return True
    if cell.item_id:
        return asked.item == cell.item_id
    return cell.category == asked.category
