"""Write down that a young person who can decide this does not want somebody to be told; and that a wish ended.

From then on `told_to` says no about that person, to every way out.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.birthday import age_on
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before, one_at_a_time
from sharewell.casework.plan_review import plan_review
from sharewell.casework.record_not_asked import colleague
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.whose_answer import whose_answer
from sharewell.casework.within import of_child, person_around
from sharewell.register.competence import Competence, CompetenceAssessment
from sharewell.register.person import Person
from sharewell.register.voice import ReviewKind, Wish, WishEnd

CHANGED_MIND, OVERRULED = "changed-mind", "overruled"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is not to be told, about what, in the young person's words, and when to ask again."""

    not_told: uuid.UUID
    about: str
    own_words: str
    review_on: date
    competence: uuid.UUID | None = None
    once: uuid.UUID | None = None


def record_wish(who: Acting, child: uuid.UUID, *, wanted: Wanted) -> Wish:
    """The wish, live from today.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = theirs(who, child, act=Act.RECORD_CONSENT)
    person = person_around(found, wanted.not_told)
    assessments = CompetenceAssessment.objects.filter(child=found)
    assessment = assessments.filter(pk=wanted.competence).first() if wanted.competence else None
    problems: dict[str, str] = {}
    if person.pk == found.pk:
        problems["not_told"] = "Choose somebody other than the child"
    if not wanted.about.strip():
        problems["about"] = "Say what it is that they are not to be told"
    if wanted.review_on <= who.on:
        problems["review_on"] = "Choose a day on which you will ask again"
    if not _can_decide(found, assessment, who.on):
        problems["competence"] = (
            "First write down how you know that they can decide this. If they cannot, and telling would put them in"
            " danger, mark on the record who must not know"
        )
    if problems:
        raise Unfinished(problems)
    if wanted.once and (before := done_before(who, Wish, wanted.once)):
        raise AlreadyDone(before.pk)
    wish = Wish(
        child=found,
        not_told=person,
        about=wanted.about.strip(),
        own_words=wanted.own_words.strip(),
        competence=assessment,
        from_on=who.on,
        review_on=wanted.review_on,
    )
    if wanted.once:
        wish.pk = wanted.once
    keep(who, wish, "wish-recorded")
    plan_review(who, found, kind=ReviewKind.WISH, on=wanted.review_on, about=wish.pk)
    return wish


def _can_decide(child: Person, assessment: CompetenceAssessment | None, on: date) -> bool:
    """By an assessment that says so; or by an age from which it is presumed."""
    if assessment is not None:
        return assessment.outcome == Competence.COMPETENT and assessment.assessed_on <= on
    age = age_on(child.born_on, on)
    presumed = min(tier.from_age for tier in whose_answer().tiers if tier.needs == "capacity")
    return age is not None and age >= presumed


def end_wish(
    who: Acting,
    wish: uuid.UUID,
    *,
    kind: str,
    reason: str,
    agreed_by: uuid.UUID | None = None,
    young_person_told_on: date | None = None,
) -> WishEnd:
    """That it ended: they changed their mind, or two people overruled it for a reason.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = of_child(who, Wish, wish, act=Act.RECORD_CONSENT)
    problems: dict[str, str] = {}
    if kind not in (CHANGED_MIND, OVERRULED):
        problems["kind"] = "Say why it ended"
    if not reason.strip():
        problems["reason"] = "Write what they said, or why it had to be overruled"
    if kind == OVERRULED and agreed_by in (None, who.practitioner.pk):
        problems["agreed_by"] = "Somebody else has to agree before a young person’s wish is overruled"
    if young_person_told_on and young_person_told_on > who.on:
        problems["young_person_told_on"] = "The day must be today or earlier"
    if problems:
        raise Unfinished(problems)
    one_at_a_time()
    if before := WishEnd.objects.filter(wish=found).first():
        raise AlreadyDone(before.pk)
    row = WishEnd(
        wish=found,
        kind=kind,
        reason=reason.strip(),
        agreed_by=colleague(who, agreed_by),
        young_person_told_on=young_person_told_on,
    )
    return keep(who, row, "wish-ended")
