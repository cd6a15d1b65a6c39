"""What the information-governance lead has to look at, besides broken glass: reviews past their day, and denials."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.behind_glass import not_restricted
from sharewell.register.relationship import Denial
from sharewell.register.voice import Review

_MOST = 100


def reviews_due(who: Acting) -> QuerySet[Review]:
    """Reviews of the agency whose moment has come and nobody has done, the oldest first; none of a restricted record.

    Raises: MayNot.
    """
    require(who, Act.REVIEW_GLASS)
    due = Review.objects.filter(agency=who.organisation, done_at__isnull=True, due_at__lte=who.at)
    return due.filter(child__in=not_restricted()).select_related("child").order_by("due_at")[:_MOST]


def denials_since(who: Acting, since: datetime) -> QuerySet[Denial]:
    """Who of the agency tried to open what they may not, the latest first.

    Raises: MayNot.
    """
    require(who, Act.REVIEW_GLASS)
    rows = Denial.objects.filter(agency=who.organisation, recorded_at__gte=since)
    return rows.select_related("recorded_by").order_by("-recorded_at")[:_MOST]
