"""What a session holds: who signed in, for which organisation, when, and until when their second factor is fresh.

Nothing about a child is ever in a session. It ends after so long without a page, and in any case after a day's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest

#: Without a page for so long, a session is over: a screen left open in a staff room.
IDLE = timedelta(minutes=30)
#: However busy, a session ends.
LONGEST = timedelta(hours=10)
#: How long a second factor counts as just shown.
FRESH = timedelta(minutes=10)
_STEP = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A live session."""

    practitioner: UUID
    organisation: UUID
    began_at: datetime
    fresh_until: datetime | None


def begin(request: HttpRequest, practitioner: UUID, organisation: UUID, *, at: datetime) -> None:
    """Start a session after both factors were right: under a new key, with nothing carried over."""
    request.session.flush()
    request.session.update(
        {
            "practitioner": str(practitioner),
            "organisation": str(organisation),
            "began": at.isoformat(),
            "seen": at.isoformat(),
            "factor": at.isoformat(),
        }
    )


def refresh_factor(request: HttpRequest, *, at: datetime) -> None:
    """The second factor was shown again."""
    request.session["factor"] = at.isoformat()


def signed(request: HttpRequest, at: datetime) -> Session | None:
    """The live session of a request; None, and an empty session, if there is none or it is over."""
    held = request.session
    if "practitioner" not in held:
        return None
    began, seen = (datetime.fromisoformat(held[name]) for name in ("began", "seen"))
    if at - seen > IDLE or at - began > LONGEST:
        held.flush()
        return None
    if at - seen > _STEP:
        held["seen"] = at.isoformat()
    factor = datetime.fromisoformat(held["factor"]) if held.get("factor") else None
    return Session(
        practitioner=UUID(held["practitioner"]),
        organisation=UUID(held["organisation"]),
        began_at=began,
        fresh_until=factor + FRESH if factor else None,
    )
