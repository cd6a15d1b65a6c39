"""A young carer who decides for themself what may be told, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sharewell.casework.demonstration.asking import determined, heard, held, requested
from sharewell.casework.demonstration.course import came_of_it, decided, given
from sharewell.casework.demonstration.saying import Answered, competent, replied
from sharewell.casework.demonstration.world import Tale
from sharewell.casework.record_consent import Cell
from sharewell.register.consent import Answer, Capacity
from sharewell.register.decision import Choice
from sharewell.register.holding import Category, Mark


def young_carer(tale: Tale) -> Iterator[datetime]:
    """Part is shared with the young carers' group: what the young person agreed to, and nothing more."""
    house = tale.house()
    yield tale.later(days=1)
    caring = held(tale, house, category=Category.FAMILY)
    private = held(tale, house, "private", mark=Mark.HEARSAY, category=Category.HEALTH, source=tale.words("told_by"))
    yield tale.later(days=4)
    request = requested(tale, house, caring, private, other="carers")
    yield tale.later(minutes=30)
    heard(tale, house, request=request)
    able = competent(tale, house, request)
    yield tale.later(minutes=5)
    carers = tale.world.organisation("carers")
    answered = Answered(
        house.child,
        Capacity.CHILD_COMPETENT,
        Answer.GIVEN,
        (Cell("yes", recipient=carers.pk, item=caring.pk),),
        words="view",
        review=True,
        competence=able,
    )
    replied(tale, house, answered, request=request)
    yield tale.later(minutes=15)
    said = determined(tale, house, request)
    yield tale.later(minutes=8)
    decision = decided(tale, house, request, said, Choice.SHARE_PART)
    yield tale.later(hours=1)
    given(tale, house, decision, to="carers", name="The group’s coordinator")
    yield tale.later(days=12)
    came_of_it(tale, house, decision)
