"""Who may add their first second factor with one factor alone: just after an invitation, and not years later."""

from __future__ import annotations

from datetime import datetime

from sharewell.register.factor import Invitation
from sharewell.register.practitioner import Practitioner


def may_begin_factor(practitioner: Practitioner, *, at: datetime) -> bool:
    """Whether an invitation was accepted and its days are not over. Afterwards a password alone adds nothing."""
    accepted = Invitation.objects.filter(practitioner=practitioner, used_at__isnull=False, ended_at__isnull=True)
    return accepted.filter(until_at__gt=at).exists()
