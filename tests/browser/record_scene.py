"""One child with a full history, made through the use cases in the order of time: what every signed-in page can show.

Jasmine Whitlock is invented, and so is everybody round her.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_address import Place, add_address
from sharewell.casework.add_identifier import add_identifier
from sharewell.casework.add_involvement import Work, add_involvement
from sharewell.casework.add_relationship import Link, Somebody, add_relationship
from sharewell.casework.add_safe_contact import Reach, add_safe_contact
from sharewell.casework.allocate import allocate
from sharewell.casework.mark_safety import Mark as Safety
from sharewell.casework.mark_safety import mark_safety
from sharewell.casework.plan_review import birthday_reviews
from sharewell.casework.record_court_order import Order, record_court_order
from sharewell.casework.record_item import Statement, record_item
from sharewell.casework.record_parental_responsibility import Claim, record_parental_responsibility
from sharewell.casework.start_record import Known, start_record
from sharewell.register.family import Ground, Kinship, OrderKind
from sharewell.register.holding import Category, Level, Mark
from sharewell.register.organisation import Organisation
from sharewell.register.person import AddressKind, BirthCertainty, ContactWay, IdentifierKind, Person
from sharewell.register.relationship import Tie
from sharewell.register.safety import MarkKind
from tests.browser.record_cast import Cast, cast

#: What the pages' clock shows when a journey begins: a Wednesday morning.
NOW = datetime(2026, 11, 25, 10, 30, tzinfo=UTC)
BORN = date(2011, 5, 3)


@dataclass
class Scene:
    """Who there is, the child, the people round the child, what is held, and rows by a short name, for addresses."""

    cast: Cast
    child: Person
    family: dict[str, Person] = field(default_factory=dict)
    rows: dict[str, uuid.UUID] = field(default_factory=dict)

    @property
    def bodies(self) -> dict[str, Organisation]:
        """Those one can write to."""
        return self.cast.bodies

    @contextmanager
    def as_(self, name: str, *, days_ago: float = 0) -> Iterator[Acting]:
        """Somebody acts, so many days ago, in one transaction."""
        who = self.cast.at(name, NOW - timedelta(days=days_ago))
        with transaction_of(who):
            yield who


def beginning() -> Scene:
    """The record as a teacher begins it: the child, her parents, what was seen, and who works with her."""
    company = cast(NOW)
    teacher = company.at("teacher", NOW - timedelta(days=60))
    with transaction_of(teacher):
        child = start_record(
            teacher,
            Known(
                "Jasmine", "Whitlock", born_on=BORN, born_certainty=BirthCertainty.SEEN, known_as="Jaz",
                pronouns="she, her", language="English", communication="Likes to write things down",
            ),
            reason="You are her head of year",
        )  # fmt: skip
    made = Scene(company, child)
    with made.as_("teacher", days_ago=59) as who:
        for name, kinship, family_name in (
            ("Marian", Kinship.MOTHER, "Whitlock"),
            ("Piers", Kinship.FATHER, "Oakden"),
            ("Ned", Kinship.HALF_SIBLING, "Oakden"),
        ):
            kin = add_relationship(
                who, child.pk, other=Somebody(name, family_name), link=Link(kinship, "Told by Jasmine and her mother")
            )
            made.family[name] = kin.other
        for name, ground, evidence in (
            ("Marian", Ground.BIRTH_MOTHER, "Full birth certificate"),
            ("Piers", Ground.REGISTERED, "Full birth certificate"),
        ):
            record_parental_responsibility(
                who, child.pk, claim=Claim(ground, evidence, who.on, BORN), holder=made.family[name].pk
            )
        birthday_reviews(who, child)
    return made


def allocated(scene: Scene, *names: str) -> None:
    """Colleagues who work with the child as well. Nobody gives it to themselves: the lead is given it first."""
    with scene.as_("teacher", days_ago=58) as who:
        open_to(who, scene, "lead", Tie.MANAGER, "Leads safeguarding at the school")
    with scene.as_("lead", days_ago=58) as who:
        for name in names:
            allocate(
                who, scene.child.pk, to=scene.cast.people[name].pk, tie=Tie.ALLOCATED,
                reason="Works with her this year", until_at=who.at + timedelta(days=300),
            )  # fmt: skip


def open_to(who: Acting, scene: Scene, name: str, tie: Tie, reason: str) -> None:
    """A first relationship of somebody whom no use case can give one, as the deployment's own set-up does."""
    from sharewell.casework.keep import keep  # noqa: PLC0415  only here
    from sharewell.register.relationship import LegitimateRelationship  # noqa: PLC0415

    row = LegitimateRelationship(
        practitioner=scene.cast.people[name], child=scene.child, tie=tie, reason=reason, from_at=who.at,
        until_at=who.at + timedelta(days=300),
    )  # fmt: skip
    keep(who, row, "relationship-begun")


