"""Write down whether a child under 16 can decide this: the test's own questions, for this decision, on this day.

An assessment is never carried over, and nobody is competent for a decision that they are pressed into.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.competence import Competence, CompetenceAssessment, Finding
from sharewell.register.person import Person
from sharewell.register.request import InformationRequest

#: The questions of the test, each of which has to be answered with yes.
UNDERSTANDING = (
    "understands_what", "understands_who", "understands_consequences", "understands_choice", "weighs", "keeps_view",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was found. `decision_about` is the purpose, in the words in which it will be agreed to or not."""

    decision_about: str
    understands_what: Finding
    understands_who: Finding
    understands_consequences: Finding
    understands_choice: Finding
    weighs: Finding
    keeps_view: Finding
    under_pressure: Finding
    outcome: Competence
    reasoning: str
    assessed_on: date
    help_given: str = ""
    place: str = ""
    request: uuid.UUID | None = None
    once: uuid.UUID | None = None


def assess_competence(who: Acting, child: uuid.UUID, *, found: Understanding) -> CompetenceAssessment:
    """The assessment. The outcome is the practitioner's, within what the answers allow.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    person = theirs(who, child, act=Act.ASSESS)
    problems = _problems(who, found)
    if problems:
        raise Unfinished(problems)
    request = request_of(who, person, found.request)
    if found.once and (before := done_before(who, CompetenceAssessment, found.once)):
        raise AlreadyDone(before.pk)
    made = CompetenceAssessment(
        child=person,
        request=request,
        decision_about=found.decision_about.strip(),
        understands_what=found.understands_what,
        understands_who=found.understands_who,
        understands_consequences=found.understands_consequences,
        understands_choice=found.understands_choice,
        weighs=found.weighs,
        keeps_view=found.keeps_view,
        under_pressure=found.under_pressure,
        reasoning=found.reasoning.strip(),
        help_given=found.help_given.strip(),
        outcome=found.outcome,
        assessed_on=found.assessed_on,
        place=found.place.strip(),
    )
    if found.once:
        made.pk = found.once
    return keep(who, made, "competence-assessed")


def _problems(who: Acting, found: Understanding) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not found.decision_about.strip():
        problems["decision_about"] = "Say which decision this is about: it counts for that one only"
    if not found.reasoning.strip():
        problems["reasoning"] = "Say what the child said or did that shows it"
    if found.assessed_on > who.on:
        problems["assessed_on"] = "The day must be today or earlier"
    understood = all(getattr(found, name) == Finding.YES for name in UNDERSTANDING)
    if found.outcome == Competence.COMPETENT and found.under_pressure != Finding.NO:
        problems["outcome"] = "While somebody may be pressing them, a child cannot be found able to decide this"
    elif found.outcome == Competence.COMPETENT and not understood:
        problems["outcome"] = (
            "Not every answer is yes, so this cannot be “able to decide”. Choose another, or look again"
        )
    elif found.outcome == Competence.NOT_COMPETENT and understood and found.under_pressure == Finding.NO:
        problems["outcome"] = "Every answer says that they can decide this. Change the answers, or what they come to"
    return problems


def request_of(who: Acting, child: Person, sought: uuid.UUID | None) -> InformationRequest | None:
    """The request that something is about, if it names one of this child.

    Raises: NotThere.
    """
    if sought is None:
        return None
    found = of_child(who, InformationRequest, sought, act=Act.OPEN_RECORD)
    if found.child_id != child.pk:
        raise NotThere("request", sought)
    return found
