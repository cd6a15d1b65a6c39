"""Look at a record that was opened without a relationship, and say whether that was right. Never one’s own."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change, keep
from sharewell.casework.once import one_at_a_time
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.register.relationship import BrokenGlass, GlassFinding, GlassReview
from sharewell.register.voice import Review, ReviewKind


def glass_to_review(who: Acting) -> QuerySet[BrokenGlass]:
    """What others of the agency broke and nobody has reviewed, the oldest first.

    Raises: MayNot.
    """
    require(who, Act.REVIEW_GLASS)
    waiting = BrokenGlass.objects.filter(agency=who.organisation, review__isnull=True)
    return waiting.exclude(practitioner=who.practitioner).select_related("child", "practitioner").order_by("from_at")


def review_glass(who: Acting, glass: uuid.UUID, *, finding: GlassFinding, words: str) -> GlassReview:
    """The review.

    Raises: MayNot; NotThere also for one’s own; Unfinished, AlreadyDone.
    """
    require(who, Act.REVIEW_GLASS)
    one_at_a_time()
    if before := GlassReview.objects.filter(glass=glass, agency=who.organisation).first():
        raise AlreadyDone(before.pk)
    found = glass_to_review(who).filter(pk=glass).first()
    if found is None:
        raise NotThere("broken glass", glass)
    if not words.strip():
        raise Unfinished({"words": "Say what you looked at and how you came to this"})
    made = keep(who, GlassReview(glass=found, finding=finding, words=words.strip()), "glass-reviewed")
    for due in Review.objects.filter(kind=ReviewKind.GLASS, about=found.pk, done_at__isnull=True):
        change(who, due, "review-done", done_at=who.at, done_by=who.practitioner)
    return made
