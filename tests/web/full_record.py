"""A child’s record with something on every page of it, and an address that must be on none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_address import Place, add_address
from sharewell.casework.add_identifier import add_identifier
from sharewell.casework.add_involvement import Work, add_involvement
from sharewell.casework.add_safe_contact import Reach, add_safe_contact
from sharewell.casework.keep import keep
from sharewell.casework.mark_safety import Mark, mark_safety
from sharewell.casework.record_court_order import Order, record_court_order
from sharewell.casework.record_parental_responsibility import Claim, record_parental_responsibility
from sharewell.register.family import Ground, Kinship, OrderKind
from sharewell.register.person import AddressKind, ContactWay, IdentifierKind, Person
from sharewell.register.safety import MarkKind
from sharewell.register.voice import Obtained, View
from tests.casework.children import begun, relative

SECRET, FATHER = "17 Hidden Way", "Jory"


def full_record(who: Acting) -> Person:
    """Mira’s record: parents, an order, somebody who must not know, addresses, a number, her own words."""
    child = begun(who)
    father = relative(who, child, FATHER)
    mother = relative(who, child, "Ottilie", Kinship.MOTHER)
    before, after = who.on - timedelta(days=80), who.on + timedelta(days=60)
    with transaction_of(who):
        record_parental_responsibility(
            who, child.pk, claim=Claim(Ground.BIRTH_MOTHER, "Certificate", before), holder=mother.pk
        )
        made_on = who.on - timedelta(days=300)
        order = Order(OrderKind.NON_MOLESTATION, "Not to come near", made_on, seen_on=before)
        record_court_order(who, child.pk, order=order, against=father.pk)
        hidden = Mark(MarkKind.MUST_NOT_KNOW, "He looks for them", "The mother", after, person=father.pk)
        mark_safety(who, child.pk, mark=hidden)
        place = Place(AddressKind.HOME, SECRET, "The mother", "ZZ9 9ZZ")
        add_address(who, child.pk, person=mother.pk, place=place, seal_because="A refuge")
        add_address(who, child.pk, person=child.pk, place=Place(AddressKind.SCHOOL, "2 School Lane", "Known"))
        # The same address written down again, by somebody who did not know that it is sealed.
        add_address(who, child.pk, person=child.pk, place=replace(place, lines="17, hidden way"))
        add_safe_contact(who, child.pk, person=mother.pk, reach=Reach(ContactWay.PHONE, "01632 960 111"))
        add_involvement(who, child.pk, work=Work("Year 9 team", made_on, contact="Office"))
        add_identifier(who, child.pk, kind=IdentifierKind.NHS, value="943 476 5919", source="Red book")
        said = View(
            child=child,
            by_person=child,
            about="Football",
            own_words="Fridays are mine",
            obtained=Obtained.SAID,
            said_on=before,
        )
        keep(who, said, "view-recorded")
    return child
