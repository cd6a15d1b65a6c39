"""Write down that somebody holds parental responsibility, on which evidence; and that it ended, or was never right."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.within import of_child, person_around
from sharewell.register.family import Ground, ParentalResponsibility, ParentalResponsibilityEnd
from sharewell.register.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Claim:
    """How somebody comes to hold it: the ground, what was seen and when, the day it began and the day it runs out."""

    ground: Ground
    evidence: str = ""
    evidence_seen_on: date | None = None
    from_on: date | None = None
    expires_on: date | None = None


def record_parental_responsibility(
    who: Acting, child: uuid.UUID, *, claim: Claim, holder: uuid.UUID | None = None, council: uuid.UUID | None = None
) -> ParentalResponsibility:
    """What was said or shown. Whether it counts on a day is worked out by `family_of`.

    Raises: MayNot, NotThere, Unfinished.
    """
    about = theirs(who, child, act=Act.CHANGE_RECORD)
    problems: dict[str, str] = {}
    if (holder is None) == (council is None) or holder == about.pk:
        problems["holder"] = "Choose one person, or the organisation that holds it"
    if claim.evidence_seen_on and claim.evidence_seen_on > who.on:
        problems["evidence_seen_on"] = "The day you saw it must be today or earlier"
    if claim.evidence_seen_on and not claim.evidence.strip():
        problems["evidence"] = "Say what you saw, such as the full birth certificate"
    if claim.from_on and claim.expires_on and claim.expires_on < claim.from_on:
        problems["expires_on"] = "The last day cannot come before the first"
    if problems:
        raise Unfinished(problems)
    body = Organisation.objects.filter(pk=council).first() if council else None
    if council and body is None:
        raise NotThere("organisation", council)
    made = ParentalResponsibility(
        child=about,
        holder=person_around(about, holder) if holder else None,
        council=body,
        ground=claim.ground,
        evidence=claim.evidence.strip(),
        evidence_seen_on=claim.evidence_seen_on,
        from_on=claim.from_on,
        expires_on=claim.expires_on,
    )
    return keep(who, made, "responsibility-recorded")


def end_parental_responsibility(
    who: Acting, holding: uuid.UUID, *, ended_on: date, reason: str
) -> ParentalResponsibilityEnd:
    """That it ended on a day, or was never right.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = of_child(who, ParentalResponsibility, holding, act=Act.CHANGE_RECORD)
    if before := ParentalResponsibilityEnd.objects.filter(holding=found).first():
        raise AlreadyDone(before.pk)
    problems = {} if reason.strip() else {"reason": "Say how it ended, or why it was never right"}
    if ended_on > who.on:
        problems["ended_on"] = "The last day must be today or earlier"
    if problems:
        raise Unfinished(problems)
    end = ParentalResponsibilityEnd(holding=found, ended_on=ended_on, reason=reason.strip())
    return keep(who, end, "responsibility-ended")
