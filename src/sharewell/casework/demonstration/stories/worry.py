"""A worry about harm, shared with children's social care; and the section 47 enquiry's own question, answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sharewell.casework.demonstration.asking import determined, heard, held, requested
from sharewell.casework.demonstration.course import came_of_it, decided, given, received
from sharewell.casework.demonstration.world import Tale
from sharewell.register.decision import Choice
from sharewell.register.holding import Category, Level, Mark
from sharewell.register.request import Trigger


def worry(tale: Tale) -> Iterator[datetime]:
    """Small signs, then one that is not small; social care is told, and says what came of it."""
    house = tale.house()
    yield tale.later(days=1)
    early = held(tale, house, "early", level=Level.OPEN)
    yield tale.later(days=9)
    item = held(tale, house)
    yield tale.later(minutes=20)
    request = requested(tale, house, early, item, other="council")
    yield tale.later(minutes=3)
    heard(tale, house, request=request)
    said = determined(tale, house, request)
    yield tale.later(minutes=12)
    decision = decided(tale, house, request, said, Choice.SHARE)
    yield tale.later(minutes=9)
    disclosure = given(tale, house, decision, to="council", name="Tom Ashby", role="Duty social worker")
    yield tale.later(hours=2)
    received(tale, house, disclosure, by="Tom Ashby, duty desk")
    yield tale.later(days=2)
    came_of_it(tale, house, decision)


def section_47(tale: Tale) -> Iterator[datetime]:
    """Social care enquires under section 47, and asks whoever sees the child every day."""
    house = tale.house()
    yield tale.later(days=1)
    item = held(tale, house, category=Category.CARE, level=Level.OPEN)
    second = held(tale, house, "attendance", mark=Mark.FACT, category=Category.CARE, level=Level.OPEN)
    yield tale.later(days=3)
    request = requested(
        tale, house, item, second, other="council", theirs=True, trigger=Trigger.DEMAND,
        person_name="Priya Nair", person_position="Social worker", power_quoted="Children Act 1989, section 47",
    )  # fmt: skip
    yield tale.later(minutes=35)
    said = determined(tale, house, request)
    yield tale.later(minutes=15)
    decision = decided(tale, house, request, said, Choice.SHARE)
    yield tale.later(minutes=30)
    disclosure = given(tale, house, decision, to="council", name="Priya Nair", role="Social worker")
    yield tale.later(hours=1)
    received(tale, house, disclosure, by="Priya Nair")
    council = tale.house("council")
    yield tale.later(days=2)
    heard(tale, council, about=tale.words("purpose"))
    yield tale.later(days=5)
    held(tale, council, "finding", mark=Mark.OPINION, level=Level.OPEN)
