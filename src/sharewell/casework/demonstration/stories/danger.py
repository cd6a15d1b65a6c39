"""Danger now: what was done at once, written down afterwards; and a record opened without a relationship."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from sharewell.casework.access import open_child
from sharewell.casework.approve import approve_afterwards
from sharewell.casework.break_glass import break_glass
from sharewell.casework.complete_emergency import complete_emergency
from sharewell.casework.demonstration.asking import determined, heard, held
from sharewell.casework.demonstration.course import came_of_it, form, given
from sharewell.casework.demonstration.people import GOVERNS, LEAD
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.record_emergency import Emergency, record_emergency
from sharewell.casework.review_glass import review_glass
from sharewell.register.decision import Choice, Decision
from sharewell.register.holding import Level
from sharewell.register.relationship import GlassFinding, GlassReason


def emergency(tale: Tale) -> Iterator[datetime]:
    """Told at once, completed before the day was over, and a second person says what they think of it."""
    house = tale.house()
    yield tale.later(days=1)
    short = _told(tale, house)
    yield tale.later(hours=5)
    said = determined(tale, house, short.request)
    yield tale.later(minutes=20)
    with tale.working(house) as who:
        whole = complete_emergency(who, short.pk, deciding=form(tale, house, short.request, said, Choice.SHARE))
    yield tale.later(minutes=10)
    given(tale, house, whole, to="council", name="Tom Ashby", role="Duty social worker")
    yield tale.later(days=1)
    with tale.acting(house.agency.key, LEAD) as lead:
        approve_afterwards(lead, whole.pk, word="approved", reason=tale.words("approved"))
    came_of_it(tale, house, whole)


def emergency_open(tale: Tale) -> Iterator[datetime]:
    """Told some hours ago; the record waits to be completed."""
    house = tale.house()
    yield tale.later(minutes=1)
    tale.at = tale.world.now - timedelta(hours=(3, 20)[tale.family.place % 2], minutes=10)
    yield tale.at
    _told(tale, house)


def glass(tale: Tale) -> Iterator[datetime]:
    """A colleague who does not work with the child opens the record, says why, and is asked about it."""
    house = tale.house()
    yield tale.later(days=1)
    held(tale, house, level=Level.OPEN)
    recent = tale.family.place % 2 == 1
    if recent:
        tale.at = tale.world.now - timedelta(hours=22 + tale.family.place)
        yield tale.at
    else:
        yield tale.later(days=9)
    with tale.acting(house.agency.key, 1 - house.worker) as colleague:
        reason = GlassReason(tale.words("reason"))
        broken = break_glass(colleague, house.child.pk, reason=reason, words=tale.words("why"))
        open_child(colleague, house.child.pk, part="Overview")
    yield tale.later(minutes=6)
    with tale.acting(house.agency.key, 1 - house.worker) as colleague:
        open_child(colleague, house.child.pk, part="What is held")
    if recent:
        return
    yield tale.later(days=1)
    with tale.acting(house.agency.key, GOVERNS) as governs:
        finding = GlassFinding(tale.words("finding"))
        review_glass(governs, broken.pk, finding=finding, words=tale.words("reviewed"))


def _told(tale: Tale, house: House) -> Decision:
    """Three facts, and it stands."""
    happened = Emergency(
        in_danger=tale.words("in_danger"), told=tale.words("told_whom"), what=tale.words("what"),
        kind=tale.words("told_kind"), told_at=tale.at - timedelta(minutes=15),
    )  # fmt: skip
    with tale.working(house) as who:
        made = record_emergency(
            who, house.child.pk, happened=happened, rules=tale.world.rules(tale.on), once=uuid.uuid4()
        )
    heard(tale, house, request=made.request, about=made.request.purpose)
    return made
