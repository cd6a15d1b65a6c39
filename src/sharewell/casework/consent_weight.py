"""Whether somebody's answer counts on a day, and in which tier: age, competence, capacity, parental responsibility."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sharewell.casework.birthday import age_on
from sharewell.casework.consent_cells import same_decision
from sharewell.casework.whose_answer import Reason, Tier, reason, whose_answer
from sharewell.register.competence import CapacityAssessment, CapacityOutcome, Competence, CompetenceAssessment
from sharewell.register.consent import Answer, Capacity, Consent
from sharewell.register.family import Ground, ParentalResponsibility
from sharewell.register.person import Person

#: By which a council holds parental responsibility.
_COUNCIL = frozenset({Ground.CARE_ORDER, Ground.EMERGENCY_ORDER})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the record holds beside the answers: read once, asked often."""

    child: Person
    responsibilities: tuple[ParentalResponsibility, ...]
    competence: tuple[CompetenceAssessment, ...]
    capacity: tuple[CapacityAssessment, ...]


def surroundings(child: Person) -> Surroundings:
    """In three queries."""
    return Surroundings(
        child=child,
        responsibilities=tuple(
            ParentalResponsibility.objects.filter(child=child).select_related("end", "holder", "council")
        ),
        competence=tuple(CompetenceAssessment.objects.filter(child=child).order_by("assessed_on", "recorded_at")),
        capacity=tuple(CapacityAssessment.objects.filter(person=child).order_by("assessed_on", "recorded_at")),
    )


def held_on(held: ParentalResponsibility, on: date) -> bool:
    """Whether parental responsibility was held on a day, as far as the record shows."""
    end = getattr(held, "end", None)
    began = held.from_on is None or held.from_on <= on
    runs = held.expires_on is None or held.expires_on >= on
    return began and runs and (end is None or end.ended_on > on)


def grounds_of(person: uuid.UUID, held: Iterable[ParentalResponsibility], on: date) -> frozenset[str]:
    """By which grounds a person holds parental responsibility on a day."""
    return frozenset(each.ground for each in held if each.holder_id == person and held_on(each, on))


def tier_of(consent: Consent, around: Surroundings, on: date) -> tuple[Tier | None, Reason | None]:
    """The tier in which an answer counts, or none; and a reason where there is something to say about it."""
    if consent.capacity == Capacity.CHILD:
        return None, reason("not-competent")
    if consent.capacity == Capacity.ADULT_SELF and consent.by_person_id != around.child.pk:
        return None, reason("about-themselves")
    age = age_on(around.child.born_on, on)
    fitting = [tier for tier in whose_answer().tiers if consent.capacity in tier.capacities]
    of_age = [tier for tier in fitting if tier.fits_age(age)]
    if not of_age:
        return None, reason("other-age")
    why_not: Reason | None = None
    for tier in of_age:
        counts, why_not = _TESTS[tier.needs](consent, around, on)
        if counts:
            return tier, why_not
    return None, why_not


Tested = tuple[bool, Reason | None]


def _always(_: Consent, __: Surroundings, ___: date) -> Tested:
    return True, None


def _competent(consent: Consent, around: Surroundings, on: date) -> Tested:
    """By the newest assessment of this very decision: nothing is carried over from another."""
    this = (consent.request_id, consent.purpose)
    mine = [
        each
        for each in around.competence
        if each.assessed_on <= on
        and (each.pk == consent.competence_id or same_decision((each.request_id, each.decision_about), this))
    ]
    holds = bool(mine) and mine[-1].outcome == Competence.COMPETENT
    return (True, None) if holds else (False, reason("competence-changed"))


def _capacity(consent: Consent, around: Surroundings, on: date) -> Tested:
    """Presumed, unless the newest assessment of this very decision came to lacking."""
    this = (consent.request_id, consent.purpose)
    mine = [
        each
        for each in around.capacity
        if each.assessed_on <= on and same_decision((each.request_id, each.decision_about), this)
    ]
    lacks = bool(mine) and mine[-1].outcome == CapacityOutcome.LACKS_CAPACITY
    return (False, reason("lacks-capacity")) if lacks else (True, None)


def _responsible(consent: Consent, around: Surroundings, on: date) -> Tested:
    grounds = grounds_of(consent.by_person_id, around.responsibilities, on)
    if grounds - {Ground.CLAIMED}:
        return True, None
    if grounds:
        return consent.answer == Answer.REFUSED, reason("only-claimed")
    return False, reason("not-responsible")


def _special_guardian(consent: Consent, around: Surroundings, on: date) -> Tested:
    grounds = grounds_of(consent.by_person_id, around.responsibilities, on)
    return Ground.SPECIAL_GUARDIAN in grounds, None


def _council(_: Consent, around: Surroundings, on: date) -> Tested:
    held = any(each.council_id and each.ground in _COUNCIL and held_on(each, on) for each in around.responsibilities)
    return held, None if held else reason("no-care-order")


_TESTS: Mapping[str, Callable[[Consent, Surroundings, date], Tested]] = {
    "": _always,
    "own": _always,
    "competent": _competent,
    "capacity": _capacity,
    "responsible": _responsible,
    "special-guardian": _special_guardian,
    "council": _council,
}
