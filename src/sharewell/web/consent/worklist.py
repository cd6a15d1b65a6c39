"""What to look at again, on the list of one's own work: birthdays, answers, wishes and safety marks."""

from __future__ import annotations

from datetime import timedelta

from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.finish_review import due_reviews
from sharewell.register.voice import ReviewKind
from sharewell.web.day import in_words
from sharewell.web.record.frame import address_of
from sharewell.web.record.part import Line, Part

#: How far ahead a review is shown, and how many are.
_AHEAD = timedelta(days=14)
_MOST = 30
#: Decisions and emergency records have lists of their own; broken glass is for whoever reviews it.
_ELSEWHERE = (ReviewKind.DECISION, ReviewKind.RECORD, ReviewKind.GLASS)


def due_part(who: Acting) -> Part | None:
    """Reviews that are due, or soon will be."""
    if not may(who, Act.CHANGE_RECORD):
        return None
    found = due_reviews(who, who.at + _AHEAD).exclude(kind__in=_ELSEWHERE)[:_MOST]
    lines = tuple(
        Line(
            each.child.name,
            address_of("review-done", each.child_id, each.pk),
            each.get_kind_display(),
            in_words(each.due_at.date()),
            each.due_at <= who.at,
        )
        for each in found
    )
    return Part("To ask and look at again", lines, "Nothing is due to be looked at again.")
