"""The reviews that are due, and saying that one is done."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import QuerySet

from sharewell.casework.access import children_of
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.voice import Review, ReviewKind

#: Reviews that a note does not end, and what does.
_ENDED_BY = {
    ReviewKind.RECORD: "Complete the record of the emergency. That ends this",
    ReviewKind.DECISION: "Open the decision, and say there that it stands or replace it. That ends this",
}


def due_reviews(who: Acting, until: datetime) -> QuerySet[Review]:
    """What is to be looked at again until a moment, for the children open to them, the first first."""
    return (
        Review.objects.filter(
            agency=who.organisation, child__in=children_of(who), done_at__isnull=True, due_at__lte=until
        )
        .select_related("child")
        .order_by("due_at", "id")
    )


def finish_review(who: Acting, review: uuid.UUID, *, note: str) -> Review:
    """Say what came of looking again.

    Raises: MayNot, NotThere also for a broken glass, which `review_glass` ends; Unfinished, AlreadyDone,
        ChangedMeanwhile.
    """
    found = of_child(who, Review, review, act=Act.CHANGE_RECORD)
    if found.kind == ReviewKind.GLASS:
        raise NotThere("review", review)
    if found.kind in _ENDED_BY:
        raise Unfinished({"note": _ENDED_BY[ReviewKind(found.kind)]})
    if found.done_at is not None:
        raise AlreadyDone(found.pk)
    if not note.strip():
        raise Unfinished({"note": "Write what you found when you looked again"})
    return change(who, found, "review-done", done_at=who.at, done_by=who.practitioner, note=note.strip())
