"""Two heads: advice asked and given, advice that is waited for, and a decision that waits for a second person."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from sharewell.casework.ask_advice import Question, ask_advice
from sharewell.casework.deciding import Followed
from sharewell.casework.demonstration.asking import determined, held, requested
from sharewell.casework.demonstration.course import came_of_it, decided, form, given
from sharewell.casework.demonstration.people import LEAD
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.give_advice import give_advice
from sharewell.casework.propose import propose
from sharewell.register.advice import AdviceRequest, Rota
from sharewell.register.decision import Choice
from sharewell.register.holding import Category
from sharewell.register.request import InformationRequest

#: In how many minutes each question that waits needs its answer: one is overdue, one nearly.
_LEFT = (40, -90, 26 * 60, 5 * 60)
_ROTAS = (Rota.SAFEGUARDING, Rota.SAFEGUARDING, Rota.DATA_PROTECTION, Rota.MANAGER)


def advice(tale: Tale) -> Iterator[datetime]:
    """The rules do not settle it; somebody who knows is asked, without names, and the decision follows or does not."""
    house = tale.house()
    yield tale.later(days=1)
    held(tale, house, "before", category=Category.HEALTH)
    item = held(tale, house, category=Category.HEALTH)
    yield tale.later(days=2)
    request = requested(tale, house, item, other="surgery", theirs=True, person_position="Practice nurse")
    yield tale.later(minutes=40)
    determined(tale, house, request)
    yield tale.later(minutes=10)
    asked = _ask(tale, house, request, Rota.SAFEGUARDING, tale.at + timedelta(hours=6))
    yield tale.later(hours=2)
    with tale.acting(house.agency.key, LEAD) as lead:
        answer = give_advice(lead, asked.pk, text=tale.words("advice"), once=uuid.uuid4())
    yield tale.later(hours=1)
    said = determined(tale, house, request)
    choice = Choice(tale.words("choice"))
    followed = Followed(answer.pk, tale.words("followed"), why_not=tale.words("why_not"))
    yield tale.later(minutes=15)
    decision = decided(tale, house, request, said, choice, advice=(followed,))
    if choice is not Choice.SHARE:
        return
    yield tale.later(minutes=30)
    given(tale, house, decision, to="surgery", name="The practice nurse")
    yield tale.later(days=5)
    came_of_it(tale, house, decision)


def advice_waiting(tale: Tale) -> Iterator[datetime]:
    """Asked this morning; not answered yet."""
    house = tale.house()
    yield tale.later(days=1)
    item = held(tale, house, category=Category.HEALTH)
    place = tale.family.place % len(_LEFT)
    tale.at = tale.world.now - timedelta(hours=7, minutes=place)
    yield tale.at
    request = requested(tale, house, item, other="surgery", theirs=True, person_position="Practice nurse")
    yield tale.later(minutes=30)
    determined(tale, house, request)
    yield tale.later(minutes=20)
    by = tale.world.now + timedelta(minutes=_LEFT[place])
    _ask(tale, house, request, _ROTAS[place], by, without_names=place != 1)


def waits(tale: Tale) -> Iterator[datetime]:
    """A hidden address is in it, so two people have to agree; the first has."""
    house = tale.house()
    yield tale.later(days=1)
    item = held(tale, house, category=Category.WHEREABOUTS)
    tale.at = tale.world.now - timedelta(hours=3 + 4 * tale.family.place)
    yield tale.at
    request = requested(tale, house, item, other="council")
    yield tale.later(minutes=20)
    said = determined(tale, house, request)
    yield tale.later(minutes=15)
    with tale.working(house) as who:
        propose(who, request.pk, deciding=form(tale, house, request, said, Choice.SHARE))


def _ask(
    tale: Tale, house: House, request: InformationRequest, rota: Rota, by: datetime, *, without_names: bool = True
) -> AdviceRequest:
    asking = Question(rota, tale.words("question"), tale.words("described"), by, without_names=without_names)
    with tale.working(house) as who:
        return ask_advice(who, request.pk, asking=asking, once=uuid.uuid4())
