"""What people answered: whether the child can decide, what they or a parent said about sharing, whom not to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sharewell.casework.assess_competence import Understanding, assess_competence
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.record_consent import Cell, Reply, record_consent
from sharewell.casework.record_wish import Wanted, record_wish
from sharewell.register.competence import Competence, CompetenceAssessment, Finding
from sharewell.register.consent import Answer, Capacity, Consent, Route
from sharewell.register.person import Person
from sharewell.register.request import InformationRequest
from sharewell.register.voice import Wish

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody answered, as what, about which cells. `words` names the text with their own words."""

    person: Person
    capacity: Capacity
    answer: Answer
    cells: tuple[Cell, ...] = ()
    words: str = ""
    route: Route = Route.SPOKEN
    review: bool = False
    competence: CompetenceAssessment | None = None


def competent(tale: Tale, house: House, request: InformationRequest | None = None) -> CompetenceAssessment:
    """The child, found able to decide this."""
    found = Understanding(
        decision_about=tale.words("purpose"),
        understands_what=Finding.YES,
        understands_who=Finding.YES,
        understands_consequences=Finding.YES,
        understands_choice=Finding.YES,
        weighs=Finding.YES,
        keeps_view=Finding.YES,
        under_pressure=Finding.NO,
        outcome=Competence.COMPETENT,
        reasoning=tale.words("understood"),
        assessed_on=tale.on,
        help_given="A quiet room, time to think, and somebody they trust close by",
        place="In private, without the parents",
        request=request.pk if request else None,
    )
    with tale.working(house) as who:
        return assess_competence(who, house.child.pk, found=found)


def replied(tale: Tale, house: House, said: Answered, *, request: InformationRequest | None = None) -> Consent:
    """The answer, written down."""
    agreed = said.answer in (Answer.GIVEN, Answer.PARTIAL)
    reply = Reply(
        by_person=said.person.pk,
        capacity=said.capacity,
        answer=said.answer,
        route=said.route,
        purpose=tale.words("purpose"),
        answered_on=tale.on,
        cells=said.cells,
        explained=tale.words("explained") if agreed else "",
        own_words=tale.words(said.words),
        reason_for_refusal="" if agreed else tale.words("reason_for_refusal"),
        until_on=tale.on + _YEAR if agreed and said.review else None,
        review_on=tale.on + _YEAR / 2 if agreed and said.review else None,
        request=request.pk if request else None,
        competence=said.competence.pk if said.competence else None,
    )
    with tale.working(house) as who:
        return record_consent(who, house.child.pk, reply=reply)


def wished(tale: Tale, house: House, person: Person, competence: CompetenceAssessment | None) -> Wish:
    """That somebody is not told."""
    wanted = Wanted(
        not_told=person.pk,
        about=tale.words("purpose"),
        own_words=tale.words("wish"),
        review_on=tale.on + timedelta(days=90),
        competence=competence.pk if competence else None,
    )
    with tale.working(house) as who:
        return record_wish(who, house.child.pk, wanted=wanted)
