"""One’s own sign-ins: a person can tell whether somebody else tried."""

from __future__ import annotations

from django.db.models import QuerySet

from sharewell.casework.acting import Acting
from sharewell.register.factor import SignIn

MOST = 50


def see_sign_ins(who: Acting) -> QuerySet[SignIn]:
    """The latest tries with the person’s address, the last one first."""
    return SignIn.objects.filter(practitioner=who.practitioner).order_by("-at")[:MOST]
