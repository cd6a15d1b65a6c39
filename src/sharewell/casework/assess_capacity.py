"""Write down whether somebody of 16 or over can decide this: both stages of the test, the help given, and what is best.

Capacity is presumed. It is lacking only where an impairment of mind or brain makes them unable, for this, now.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.assess_competence import request_of
from sharewell.casework.birthday import age_on
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.whose_answer import whose_answer
from sharewell.register.competence import CapacityAssessment, CapacityOutcome, Finding

#: What somebody has to be able to do, one of which has to fail.
ABILITIES = ("understands", "retains", "weighs", "communicates")


@dataclass(frozen=True, slots=True)
class Ability:
    """What was found, stage by stage."""

    decision_about: str
    impairment: Finding
    understands: Finding
    retains: Finding
    weighs: Finding
    communicates: Finding
    because_of_impairment: Finding
    may_regain: Finding
    help_given: str
    outcome: CapacityOutcome
    reasoning: str
    assessed_on: date
    impairment_words: str = ""
    consulted: str = ""
    best_interests: str = ""
    request: uuid.UUID | None = None
    once: uuid.UUID | None = None


def assess_capacity(who: Acting, person: uuid.UUID, *, found: Ability) -> CapacityAssessment:
    """The assessment.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    theirs_to_see = theirs(who, person, act=Act.ASSESS)
    age = age_on(theirs_to_see.born_on, found.assessed_on)
    problems = {**_problems(who, found), **_stages(found)}
    if age is not None and age < _from_age():
        problems["assessed_on"] = "They were too young for this test on that day. Use the one for a child"
    if problems:
        raise Unfinished(problems)
    request = request_of(who, theirs_to_see, found.request)
    if found.once and (before := done_before(who, CapacityAssessment, found.once)):
        raise AlreadyDone(before.pk)
    made = CapacityAssessment(
        person=theirs_to_see,
        request=request,
        decision_about=found.decision_about.strip(),
        impairment=found.impairment,
        impairment_words=found.impairment_words.strip(),
        understands=found.understands,
        retains=found.retains,
        weighs=found.weighs,
        communicates=found.communicates,
        because_of_impairment=found.because_of_impairment,
        help_given=found.help_given.strip(),
        may_regain=found.may_regain,
        reasoning=found.reasoning.strip(),
        outcome=found.outcome,
        consulted=found.consulted.strip(),
        best_interests=found.best_interests.strip(),
        assessed_on=found.assessed_on,
    )
    if found.once:
        made.pk = found.once
    return keep(who, made, "capacity-assessed")


def _from_age() -> int:
    """From which age the test applies, as the table of whose answer decides has it."""
    return min(tier.from_age for tier in whose_answer().tiers if tier.needs == "capacity")


def _problems(who: Acting, found: Ability) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not found.decision_about.strip():
        problems["decision_about"] = "Say which decision this is about: it counts for that one only"
    if not found.help_given.strip():
        problems["help_given"] = "Say what you did to help them decide: words, pictures, time, somebody they trust"
    if not found.reasoning.strip():
        problems["reasoning"] = "Say what they said or did that shows it"
    if found.assessed_on > who.on:
        problems["assessed_on"] = "The day must be today or earlier"
    if found.impairment == Finding.YES and not found.impairment_words.strip():
        problems["impairment_words"] = "Say what it is, and what shows it"
    return problems


def _stages(found: Ability) -> dict[str, str]:
    unable = any(getattr(found, name) == Finding.NO for name in ABILITIES)
    both = found.impairment == Finding.YES and unable and found.because_of_impairment == Finding.YES
    if found.outcome != CapacityOutcome.LACKS_CAPACITY:
        settled = both and found.outcome == CapacityOutcome.HAS_CAPACITY
        return (
            {"outcome": "Your answers say that they cannot decide this now. Change them, or the result"}
            if settled
            else {}
        )
    if not both:
        return {
            "outcome": "For “lacks capacity” there has to be an impairment, something that they cannot do, and the"
            " one has to come from the other. Otherwise they can decide, or it is not settled"
        }
    problems: dict[str, str] = {}
    if not found.best_interests.strip():
        problems["best_interests"] = "Say what is best for them, and what they want, feel and believe"
    if not found.consulted.strip():
        problems["consulted"] = "Say whom you asked about what is best for them, or why nobody"
    return problems
