"""A family becomes known to an agency: records begun and given out, parents, home, who works with them; and renewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_address import Place, add_address
from sharewell.casework.add_identifier import add_identifier
from sharewell.casework.add_involvement import Work, add_involvement
from sharewell.casework.add_relationship import Link, Somebody, add_relationship
from sharewell.casework.allocate import allocate
from sharewell.casework.check_digit import is_nhs, upn_letter
from sharewell.casework.demonstration.family import Child
from sharewell.casework.demonstration.people import LEAD, Agency
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.plan_review import birthday_reviews
from sharewell.casework.record_parental_responsibility import Claim, record_parental_responsibility
from sharewell.casework.start_record import Known, start_record
from sharewell.register.family import Ground, Kinship
from sharewell.register.person import Address, AddressKind, BirthCertainty, IdentifierKind, Person
from sharewell.register.relationship import Tie

#: A practitioner is given a child for so long, and again before it is over.
_GIVEN, _AGAIN = timedelta(days=360), timedelta(days=345)
_SCHOOLS = ("academy", "primary")
#: In one family of so many, brothers and sisters have records of their own; in these stories always.
_FEW, _EVERY_CHILD = 3, ("twins", "refuge")


def known_to(tale: Tale, key: str, place: int = 0) -> House:
    """The family becomes known to an agency at this moment. The eldest child's record is the full one."""
    agency = tale.world.partners[key]
    child = tale.family.children[place]
    worker = (tale.family.number + len(key)) % 2
    with tale.acting(key, LEAD) as lead:
        record = start_record(lead, _known(tale, child), reason=f"{lead.title}: new to {agency.organisation.name}")
        if not place and key == tale.home:
            birthday_reviews(lead, record)
        give_out(lead, record, agency, worker)
    with tale.acting(key, worker) as who:
        mother = _parent(tale, who, record, Kinship.MOTHER)
        father = None
        if not place:
            father = _parent(tale, who, record, Kinship.FATHER)
            _numbers(tale, who, record, agency)
        home = _home(tale, who, record)
        work = Work(
            service=agency.service,
            from_on=tale.on,
            contact=f"{who.practitioner.name}, through the main number",
            lead=who.practitioner.pk,
            sensitive=agency.sensitive,
        )
        add_involvement(who, record.pk, work=work)
        _siblings(tale, who, record, key, place)
    house = House(agency, record, mother, father, home, worker)
    tale.houses[key, place] = house
    return house


def give_out(lead: Acting, record: Person, agency: Agency, worker: int) -> None:
    """Give the child to a practitioner to work with, for a year."""
    colleague = agency.staff[worker]
    allocate(
        lead,
        record.pk,
        to=colleague.practitioner.pk,
        tie=Tie.ALLOCATED,
        reason=f"{colleague.title}: works with the child",
        until_at=lead.at + _GIVEN,
    )


def settle(tale: Tale) -> Iterator[datetime]:
    """The family becomes known to its agencies, one after the other; brothers and sisters where they go by day."""
    for key in tale.family.children[0].agencies:
        yield tale.later(minutes=1)
        known_to(tale, key)
        yield tale.later(days=1)
    if tale.family.number % _FEW and tale.family.story not in _EVERY_CHILD:
        return
    for place, child in enumerate(tale.family.children[1:], start=1):
        yield tale.later(minutes=1)
        known_to(tale, child.agencies[0], place)


def renewed(tale: Tale, from_at: datetime) -> Iterator[datetime]:
    """Before a year is over, whoever leads gives the family out once more."""
    at = from_at + _AGAIN
    yield at
    for house in tale.houses.values():
        lead = house.agency.act(LEAD, at)
        with transaction_of(lead):
            give_out(lead, house.child, house.agency, house.worker)


def _known(tale: Tale, child: Child) -> Known:
    certainty = BirthCertainty.SEEN if tale.draw.random() < 0.7 else BirthCertainty.TOLD
    return Known(
        given_name=child.given,
        family_name=tale.family.surname,
        born_on=child.born_on,
        born_certainty=certainty,
        known_as=child.known_as,
        language="English" if tale.draw.random() < 0.8 else tale.draw.choice(("Polish", "Urdu", "Yoruba", "Welsh")),
    )


def _parent(tale: Tale, who: Acting, record: Person, kinship: Kinship) -> Person:
    mother = kinship is Kinship.MOTHER
    adopted = tale.family.story == "adopted" and record.born_on == tale.family.children[0].born_on
    given = tale.family.mother if mother else tale.family.father
    link = Link(
        Kinship.ADOPTIVE_PARENT if adopted else kinship,
        source="The family, at the first meeting",
        same_household_since=record.born_on if mother or not tale.family.apart else None,
    )
    found = add_relationship(who, record.pk, other=Somebody(given, tale.family.surname), link=link).other
    seen = mother or tale.draw.random() < 0.8
    ground = Ground.BIRTH_MOTHER if mother else Ground.REGISTERED if seen else Ground.CLAIMED
    claim = Claim(
        Ground.ADOPTION if adopted else ground,
        evidence="Adoption order" if adopted else "Full birth certificate" if seen else "",
        evidence_seen_on=who.on if seen or adopted else None,
        from_on=record.born_on,
    )
    record_parental_responsibility(who, record.pk, claim=claim, holder=found.pk)
    return found


def _home(tale: Tale, who: Acting, record: Person) -> Address:
    place = Place(
        AddressKind.HOME,
        lines=tale.family.address,
        postcode=tale.family.postcode,
        source=tale.draw.choice((f"{tale.family.mother}, at the first meeting", "The form they filled in", "A letter")),
        from_on=record.born_on,
    )
    return add_address(who, record.pk, person=record.pk, place=place)


def _numbers(tale: Tale, who: Acting, record: Person, agency: Agency) -> None:
    """Numbers from the ranges that are kept for tests: no child has one."""
    number = tale.family.number
    if agency.key == "health":
        value = next(f"999{tried:07}" for tried in range(number * 40, number * 40 + 40) if is_nhs(f"999{tried:07}"))
        add_identifier(who, record.pk, kind=IdentifierKind.NHS, value=value, source="The health record")
    elif agency.key in _SCHOOLS:
        rest = f"9990000{number:05}"
        value = f"{upn_letter(rest)}{rest}"
        add_identifier(who, record.pk, kind=IdentifierKind.UPN, value=value, source="The school’s register")


def _siblings(tale: Tale, who: Acting, record: Person, key: str, place: int) -> None:
    if not place:
        return
    eldest = tale.houses.get((key, 0))
    child = tale.family.children[0]
    other = (
        eldest.child.pk
        if eldest and eldest.worker == (tale.family.number + len(key)) % 2
        else Somebody(child.given, tale.family.surname, child.born_on)
    )
    link = Link(Kinship.SIBLING, source="The family, at the first meeting", from_on=record.born_on)
    add_relationship(who, record.pk, other=other, link=link)
