"""A new password of one’s own. Every other session of the account ends."""

from __future__ import annotations

from django.contrib.auth import hashers

from sharewell.casework.act import require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.credential.password_rule import why_not
from sharewell.casework.keep import change_shared
from sharewell.casework.refusal import Unfinished


def set_password(who: Acting, *, old: str, new: str) -> None:
    """Change it. Whoever calls begins a new session, for this moment ended them all.

    Raises: NeedsFreshFactor, or Unfinished.
    """
    require_fresh(who)
    practitioner = who.practitioner
    if not hashers.check_password(old, practitioner.password or "!"):
        raise Unfinished({"old": "This is not your password now"})
    wrong = why_not(new, names=(practitioner.name, practitioner.email))
    if wrong:
        raise Unfinished({"new": wrong})
    if old == new:
        raise Unfinished({"new": "This is the password you have now. Choose another"})
    hashed = hashers.make_password(new)
    change_shared(who, practitioner, "password-set", password=hashed, password_set_at=who.at, signed_out_at=who.at)
