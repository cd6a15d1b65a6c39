"""Alice's child with a row of every kind behind every address, and everybody who must see nothing of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.db import models

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.assess_competence import assess_competence
from sharewell.casework.decide import decide
from sharewell.casework.keep import keep, keep_shared
from sharewell.casework.keep_file import keep_file
from sharewell.casework.propose import propose
from sharewell.casework.record_consent import record_consent
from sharewell.casework.record_disclosure import Given, record_disclosure
from sharewell.casework.record_emergency import record_emergency
from sharewell.casework.record_item import record_item
from sharewell.register.advice import AdviceRequest, Rota
from sharewell.register.factor import Factor, FactorKind
from sharewell.register.family import CourtOrder, ParentalResponsibility, Relationship
from sharewell.register.holding import HeldFile
from sharewell.register.involvement import Involvement
from sharewell.register.organisation import Channel, ContactPoint, Organisation, Team
from sharewell.register.person import Address, Identifier, Person, SafeContact
from sharewell.register.practitioner import Post, Role
from sharewell.register.relationship import BrokenGlass, GlassReason, LegitimateRelationship
from sharewell.register.safety import SafetyMark, SafetyMarkLift
from sharewell.register.voice import Review, ReviewKind, View, Wish
from tests.casework.children import curious, lead_of, tie
from tests.casework.conftest import someone
from tests.casework.record_rows import a_request, deciding, determined, rules, wanted
from tests.casework.test_consent import reply
from tests.casework.test_emergency import HAPPENED
from tests.casework.test_holding import PDF, SEEN
from tests.casework.test_voice import ABLE
from tests.web.full_record import full_record

#: Words of the record that may stand on no page, in no header and in no line of a log of somebody else.
WORDS = (
    "Mira", "Fennimore", "Ottilie", "Jory", "May 2012", "3 May", "Hidden Way", "ZZ9", "School Lane", "01632 960 111",
    "943 476 5919", "9434765919", "Late and hungry", "had not eaten", "A refuge", "looks for them", "Fridays are mine",
    "Not to come near", "Year 9 team", "letter-from-home", "Petunia purpose", "Priya Quill", "Zebra question",
    "Walrus reasons", "Grandmother at the door", "Wish for Pelican", "Alice Penrose", "Bob Tarrant",
)  # fmt: skip
EVERY_ROLE = tuple(Role)


@dataclass
class World:
    """Who is in it, and the identifiers of rows by the name that the tables of attack give them."""

    alice: Acting
    bob: Acting
    gwen: Acting
    admin: Acting
    child: Person
    rows: dict[str, uuid.UUID] = field(default_factory=dict)
    attackers: dict[str, Acting] = field(default_factory=dict)

    @property
    def insiders(self) -> tuple[Acting, ...]:
        """Those who may open one page or another of it."""
        return (self.alice, self.bob, self.gwen, self.admin)


def a_world(school: Organisation, clinic: Organisation, alice: Acting, bob: Acting) -> World:
    """All of it, and the attackers by name."""
    gwen = lead_of(school)
    admin = someone("Una Marsh", school, Role.ADMINISTRATOR, title="Administrator")
    child = full_record(alice)
    tie(bob, child)
    made = World(alice, bob, gwen, admin, child, {"child": child.pk, "organisation": clinic.pk})
    _of_family(made)
    _of_holding_and_consent(made, clinic)
    _of_decisions(made, clinic)
    _of_people(made, clinic)
    made.attackers = {
        "another agency, every role": someone("Charlie Okoro", clinic, *EVERY_ROLE, title="Health visitor"),
        "the ex-partner": someone("Joram Hart", clinic, Role.PRACTITIONER, title="Physiotherapist"),
        "a curious colleague": curious(school),
        "a colleague who looks after accounts": someone("Vic Odell", school, Role.ADMINISTRATOR, title="Accounts"),
    }
    return made


def _first(model: type[models.Model], **more: object) -> uuid.UUID:
    found: uuid.UUID = model._default_manager.filter(**more).values_list("pk", flat=True)[0]
    return found


def _of_family(it: World) -> None:
    child = it.child
    mark = SafetyMark.objects.filter(child=child).order_by("recorded_at", "id")[0]
    with transaction_of(it.alice):
        asked = SafetyMarkLift(mark=mark, reason="Walrus reasons")
        keep(it.alice, asked, "lift-asked")
    it.rows |= {
        "relationship": _first(Relationship, child=child),
        "responsibility": _first(ParentalResponsibility, child=child),
        "order": _first(CourtOrder, child=child),
        "address": _first(Address, person=child),
        "contact": _first(SafeContact),
        "mark": mark.pk,
        "lift": asked.pk,
        "sealed": _first(SafetyMark, child=child, kind="sealed-address"),
        "service": _first(Involvement, person=child),
        "allocation": _first(LegitimateRelationship, child=child),
        "number": _first(Identifier, person=child),
        "person": _first(Relationship, child=child),
        "view": _first(View, child=child),
    }
    it.rows["person"] = Relationship.objects.filter(child=child).values_list("other", flat=True)[0]


def _of_holding_and_consent(it: World, clinic: Organisation) -> None:
    alice, child = it.alice, it.child
    mother = Person.objects.get(given_name="Ottilie")
    with transaction_of(alice):
        item = record_item(alice, child.pk, said=SEEN)
        held = keep_file(alice, item.pk, name="letter-from-home.pdf", content=PDF)
        able = assess_competence(alice, child.pk, found=ABLE)
        given = record_consent(alice, child.pk, reply=replace(reply(mother, clinic), purpose="Petunia purpose"))
        wish = Wish(
            child=child, not_told=mother, about="Wish for Pelican", own_words="", competence=able, from_on=alice.on,
            review_on=alice.on + timedelta(days=60),
        )  # fmt: skip
        keep(alice, wish, "wish-recorded")
        review = Review(child=child, kind=ReviewKind.WISH, about=wish.pk, due_at=alice.at)
        keep(alice, review, "review-asked")
    it.rows |= {"item": item.pk, "file": held.pk, "consent": given.pk, "wish": wish.pk, "review": review.pk}
    it.rows |= {"competence": able.pk, "held": HeldFile.objects.get().pk}


def _of_decisions(it: World, clinic: Organisation) -> None:
    alice, child = it.alice, it.child
    with transaction_of(alice):
        said = wanted(clinic, purpose="Petunia purpose")
        about, open_one = a_request(alice, child, said=said), a_request(alice, child, said=said)
        on, on_other = determined(alice, about), determined(alice, open_one)
        decision = decide(alice, about.pk, deciding=deciding(about, on, rationale="Walrus reasons"))
        given = Given(recipient_name="Priya Quill", channel=Channel.PHONE, organisation=clinic.pk)
        gone = record_disclosure(alice, decision.pk, given=given, once=uuid.uuid4())
        asked = AdviceRequest(
            request=open_one, rota=Rota.SAFEGUARDING, question="Zebra question", described="Zebra question",
            without_names="no", reply_by=alice.at + timedelta(hours=4),
        )  # fmt: skip
        keep(alice, asked, "advice-asked")
        proposed = propose(alice, open_one.pk, deciding=deciding(open_one, on_other))
        urgent = record_emergency(alice, child.pk, happened=HAPPENED, rules=rules(), once=uuid.uuid4())
    it.rows |= {
        "request": about.pk, "open request": open_one.pk, "decision": decision.pk, "disclosure": gone.pk,
        "advice": asked.pk, "proposal": proposed.pk, "emergency": urgent.pk, "determination": on.pk,
    }  # fmt: skip


def _of_people(it: World, clinic: Organisation) -> None:
    alice, school = it.alice, it.alice.organisation
    breaker = someone("Erin Vale", school, Role.PRACTITIONER)
    with transaction_of(breaker):
        glass = BrokenGlass(
            practitioner=breaker.practitioner, child=it.child, reason=GlassReason.CHILD_PRESENT,
            words="Grandmother at the door", from_at=alice.at, until_at=alice.at + timedelta(hours=1),
        )  # fmt: skip
        keep(breaker, glass, "glass-broken")
    with transaction_of(alice):
        point = keep(
            alice,
            ContactPoint(organisation=clinic, channel=Channel.PHONE, label="Desk", value="01632 960 222"),
            "contact-added",
        )
        team = keep(alice, Team(name="Walrus reasons team"), "team-made")
        factor = Factor(
            practitioner=alice.practitioner,
            kind=FactorKind.TOTP,
            label="Phone",
            sealed=b"x",
            added_at=alice.at,
            confirmed_at=alice.at,
        )
        keep_shared(alice, factor, "factor-added")
    it.rows |= {
        "glass": glass.pk, "point": point.pk, "team": team.pk, "factor": factor.pk,
        "practitioner": alice.practitioner.pk, "post": _first(Post, practitioner=alice.practitioner),
    }  # fmt: skip
