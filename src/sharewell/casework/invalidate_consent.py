"""Find that an answer was never valid: pressed, not informed, or by somebody who could not give it. It says why."""

from __future__ import annotations

import uuid
from datetime import date

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.refusal import Unfinished
from sharewell.casework.withdraw_consent import WentOut, ended
from sharewell.casework.within import of_child
from sharewell.register.consent import Consent, ConsentEnd, ConsentEndKind


def invalidate_consent(
    who: Acting, consent: uuid.UUID, *, on: date, reason: str
) -> tuple[ConsentEnd, tuple[WentOut, ...]]:
    """The end of it, and what went out on the strength of it.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = of_child(who, Consent, consent, act=Act.RECORD_CONSENT)
    if not reason.strip():
        raise Unfinished({"reason": "Say why it was not a valid answer"})
    return ended(who, found, ConsentEnd(kind=ConsentEndKind.INVALIDATED, ended_on=on, reason=reason))
