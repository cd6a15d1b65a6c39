"""Reviews: something to look at again on a day. Planned by other use cases, and on the birthdays that change things."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, time

from sharewell.casework.acting import LONDON, Acting
from sharewell.casework.birthday import birthday
from sharewell.casework.keep import change, keep
from sharewell.register.person import Person
from sharewell.register.voice import Review, ReviewKind

#: Birthdays after which a child's place in this changes, and what each is for is in the words of its kind.
BIRTHDAYS: Mapping[int, ReviewKind] = {
    11: ReviewKind.AGE_11,
    13: ReviewKind.AGE_13,
    16: ReviewKind.AGE_16,
    18: ReviewKind.AGE_18,
}
_MORNING = time(9)


def plan_review(
    who: Acting, child: Person, *, kind: ReviewKind, on: date, about: uuid.UUID | None = None, note: str = ""
) -> Review:
    """A review due on a day, for whoever plans it. The caller has asked whether they may."""
    review = Review(child=child, kind=kind, about=about, due_at=_due(on), for_practitioner=who.practitioner, note=note)
    return keep(who, review, "review-planned")


def birthday_reviews(who: Acting, child: Person) -> list[Review]:
    """The reviews at 11, 13, 16 and 18 that are still to come, planned where they are not.

    Call it when a record starts and when a date of birth changes: one that was planned for another day is moved, and
    nothing happens where all is right. The caller has asked whether they may.

    Raises: ChangedMeanwhile.
    """
    if child.born_on is None:
        return []
    open_ones = Review.objects.filter(child=child, kind__in=BIRTHDAYS.values(), done_at__isnull=True)
    planned = {review.kind: review for review in open_ones}
    done = set(
        Review.objects.filter(child=child, kind__in=BIRTHDAYS.values(), done_at__isnull=False).values_list(
            "kind", flat=True
        )
    )
    reviews = []
    for years, kind in BIRTHDAYS.items():
        on = birthday(child.born_on, years)
        if kind in planned:
            review = planned[kind]
            moved = review.due_at != _due(on)
            reviews.append(change(who, review, "review-moved", due_at=_due(on)) if moved else review)
        elif on >= who.on and kind not in done:
            reviews.append(plan_review(who, child, kind=kind, on=on))
    return reviews


def _due(on: date) -> datetime:
    return datetime.combine(on, _MORNING, tzinfo=LONDON)