def around(scene: Scene) -> None:
    """Where people live, numbers, an order, who must not know, safe contact, and who works with her."""
    child = scene.child.pk
    with scene.as_("teacher", days_ago=50) as who:
        home = add_address(
            who, child, person=child,
            place=Place(AddressKind.HOME, "4 Larch Close\nAldermere", "Her mother", "ZZ1 1ZZ"),
        )  # fmt: skip
        add_identifier(who, child, kind=IdentifierKind.NHS, value="9434765919", source="School health form")
        add_relationship(
            who, child, other=Somebody("Rolf", "Stannard"), link=Link(Kinship.PARTNER, "Her mother, by telephone")
        )
        record_court_order(
            who, child,
            order=Order(
                OrderKind.PROHIBITED_STEPS, "Her father must not take her out of school", date(2026, 2, 12),
                court="Family Court at Aldermere", reference="AL26P00417", seen_on=who.on,
            ),
            against=scene.family["Piers"].pk,
        )  # fmt: skip
        mark = mark_safety(
            who, child,
            mark=Safety(
                MarkKind.MUST_NOT_KNOW, "He has threatened her mother", "Her mother, and the police",
                review_on=date(2027, 5, 1), person=scene.family["Piers"].pk,
            ),
        )  # fmt: skip
        add_safe_contact(
            who, child, person=scene.family["Marian"].pk,
            reach=Reach(ContactWay.PHONE, "01632 960 417", "Weekdays, 9 to 2", "Say that it is about the trip",
                        leave_no_message=True),
        )  # fmt: skip
        add_involvement(
            who, child, work=Work("Pastoral care", from_on=date(2026, 9, 4), contact="Head of Year 10, 01632 960 155")
        )
        scene.rows |= {"home": home.pk, "mark": mark.pk}


def held(scene: Scene) -> None:
    """Three things that are held: a fact, something seen, and what another person said."""
    child = scene.child.pk
    with scene.as_("teacher", days_ago=40) as who:
        for short, said in {
            "tired": Statement(
                "Late on Mondays and Tuesdays", "Eleven late marks since September, all on Mondays and Tuesdays.",
                Mark.FACT, Category.EDUCATION, who.on, Level.OPEN, source_person=child,
            ),
            "caring": Statement(
                "She gets her mother up and dressed",
                "Jasmine told me that she gets her mother up and dressed before school, most days.",
                Mark.FACT, Category.FAMILY, who.on, Level.LIMITED, offered_on=who.on, source_person=child,
                about=(scene.family["Marian"].pk,),
            ),
            "illness": Statement(
                "A neighbour about her mother’s illness", "“She has not been out of the house since the summer.”",
                Mark.HEARSAY, Category.HEALTH, who.on, Level.NONE, source_words="A neighbour, at the school gate",
                protect_source="yes", about=(scene.family["Marian"].pk,),
            ),
        }.items():  # fmt: skip
            scene.rows[short] = record_item(who, child, said=said).pk
