"""Ending what signs somebody in and inviting them again, as whoever runs the server does it. See `reset_account`."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.invite import invite
from sharewell.casework.keep import change_shared
from sharewell.casework.refusal import NotThere
from sharewell.casework.themself import homes
from sharewell.register.factor import Factor
from sharewell.register.practitioner import Practitioner


def begin_anew(email: str, *, at: datetime) -> tuple[Practitioner, str]:
    """The practitioner, and the code of their new invitation; a closed account is open again.

    In the ledger it is they who did it, as nobody else is known: the entry says that it came from the server.

    Raises: NotThere for an address that nobody has, or somebody without a post.
    """
    found = Practitioner.objects.filter(email=email.strip().lower()).first()
    places = homes(found, at=at) if found else ()
    if found is None or not places:
        raise NotThere("practitioner")
    who = Acting(found, places[0], frozenset(), "", at)
    with transaction_of(who):
        if found.closed_at is not None:
            change_shared(who, found, "account-reopened-on-server", closed_at=None)
        end_credentials(who, found, kind="account-reset-on-server")
        return found, invite(who, found, by=None)


def end_credentials(who: Acting, practitioner: Practitioner, *, kind: str) -> None:
    """End the password, every factor, every session and the tie to a provider of single sign-on.

    Who may is for the use case that calls this.
    """
    for factor in Factor.objects.filter(practitioner=practitioner, ended_at__isnull=True):
        change_shared(who, factor, "factor-ended", ended_at=who.at)
    nothing = make_password(None)
    change_shared(who, practitioner, kind, password=nothing, password_set_at=None, signed_out_at=who.at, subject="")
