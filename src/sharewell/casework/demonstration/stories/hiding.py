"""What must stay hidden: a refuge, a child in care, an adoption."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sharewell.casework.add_address import Place, add_address
from sharewell.casework.add_relationship import Link, Somebody, add_relationship
from sharewell.casework.add_safe_contact import Reach, add_safe_contact
from sharewell.casework.allocate import allocate
from sharewell.casework.ask_to_lift import ask_to_lift
from sharewell.casework.demonstration.asking import determined, heard, held, requested
from sharewell.casework.demonstration.course import came_of_it, decided, given, received
from sharewell.casework.demonstration.people import LEAD
from sharewell.casework.demonstration.saying import Answered, competent, replied
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.mark_safety import Mark as SafetyWords
from sharewell.casework.mark_safety import mark_safety
from sharewell.casework.record_consent import Cell
from sharewell.casework.record_court_order import Order, record_court_order
from sharewell.casework.record_parental_responsibility import Claim, record_parental_responsibility
from sharewell.register.consent import Answer, Capacity
from sharewell.register.decision import Choice
from sharewell.register.family import Ground, Kinship, OrderKind
from sharewell.register.holding import Category, Level, Mark
from sharewell.register.person import AddressKind, ContactWay
from sharewell.register.relationship import Tie
from sharewell.register.safety import MarkKind

_YEAR = timedelta(days=365)
_HALF = timedelta(days=180)
#: In one family of so many, somebody has asked to lift a mark and a second person has not agreed yet.
_LIFTED = 4


def refuge(tale: Tale) -> Iterator[datetime]:
    """A mother and her children in a refuge: sealed, shared by two people, and kept from the father who asks."""
    house = tale.house("harbour")
    yield tale.later(days=1)
    _hidden(tale, house)
    yield tale.later(hours=2)
    item = held(tale, house, category=Category.CARE)
    request = requested(tale, house, item, other="council")
    heard(tale, house, request=request)
    yield tale.later(minutes=15)
    said = determined(tale, house, request)
    yield tale.later(minutes=10)
    decision = decided(tale, house, request, said, Choice.SHARE)
    yield tale.later(minutes=45)
    disclosure = given(tale, house, decision, to="council", name="Priya Nair", role="Social worker")
    yield tale.later(hours=1)
    received(tale, house, disclosure, by="Priya Nair")
    school = tale.house()
    yield tale.later(days=2)
    _must_not_know(tale, school)
    came_of_it(tale, house, decision)
    yield tale.later(days=4)
    tale.part = "father"
    asked = held(tale, school, mark=Mark.FACT, category=Category.IDENTITY, level=Level.OPEN)
    theirs = requested(
        tale, school, asked, theirs=True, person=school.father.pk if school.father else None,
        person_name=f"{tale.family.father} {tale.family.surname}",
    )  # fmt: skip
    yield tale.later(minutes=20)
    said = determined(tale, school, theirs)
    yield tale.later(minutes=10)
    decided(tale, school, theirs, said, Choice.NOT_SHARE)


def _must_not_know(tale: Tale, house: House) -> None:
    if house.father is None:
        return
    words = SafetyWords(
        MarkKind.MUST_NOT_KNOW, reason=tale.words("must_not_know"), source=tale.words("must_not_know_source"),
        review_on=tale.on + _HALF, person=house.father.pk,
    )  # fmt: skip
    with tale.working(house) as who:
        mark_safety(who, house.child.pk, mark=words)


def _hidden(tale: Tale, house: House) -> None:
    """What the refuge writes down on the first day."""
    _must_not_know(tale, house)
    with tale.working(house) as who:
        place = Place(
            AddressKind.STAYING, lines=tale.words("refuge_address"), postcode="ZZ9 9ZZ", source="We house them",
            from_on=tale.on,
        )  # fmt: skip
        add_address(who, house.child.pk, person=house.child.pk, place=place, seal_because=tale.words("sealed"))
        order = Order(
            OrderKind.NON_MOLESTATION, says=tale.words("order"), made_on=tale.on - timedelta(days=3),
            expires_on=tale.on + _YEAR, court="Aldermere Family Court", seen_on=tale.on,
        )  # fmt: skip
        record_court_order(who, house.child.pk, order=order, against=house.father.pk if house.father else None)
        reach = Reach(
            ContactWay.PHONE, f"07700 900{tale.family.number % 1000:03}", safe_times=tale.words("safe_times"),
            code_word=tale.words("code_word"), leave_no_message=True,
        )  # fmt: skip
        add_safe_contact(who, house.child.pk, person=house.mother.pk, reach=reach)
        group = SafetyWords(
            MarkKind.SEALED_PLACE, reason=tale.words("sealed"), source="The family", place=tale.words("group"),
            review_on=tale.on + _HALF,
        )  # fmt: skip
        sealed = mark_safety(who, house.child.pk, mark=group)
        if tale.family.place % _LIFTED == 1:
            ask_to_lift(who, sealed.pk, reason=tale.words("lift"))


def looked_after(tale: Tale) -> Iterator[datetime]:
    """The council holds parental responsibility; the young person agrees to what the school is told."""
    council, school = tale.house("council"), tale.house()
    yield tale.later(days=1)
    with tale.working(council) as who:
        made_on = tale.on - timedelta(days=6)
        claim = Claim(Ground.CARE_ORDER, evidence="Sealed order", evidence_seen_on=tale.on, from_on=made_on)
        record_parental_responsibility(who, council.child.pk, claim=claim, council=council.agency.organisation.pk)
        carer = Somebody(tale.words("carer"), tale.words("carer_family"))
        link = Link(Kinship.FOSTER_CARER, source="The placement agreement", from_on=made_on)
        add_relationship(who, council.child.pk, other=carer, link=link)
        place = Place(
            AddressKind.PLACEMENT, lines=tale.words("placement"), postcode="ZZ8 8ZZ", source="The placement agreement",
            from_on=made_on,
        )  # fmt: skip
        add_address(who, council.child.pk, person=council.child.pk, place=place)
    item = held(tale, council, category=Category.EDUCATION)
    yield tale.later(days=2)
    request = requested(tale, council, item, other=school.agency.key)
    yield tale.later(hours=2)
    able = competent(tale, council, request)
    cell = Cell("yes", recipient=school.agency.organisation.pk, category=Category.EDUCATION)
    answered = Answered(
        council.child, Capacity.CHILD_COMPETENT, Answer.GIVEN, (cell,), "view", review=True, competence=able
    )
    replied(tale, council, answered, request=request)
    heard(tale, council, request=request)
    yield tale.later(minutes=30)
    said = determined(tale, council, request)
    yield tale.later(minutes=10)
    decision = decided(tale, council, request, said, Choice.SHARE)
    yield tale.later(hours=1)
    given(tale, council, decision, to=school.agency.key, name=tale.words("tutor"), role="Designated teacher")
    yield tale.later(days=12)
    came_of_it(tale, council, decision)


def adopted(tale: Tale) -> Iterator[datetime]:
    """A restricted record; a relative of the time before the adoption asks, and is told nothing."""
    house = tale.house("council")
    yield tale.later(days=1)
    with tale.acting("council", LEAD) as lead:
        order = Order(
            OrderKind.ADOPTION, says=tale.words("order"), made_on=tale.on - timedelta(days=20),
            court="Aldermere Family Court", seen_on=tale.on,
        )  # fmt: skip
        record_court_order(lead, house.child.pk, order=order)
        before = Somebody(tale.words("birth_given"), tale.words("birth_family"))
        link = Link(Kinship.BIRTH_PARENT, source="The adoption file")
        birth = add_relationship(lead, house.child.pk, other=before, link=link).other
        review = tale.on + _YEAR
        cut = SafetyWords(
            MarkKind.ADOPTION_CUT, tale.words("cut"), "The adoption file", review, tells=tale.words("tells")
        )
        mark_safety(lead, house.child.pk, mark=cut)
        closed = SafetyWords(MarkKind.RESTRICTED, tale.words("restricted"), "The adoption file", review)
        mark_safety(lead, house.child.pk, mark=closed)
        worker = house.agency.staff[house.worker].practitioner.pk
        until = lead.at + timedelta(days=360)
        allocate(lead, house.child.pk, to=worker, tie=Tie.NAMED, reason="Adoption support", until_at=until)
    yield tale.later(days=20)
    item = held(tale, house, category=Category.FAMILY, mark=Mark.FACT)
    request = requested(tale, house, item, theirs=True, person=birth.pk, person_name=tale.words("birth_given"))
    yield tale.later(minutes=30)
    said = determined(tale, house, request)
    yield tale.later(minutes=15)
    decided(tale, house, request, said, Choice.NOT_SHARE)
