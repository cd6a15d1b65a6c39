"""Accepting an invitation: the code, and a password of one’s own."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from sharewell.casework.acting import transaction_of
from sharewell.casework.credential.password_rule import why_not
from sharewell.casework.invite import invitation_digest
from sharewell.casework.keep import change_shared
from sharewell.casework.refusal import Unfinished
from sharewell.casework.themself import homes, themself
from sharewell.register.factor import Invitation
from sharewell.register.practitioner import Practitioner
from sharewell.register.scope import acting_for

_WORDS = "This code is not right, was used before, or is too old. Ask for a new one where you got it"


def accept_invitation(code: str, password: str, *, at: datetime) -> Practitioner:
    """Whose account it is. The password is theirs from now on, and the code is used up. A second factor comes next.

    Raises: Unfinished for a code that is not good (unknown, used, too old: never said which) or a password that will
        not do.
    """
    key = invitation_digest(code)
    with acting_for(None):
        found = _good(key, at)
    if found is None or not homes(found.practitioner, at=at):
        raise Unfinished({"code": _WORDS})
    practitioner = found.practitioner
    wrong = why_not(password, names=(practitioner.name, practitioner.email))
    if wrong:
        raise Unfinished({"password": wrong})
    hashed = make_password(password)
    who = themself(practitioner, at=at)
    with transaction_of(who):
        found = _good(key, at, lock=True)
        if found is None:
            raise Unfinished({"code": _WORDS})
        change_shared(who, found, "invitation-accepted", used_at=at)
        change_shared(who, practitioner, "password-set", password=hashed, password_set_at=at, signed_out_at=at)
    return practitioner


def _good(key: str, at: datetime, *, lock: bool = False) -> Invitation | None:
    every = Invitation.objects.select_for_update(of=("self",)) if lock else Invitation.objects.all()
    live = every.filter(digest=key, used_at__isnull=True, ended_at__isnull=True, until_at__gt=at)
    return live.filter(practitioner__closed_at__isnull=True).select_related("practitioner").first()
