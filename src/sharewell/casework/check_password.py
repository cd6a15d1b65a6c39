"""The first step of signing in: an address and its password."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import hashers

from sharewell.casework.credential.waiting import take_turns, tried_as, waits_until
from sharewell.casework.refusal import MustWait, NotSignedIn
from sharewell.casework.themself import homes
from sharewell.register.factor import SignIn, SignInResult
from sharewell.register.practitioner import Practitioner
from sharewell.register.scope import acting_for

#: What a password is held against where there is no account: it is never right, and takes as long.
_NOBODY = "!"


def check_password(email: str, password: str, *, at: datetime) -> Practitioner:
    """Whose address and password these are. A wrong try is kept; it is counted whether anybody has the address or not.

    The slow work is done outside the transaction, and the same work whoever it is. It must not be called inside one
    that a refusal undoes.

    Raises: NotSignedIn, or MustWait.
    """
    tried = tried_as(email)
    with acting_for(None):
        found = Practitioner.objects.filter(email=email.strip().lower()).first()
        until = waits_until(tried, at)
    right = until is None and hashers.check_password(password, (found.password if found else "") or _NOBODY)
    with acting_for(None):
        take_turns(tried)
        until = waits_until(tried, at)
        result = SignInResult.LOCKED if until else SignInResult.WRONG_PASSWORD
        if found is not None and right and until is None:
            if found.closed_at is None and homes(found, at=at):
                return found
            result = SignInResult.CLOSED
        SignIn.objects.create(practitioner=found, tried=tried, result=result, way="password", at=at)
    if until is not None:
        raise MustWait(until)
    raise NotSignedIn
