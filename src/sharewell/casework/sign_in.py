"""Signing in, once both factors were right: kept, and in the ledger of the organisation that it is for."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sharewell.casework.acting import Acting, acting, transaction_of
from sharewell.casework.credential.waiting import tried_as
from sharewell.casework.keep import keep_shared
from sharewell.casework.refusal import NotThere
from sharewell.casework.themself import homes
from sharewell.register.factor import SignIn, SignInResult
from sharewell.register.practitioner import Practitioner


def sign_in(practitioner: Practitioner, organisation: UUID, *, way: str, at: datetime) -> Acting:
    """The practitioner as they act from now on. `way` says how it was shown that it is they: `password totp`.

    Raises: NotThere for an organisation that they hold no post in.
    """
    chosen = next((each for each in homes(practitioner, at=at) if each.pk == organisation), None)
    who = acting(practitioner, chosen, at=at) if chosen else None
    if who is None:
        raise NotThere("organisation", organisation)
    with transaction_of(who):
        keep_shared(who, _row(who, SignInResult.SIGNED_IN, way), "signed-in")
    return who


def sign_out(who: Acting) -> None:
    """Keep that the session ended. To be called inside the transaction of the page."""
    keep_shared(who, _row(who, SignInResult.SIGNED_OUT, ""), "signed-out")


def _row(who: Acting, result: SignInResult, way: str) -> SignIn:
    return SignIn(
        practitioner=who.practitioner, tried=tried_as(who.practitioner.email), result=result, way=way, at=who.at
    )
