"""What the record knows on one day that bears on one request: small frozen values, read once.

`casework.known` makes answers of it. Nothing in here is worked out beyond which rows count on the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sharewell.casework.acting import Acting
from sharewell.casework.consent_cells import Asked as Question
from sharewell.casework.consent_cells import State
from sharewell.casework.consent_standing import Said, answers_about
from sharewell.register.competence import CapacityAssessment, CompetenceAssessment
from sharewell.register.consent import NotAsked
from sharewell.register.family import CourtOrder, ParentalResponsibility, Relationship
from sharewell.register.holding import InformationItem
from sharewell.register.request import InformationRequest
from sharewell.register.safety import SafetyMark
from sharewell.register.voice import View, Wish


@dataclass(frozen=True, slots=True)
class Noted:
    """One row that says something: which row, what it says in the register's words, and about whom."""

    table: str
    row: UUID
    says: str
    person: UUID | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """The child as the record has them."""

    row: UUID
    born_on: date | None
    born_certainty: str
    expected_on: date | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The request, with the sectors of both sides where the record has them."""

    row: UUID
    direction: str
    trigger: str
    kind: str
    agreement: str
    identity_checked: bool
    compatible: str
    recipient: UUID | None
    recipient_sector: str
    own_row: UUID
    own_sector: str
    person: UUID | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that bears on the request, on the day. Each tuple holds the rows that count, the newest last."""

    on: date
    child: Child
    asked: Asked
    kinship: tuple[Noted, ...] = ()
    responsibility: tuple[Noted, ...] = ()
    orders: tuple[Noted, ...] = ()
    marks: tuple[Noted, ...] = ()
    wishes: tuple[Noted, ...] = ()
    consents: tuple[Noted, ...] = ()
    decides: tuple[Noted, ...] = ()
    not_asked: tuple[Noted, ...] = ()
    competence: tuple[Noted, ...] = ()
    capacity: tuple[Noted, ...] = ()
    views: tuple[Noted, ...] = ()
    items: tuple[Noted, ...] = ()
    item_marks: tuple[Noted, ...] = ()
    item_levels: tuple[Noted, ...] = ()
    sources: tuple[Noted, ...] = ()
    covered: tuple[Noted, ...] = ()


def snapshot_of(who: Acting, request: InformationRequest) -> Snapshot:
    """What the record knows on the day about a request that was opened. A fixed number of queries."""
    child, on = request.child, who.on
    items = InformationItem.objects.filter(requests__request=request).order_by("recorded_at", "id")
    held = list(items)
    return Snapshot(
        on=on,
        child=Child(child.pk, child.born_on, child.born_certainty, child.expected_on),
        asked=Asked(
            row=request.pk,
            direction=request.direction,
            trigger=request.trigger,
            kind=request.kind,
            agreement=request.agreement_reference,
            identity_checked=request.identity_checked_at is not None,
            compatible=request.compatible,
            recipient=request.organisation_id,
            recipient_sector=request.organisation.sector if request.organisation else "",
            own_row=who.organisation.pk,
            own_sector=who.organisation.sector,
            person=request.person_id,
        ),
        kinship=_kinship(request, on),
        responsibility=_responsibility(request, on),
        orders=_orders(request, on),
        marks=tuple(
            Noted("safetymark", each.pk, each.kind, each.person_id)
            for each in SafetyMark.objects.filter(child=child, end__isnull=True).order_by("recorded_at", "id")
        ),
        wishes=tuple(
            Noted("wish", each.pk, "not-told", each.not_told_id)
            for each in Wish.objects.filter(child=child, end__isnull=True, from_on__lte=on).order_by("recorded_at")
        ),
        **_standing(request, held, on),
        not_asked=tuple(
            Noted("notasked", each.pk, each.reason, each.person_id)
            for each in NotAsked.objects.filter(request=request).order_by("recorded_at")
        ),
        competence=tuple(
            Noted("competenceassessment", each.pk, each.outcome, more=each.under_pressure)
            for each in CompetenceAssessment.objects.filter(request=request, child=child).order_by("recorded_at")
        ),
        capacity=tuple(
            Noted("capacityassessment", each.pk, each.outcome)
            for each in CapacityAssessment.objects.filter(request=request, person=child).order_by("recorded_at")
        ),
        views=tuple(
            Noted("view", each.pk, each.obtained)
            for each in View.objects.filter(request=request, by_person=child).order_by("recorded_at")
        ),
        items=tuple(Noted("informationitem", each.pk, each.category) for each in held),
        item_marks=tuple(Noted("informationitem", each.pk, each.mark) for each in held),
        item_levels=tuple(Noted("informationitem", each.pk, each.level) for each in held),
        sources=tuple(Noted("informationitem", each.pk, "yes") for each in held if each.protect_source == "yes"),
    )


def _standing(request: InformationRequest, items: Iterable[InformationItem], on: date) -> dict[str, tuple[Noted, ...]]:
    """Who said what, whose answer decides, and what of it covers each item. What counts is worked out elsewhere."""
    answers = answers_about(request.child)
    asked = Question(
        purpose=request.purpose,
        request=request.pk,
        recipient=request.organisation_id,
        recipient_words=request.organisation_words,
    )
    whole = answers.standing(asked, on=on)
    covered = []
    if whole.state in (State.GIVEN, State.PARTIAL) and whole.decides:
        row = whole.decides[0].consent
        for item in items:
            part = answers.standing(replace(asked, item=item.pk, category=item.category), on=on)
            covered.append(Noted("consent", row.pk, part.state.value, row.by_person_id))
    return {
        "consents": tuple(_said(each) for each in whole.said),
        "decides": tuple(_said(each) for each in whole.decides),
        "covered": tuple(covered),
    }


def _said(each: Said) -> Noted:
    tier = each.tier.name if each.tier else ""
    return Noted("consent", each.consent.pk, each.state.value, each.consent.by_person_id, more=tier)


def _kinship(request: InformationRequest, on: date) -> tuple[Noted, ...]:
    if request.person_id is None:
        return ()
    found = Relationship.objects.filter(child=request.child, other=request.person_id).order_by("recorded_at", "id")
    return tuple(
        Noted("relationship", each.pk, each.kinship, each.other_id)
        for each in found
        if each.to_on is None or each.to_on >= on
    )


def _responsibility(request: InformationRequest, on: date) -> tuple[Noted, ...]:
    found = ParentalResponsibility.objects.filter(child=request.child).select_related("end").order_by("recorded_at")
    made = []
    for each in found:
        ended = getattr(each, "end", None)
        over = (ended and ended.ended_on <= on) or (each.expires_on and each.expires_on < on)
        seen = "seen" if each.evidence_seen_on else ""
        made.append(
            Noted("parentalresponsibility", each.pk, each.ground, each.holder_id, more="ended" if over else seen)
        )
    return tuple(made)


def _orders(request: InformationRequest, on: date) -> tuple[Noted, ...]:
    found = CourtOrder.objects.filter(child=request.child, end__isnull=True, made_on__lte=on).order_by("recorded_at")
    return tuple(
        Noted("courtorder", each.pk, each.kind, each.against_id)
        for each in found
        if each.expires_on is None or each.expires_on >= on
    )
