"""Inviting somebody to set the password of the account made for them: a code, good once, for a few days."""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta

from sharewell.casework.acting import Acting
from sharewell.casework.credential.seal import digest
from sharewell.casework.keep import change_shared, keep_shared
from sharewell.register.factor import Invitation
from sharewell.register.practitioner import Practitioner

GOOD_FOR = timedelta(days=3)
_BYTES = 20


def invite(who: Acting, practitioner: Practitioner, *, by: Practitioner | None) -> str:
    """The code of a new invitation, told this once; older ones end. Who may is for the use case that calls this."""
    for old in Invitation.objects.filter(practitioner=practitioner, used_at__isnull=True, ended_at__isnull=True):
        change_shared(who, old, "invitation-ended", ended_at=who.at)
    code = base64.b32encode(secrets.token_bytes(_BYTES)).decode()
    made = Invitation(
        practitioner=practitioner,
        digest=invitation_digest(code),
        made_at=who.at,
        made_by=by,
        until_at=who.at + GOOD_FOR,
    )
    keep_shared(who, made, "invitation-made")
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def invitation_digest(code: str) -> str:
    """What is kept of an invitation’s code, however it is typed."""
    return digest("invitation", "".join(code.split()).replace("-", "").upper())
