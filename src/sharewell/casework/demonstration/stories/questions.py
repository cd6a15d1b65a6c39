"""Questions from outside, and a no that is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sharewell.casework.demonstration.asking import determined, heard, held, requested
from sharewell.casework.demonstration.course import came_of_it, decided, given, received
from sharewell.casework.demonstration.saying import Answered, replied
from sharewell.casework.demonstration.world import Tale
from sharewell.casework.reconsider import reconsider
from sharewell.casework.sit import sit
from sharewell.register.consent import Answer, Capacity
from sharewell.register.decision import Choice
from sharewell.register.holding import Category, Level, Mark


def police(tale: Tale) -> Iterator[datetime]:
    """The police ask, with a reason: what bears on it goes, and the rest stays."""
    house = tale.house()
    yield tale.later(days=1)
    asked = held(tale, house, mark=Mark.FACT, category=Category.EDUCATION, level=Level.OPEN)
    other = held(tale, house, "other", mark=Mark.OPINION, category=Category.EDUCATION, level=Level.OPEN)
    yield tale.later(days=6)
    request = requested(
        tale, house, asked, other, other="police", theirs=True, person_name="Kerry Stone",
        person_position="Detective constable", power_quoted="Data Protection Act 2018, Schedule 2, paragraph 2",
    )  # fmt: skip
    yield tale.later(hours=1)
    said = determined(tale, house, request)
    yield tale.later(minutes=25)
    decision = decided(tale, house, request, said, Choice.SHARE_PART)
    yield tale.later(minutes=30)
    disclosure = given(tale, house, decision, to="police", name="Kerry Stone", role="Detective constable")
    yield tale.later(hours=2)
    received(tale, house, disclosure, by="DC Stone")
    yield tale.later(days=8)
    came_of_it(tale, house, decision)


def reconsidered(tale: Tale) -> Iterator[datetime]:
    """A parent said no to help, and that stood; then something came that a no does not settle."""
    house = tale.house()
    yield tale.later(days=1)
    small = held(tale, house, category=Category.FAMILY, level=Level.OPEN)
    yield tale.later(days=1)
    request = requested(tale, house, small, other="council")
    yield tale.later(hours=1)
    no = Answered(house.mother, Capacity.PARENT, Answer.REFUSED, (), "mother_says")
    replied(tale, house, no, request=request)
    yield tale.later(minutes=15)
    said = determined(tale, house, request)
    yield tale.later(minutes=20)
    first = decided(tale, house, request, said, Choice.NOT_SHARE)
    yield tale.later(days=15)
    tale.part = "again"
    fresh = held(tale, house, category=Category.CARE)
    yield tale.later(minutes=10)
    with tale.working(house) as who:
        reconsider(who, first.pk, because=tale.words("because"), row=fresh.pk)
    yield tale.later(minutes=20)
    said = determined(tale, house, request)
    yield tale.later(minutes=20)
    second = decided(
        tale, house, request, said, Choice.SHARE, replaces=first.pk, replaces_because=tale.words("because")
    )
    yield tale.later(minutes=15)
    given(tale, house, second, to="council", name="Tom Ashby", role="Duty social worker")
    yield tale.later(days=3)
    came_of_it(tale, house, second)


def asked_today(tale: Tale) -> Iterator[datetime]:
    """A question came in a few hours ago: nobody has answered it yet, or somebody has begun to."""
    house = tale.house()
    yield tale.later(days=1)
    item = held(tale, house, mark=Mark.FACT, category=Category.EDUCATION, level=Level.OPEN)
    tale.at = tale.world.now - timedelta(hours=4 + tale.family.place)
    yield tale.at
    request = requested(
        tale, house, item, other="health", theirs=True, person_name="Farah Aziz", person_position="School nurse"
    )
    yield tale.later(minutes=30)
    if tale.family.place % 2:
        determined(tale, house, request, recipient_kind="nhs")
    else:
        with tale.working(house) as who:
            sit(who, request, pack="england")
            heard(tale, house, request=request)


def twins(tale: Tale) -> Iterator[datetime]:
    """Two children with one birthday and one family name: each has a record, and what is said of one stays there."""
    for about in range(len(tale.family.children)):
        tale.about, tale.part = about, ("first", "second")[about]
        key = tale.family.children[about].agencies[0]
        house = tale.house(key, about)
        yield tale.later(days=2)
        held(tale, house, category=Category.EDUCATION, level=Level.OPEN)
        yield tale.later(days=3)
        heard(tale, house, about=tale.words("purpose"))
