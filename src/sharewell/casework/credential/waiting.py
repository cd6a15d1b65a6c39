"""How long somebody waits after wrong tries. The wait grows to a quarter of an hour and no further: never for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection

from sharewell.casework.credential.seal import digest
from sharewell.register.factor import SignIn, SignInResult

#: So many wrong tries in a row cost nothing: people mistype.
FREE = 5
FIRST = timedelta(seconds=30)
LONGEST = timedelta(minutes=15)
#: Tries longer ago are forgotten.
WINDOW = timedelta(hours=24)
_WRONG = (SignInResult.WRONG_PASSWORD, SignInResult.WRONG_FACTOR, SignInResult.CLOSED)


def tried_as(email: str) -> str:
    """The digest under which tries with an address are counted, whether or not anybody has that address."""
    return digest("sign-in address", email.strip().lower())


def waits_until(tried: str, at: datetime) -> datetime | None:
    """Until when nobody gets in with this address; None if now is fine. Tries while waiting do not lengthen it."""
    rows = (
        SignIn.objects.filter(tried=tried, at__gt=at - WINDOW, result__in=(*_WRONG, SignInResult.SIGNED_IN))
        .order_by("-at")
        .values_list("result", "at")[: FREE + 10]
    )
    wrong: list[datetime] = []
    for result, when in rows:
        if result == SignInResult.SIGNED_IN:
            break
        wrong.append(when)
    if len(wrong) < FREE:
        return None
    until = wrong[0] + min(LONGEST, FIRST * 2 ** (len(wrong) - FREE))
    return until if until > at else None


def take_turns(tried: str) -> None:
    """Until the transaction ends, nobody else writes a try with this address.

    Who sends a thousand at once learns no more from them than from five in a row.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [tried])
