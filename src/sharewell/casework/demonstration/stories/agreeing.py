"""Help that rests on agreement: parents who agree, parents who do not, a young person who says no."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sharewell.casework.deciding import Told
from sharewell.casework.demonstration.asking import determined, heard, held, requested
from sharewell.casework.demonstration.course import came_of_it, decided, given, received
from sharewell.casework.demonstration.saying import Answered, competent, replied, wished
from sharewell.casework.demonstration.world import Tale
from sharewell.casework.record_consent import Cell
from sharewell.casework.withdraw_consent import withdraw_consent
from sharewell.register.consent import Answer, Capacity, Route
from sharewell.register.decision import Choice
from sharewell.register.holding import Category, Level, Mark

#: In one family of so many, the mother takes her agreement back.
_TAKEN_BACK = 5


def early_help(tale: Tale) -> Iterator[datetime]:
    """Both parents agree to a grid: this to the youth service, that to the surgery, nothing about money."""
    house = tale.house()
    yield tale.later(days=1)
    item = held(tale, house, category=Category.EDUCATION, level=Level.OPEN)
    yield tale.later(days=2)
    request = requested(tale, house, item, other="youth")
    yield tale.later(days=1)
    youth, surgery = (tale.world.organisation(key).pk for key in ("youth", "surgery"))
    grid = (
        Cell("yes", recipient=youth, category=Category.EDUCATION),
        Cell("yes", recipient=youth, category=Category.FAMILY),
        Cell("yes", recipient=surgery, category=Category.HEALTH),
        Cell("no", recipient=surgery, category=Category.EDUCATION),
        Cell("no", recipient=youth, category=Category.MONEY_HOUSING),
    )
    said_yes = Answered(house.mother, Capacity.PARENT, Answer.GIVEN, grid, "mother_says", Route.IN_WRITING, review=True)
    agreed = replied(tale, house, said_yes, request=request)
    if house.father and not tale.family.apart:
        replied(
            tale, house, Answered(house.father, Capacity.PARENT, Answer.GIVEN, grid, "father_says"), request=request
        )
    heard(tale, house, request=request)
    yield tale.later(minutes=25)
    said = determined(tale, house, request)
    yield tale.later(minutes=10)
    decision = decided(tale, house, request, said, Choice.SHARE)
    yield tale.later(minutes=20)
    disclosure = given(tale, house, decision, to="youth", name="Leroy Francis", role="Youth worker")
    yield tale.later(days=1)
    received(tale, house, disclosure, by="Leroy Francis")
    yield tale.later(days=9)
    came_of_it(tale, house, decision)
    heard(tale, tale.house("youth"), "later_view")
    if tale.family.place % _TAKEN_BACK == _TAKEN_BACK - 1:
        yield tale.later(days=6)
        with tale.working(house) as who:
            reason = tale.words("taken_back")
            withdraw_consent(who, agreed.pk, by_person=house.mother.pk, on=tale.on, reason=reason)


def parents_disagree(tale: Tale) -> Iterator[datetime]:
    """One says yes, the other no, and both may: not yet, and a day to look again."""
    house = tale.house()
    yield tale.later(days=1)
    item = held(tale, house, category=Category.FAMILY)
    yield tale.later(days=2)
    request = requested(tale, house, item, other="youth")
    yield tale.later(days=1)
    cell = Cell("yes", recipient=tale.world.organisation("youth").pk, category=Category.FAMILY)
    replied(tale, house, Answered(house.mother, Capacity.PARENT, Answer.GIVEN, (cell,), "mother_says"), request=request)
    yield tale.later(days=2)
    if house.father:
        no = Answered(house.father, Capacity.PARENT, Answer.REFUSED, (), "father_says", Route.PHONE)
        replied(tale, house, no, request=request)
    heard(tale, house, request=request)
    yield tale.later(minutes=40)
    said = determined(tale, house, request)
    yield tale.later(minutes=15)
    decided(tale, house, request, said, Choice.NOT_YET, reconsider_if=tale.words("reconsider_if"))


def refuses(tale: Tale) -> Iterator[datetime]:
    """Fifteen, able to decide, and says no; and does not want a parent told."""
    house = tale.house()
    yield tale.later(days=1)
    item = held(tale, house, mark=Mark.OBSERVATION, category=Category.HEALTH)
    yield tale.later(days=1)
    request = requested(tale, house, item, other="youth")
    yield tale.later(hours=1)
    able = competent(tale, house, request)
    no = Answered(house.child, Capacity.CHILD_COMPETENT, Answer.REFUSED, (), "view", competence=able)
    replied(tale, house, no, request=request)
    wished(tale, house, house.mother, able)
    heard(tale, house, request=request)
    yield tale.later(minutes=20)
    said = determined(tale, house, request)
    yield tale.later(minutes=20)
    silent = Told(
        "not", person=house.mother.pk, why_not=tale.words("mother_not_told"), ask_again_on=tale.on + timedelta(days=30)
    )
    child = Told("before", person=house.child.pk, told_on=tale.on, told_how="Face to face", what=tale.words("told"))
    decided(tale, house, request, said, Choice.NOT_SHARE, told=(child, silent))
