"""The county as its stories see it: partners, rules of a day, and one family's tale with its own clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from sharewell.casework.acting import LONDON, Acting, transaction_of
from sharewell.casework.demonstration.family import Family
from sharewell.casework.demonstration.people import Agency
from sharewell.casework.rules import Rules
from sharewell.register.organisation import Organisation
from sharewell.register.person import Address, Person

_MORNING, _DAY = time(8, 40), 6 * 60  # lessons and visits are between these minutes
_WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class World:
    """The partners and other organisations by their keys, the rules of any day, and the moment it is made."""

    partners: Mapping[str, Agency]
    others: Mapping[str, Organisation]
    rules: Callable[[date], Rules]
    now: datetime

    def organisation(self, key: str) -> Organisation:
        """A partner, or one known by name."""
        return self.partners[key].organisation if key in self.partners else self.others[key]


@dataclass(slots=True)
class House:
    """A family as one agency has it: the record of one child, the adults, and who works with them."""

    agency: Agency
    child: Person
    mother: Person
    father: Person | None
    home: Address
    worker: int


@dataclass(slots=True)
class Tale:
    """One family's time in the county. `at` is the moment of the step that is being lived."""

    world: World
    family: Family
    at: datetime
    texts: Mapping[str, str]
    #: The answers to the guide in each part of the story.
    answers: Mapping[str, Mapping[str, str]]
    draw: Random
    houses: dict[tuple[str, int], House] = field(default_factory=dict)
    #: Which part of the story is being told: its texts come before the others; and of which child.
    part: str = ""
    about: int = 0

    @property
    def on(self) -> date:
        """The day, in England."""
        return self.at.astimezone(LONDON).date()

    @property
    def home(self) -> str:
        """The agency that knows the eldest child best."""
        return self.family.children[0].agencies[0]

    def later(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> datetime:
        """Go on in time; after days, to some moment of a working day."""
        self.at += timedelta(hours=hours, minutes=minutes)
        if days:
            on = self.on + timedelta(days=days)
            while on.weekday() in _WEEKEND:
                on += timedelta(days=1)
            morning = datetime.combine(on, _MORNING, tzinfo=LONDON)
            self.at = max(self.at, morning + timedelta(minutes=self.draw.randrange(_DAY)))
        return self.at

    def house(self, key: str = "", place: int = 0) -> House:
        """The record that an agency holds; without a key, the one that knows the eldest child best."""
        return self.houses[key or self.home, place]

    def words(self, name: str, **more: str) -> str:
        """A text of this part of the story, with the names of the family; empty if there is none of that name."""
        child = self.family.children[self.about]
        names = {
            "child": child.given, "surname": self.family.surname, "mother": self.family.mother,
            "father": self.family.father, "service": self.world.partners[self.home].organisation.name, **more,
        }  # fmt: skip
        text = self.texts.get(f"{self.part}_{name}") or self.texts.get(name, "")
        return text.format(**names)

    @contextmanager
    def acting(self, key: str, which: int) -> Iterator[Acting]:
        """One of an agency's people at this moment, in a transaction of theirs."""
        who = self.world.partners[key].act(which, self.at)
        with transaction_of(who):
            yield who

    @contextmanager
    def working(self, house: House) -> Iterator[Acting]:
        """Whoever works with the family there."""
        with self.acting(house.agency.key, house.worker) as who:
            yield who
