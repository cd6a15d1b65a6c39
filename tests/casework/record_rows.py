"""Rows that tests of requests and decisions start from: a child, a request, its answers, a decision."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from sharewell.authoring import load_pack
from sharewell.casework.acting import Acting
from sharewell.casework.deciding import Deciding, Told, Weighed
from sharewell.casework.determine_request import determine_request
from sharewell.casework.keep import keep
from sharewell.casework.make_request import Wanted, make_request
from sharewell.policy.compile import Compiled, compiled
from sharewell.policy.edition import Edition
from sharewell.policy.pack import Pack
from sharewell.register.decision import Choice
from sharewell.register.family import Ground, Kinship, ParentalResponsibility, Relationship
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.person import Person
from sharewell.register.relationship import LegitimateRelationship, Tie
from sharewell.register.request import Determination, Direction, InformationRequest, Trigger
from sharewell.replay.shelf import open_pack, packs_folder

ON = date(2026, 11, 25)


class TheRules:
    """Rules as the doors hand them in."""

    def __init__(self, pack: Pack, on: date = ON) -> None:
        self.pack = pack
        self.edition: Edition = pack.on(on)
        self.compiled: Compiled = compiled(self.edition)


@cache
def rules(name: str = "england") -> TheRules:
    """The newest release of a pack, made ready once."""
    return TheRules(open_pack(name))


@cache
def pack_text(name: str = "england") -> Pack:
    """A pack as its files have it."""
    return load_pack(packs_folder() / name)


def a_child(who: Acting, *, born: date | None = date(2011, 5, 3), given: str = "Wren", family: str = "Ashby") -> Person:
    """A child with a file, with whom `who` works."""
    child = keep(
        who,
        Person(
            given_name=given, family_name=family, born_on=born, born_certainty="seen" if born else "", has_file=True
        ),
        "record-begun",
    )
    works_with(who, child)
    return child


def works_with(who: Acting, child: Person, *, tie: Tie = Tie.ALLOCATED) -> None:
    """A live legitimate relationship."""
    keep(
        who,
        LegitimateRelationship(
            practitioner=who.practitioner, child=child, tie=tie, reason="You work with this child",
            from_at=who.at - timedelta(days=1), until_at=who.at + timedelta(days=90),
        ),
        "relationship-begun",
    )  # fmt: skip


def a_parent(who: Acting, child: Person, *, given: str, kinship: Kinship = Kinship.MOTHER, seen: bool = True) -> Person:
    """A parent with parental responsibility, on evidence that was seen."""
    parent = keep(who, Person(given_name=given, family_name=child.family_name), "person-added")
    keep(who, Relationship(child=child, other=parent, kinship=kinship, source="Told by the school"), "kin-added")
    keep(
        who,
        ParentalResponsibility(
            child=child, holder=parent, ground=Ground.REGISTERED, evidence="Birth certificate",
            evidence_seen_on=ON if seen else None,
        ),
        "responsibility-recorded",
    )  # fmt: skip
    return parent


def an_organisation(name: str = "Aldermere Children’s Services", sector: Sector = Sector.SOCIAL_CARE) -> Organisation:
    """A body that is only written to."""
    return Organisation.objects.create(name=name, sector=sector)


def wanted(organisation: Organisation | None = None, **more: object) -> Wanted:
    """Something that we wish to tell."""
    said: dict[str, object] = {
        "direction": Direction.OURS, "trigger": Trigger.OWN_INITIATIVE, "purpose": "To keep Wren safe",
        "organisation": organisation.pk if organisation else None, **more,
    }  # fmt: skip
    return Wanted(**said)  # type: ignore[arg-type]  # what each test says


def a_request(who: Acting, child: Person, *, said: Wanted | None = None) -> InformationRequest:
    """A request about a child."""
    return make_request(who, child.pk, wanted=said or wanted(an_organisation()), once=uuid.uuid4())


#: Answers on which the national rules expect sharing: a teacher fears that a child is being hurt.
WORRIED: Mapping[str, str] = {
    "immediate-danger": "no", "concern": "harm-suspected", "concern-kind": "physical", "special-matter": "none",
    "usual-checks": "none", "asked-so-far": "nobody", "age-band": "under-13", "sharer-kind": "maintained-school",
    "recipient-kind": "social-care", "purpose": "protect-child", "category": "safeguarding-record",
    "told-in-confidence": "no", "telling-risk": "none", "started-by": "us", "profession": "teacher",
}  # fmt: skip


def determined(
    who: Acting, request: InformationRequest, *, answers: Mapping[str, str] = WORRIED, pack: str = "england"
) -> Determination:
    """What the rules say."""
    return determine_request(who, request.pk, rules=rules(pack), answers=answers, known={})


def deciding(request: InformationRequest, on: Determination, **more: object) -> Deciding:
    """A decision to share, with what it needs and no more."""
    said: dict[str, object] = {
        "choice": Choice.SHARE, "determination": on.pk, "rationale": "There are bruises and a clear account.",
        "signature": "Alice Penrose", "once": uuid.uuid4(),
        "weighed": Weighed(harm_of_sharing="The family may stop talking to us.", harm_of_not_sharing="More bruises."),
        "told": (Told("after", person=request.child_id, told_on=ON),), **more,
    }  # fmt: skip
    return Deciding(**said)  # type: ignore[arg-type]  # what each test says
