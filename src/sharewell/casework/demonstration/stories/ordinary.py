"""Families to whom nothing much happens: a school, a health visitor, an address made sure of, a yes to a trip."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sharewell.casework.confirm_address import confirm_address
from sharewell.casework.demonstration.asking import heard, held
from sharewell.casework.demonstration.saying import Answered, replied
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.record_consent import Cell
from sharewell.casework.record_view import answer_view
from sharewell.register.consent import Answer, Capacity, Route
from sharewell.register.holding import Category, Level, Mark


def ordinary(tale: Tale) -> Iterator[datetime]:
    """Some of it for each family, by chance."""
    house = tale.house()
    yield tale.later(days=5)
    made_sure(tale, house)
    if tale.draw.random() < 0.7:
        yield tale.later(days=tale.draw.randint(5, 40))
        held(tale, house, mark=Mark.FACT, category=Category.EDUCATION, level=Level.OPEN)
    if tale.draw.random() < 0.5:
        yield tale.later(days=tale.draw.randint(5, 60))
        said = heard(tale, house)
        yield tale.later(days=3)
        with tale.working(house) as who:
            answer_view(who, said.pk, done=tale.words("done"), told_on=tale.on, told_how="Face to face")
    if tale.draw.random() < 0.5:
        yield tale.later(days=tale.draw.randint(5, 40))
        cell = Cell("yes", recipient=tale.world.organisation("youth").pk, category=Category.IDENTITY)
        yes = Answered(
            house.mother, Capacity.PARENT, Answer.GIVEN, (cell,), "mother_says", Route.IN_WRITING, review=True
        )
        replied(tale, house, yes)


def made_sure(tale: Tale, house: House) -> None:
    """The address was found to be right."""
    house.home.refresh_from_db(fields=["version"])
    with tale.working(house) as who:
        confirm_address(who, house.child.pk, address=house.home.pk, how=tale.words("sure"), seen=house.home.version)
