"""Agree that a safety mark be lifted: somebody else than the one who asked, whose role allows it."""

from __future__ import annotations

import uuid

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change, keep
from sharewell.casework.once import one_at_a_time
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.safety import SafetyMarkEnd, SafetyMarkLift
from sharewell.register.voice import Review, ReviewKind


def lift_safety(who: Acting, lift: uuid.UUID, *, reason: str) -> SafetyMarkEnd:
    """The end of the mark, with both names. Its review is done.

    Raises: MayNot, NotThere, Unfinished; AlreadyDone if the mark was lifted.
    """
    asked = of_child(who, SafetyMarkLift, lift, act=Act.LIFT_SAFETY, by="mark__child")
    if asked.recorded_by_id == who.practitioner.pk:
        raise Unfinished({"reason": "You asked for this: somebody else must agree to it"})
    if not reason.strip():
        raise Unfinished({"reason": "Say how you made sure that it is safe"})
    one_at_a_time()
    if before := SafetyMarkEnd.objects.filter(mark=asked.mark).first():
        raise AlreadyDone(before.pk)
    end = SafetyMarkEnd(mark=asked.mark, reason=reason.strip(), agreed_by=asked.recorded_by)
    keep(who, end, "safety-lifted")
    for due in Review.objects.filter(kind=ReviewKind.SAFETY, about=asked.mark_id, done_at__isnull=True):
        change(who, due, "review-done", done_at=who.at, done_by=who.practitioner, note="The mark was lifted.")
    return end
