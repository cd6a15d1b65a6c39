"""Complete the record of an emergency: the full record replaces the short one, and keeps when it was really decided."""

from __future__ import annotations

import uuid
from dataclasses import replace

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.check_deciding import problems_of
from sharewell.casework.decide import decide
from sharewell.casework.deciding import Deciding
from sharewell.casework.open_request import decision_of
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.register.decision import Decision

_BECAUSE = "Completed after the emergency"


def complete_emergency(who: Acting, decision: uuid.UUID, *, deciding: Deciding) -> Decision:
    """The completed record. It is retrospective: decided when it was, written down now.

    Raises: MayNot, NotThere, AlreadyDone if it was completed or is no emergency record, Unfinished, ChangedMeanwhile.
    """
    short = decision_of(who, decision, act=Act.DECIDE)
    done = Decision.objects.filter(replaces=short).first()
    if short.emergency_since is None or (done and done.once != deciding.once):
        raise AlreadyDone(done.pk if done else short.pk)
    if done:
        return done
    full = replace(
        deciding,
        replaces=short.pk,
        replaces_because=deciding.replaces_because or _BECAUSE,
        decided_at=short.decided_at,
        emergency_since=short.emergency_since,
        complete_by=short.complete_by,
    )
    # What an emergency does not wait for, its completed record does.
    whole = replace(full, emergency_since=None, complete_by=None)
    determination = short.request.determinations.filter(pk=deciding.determination).first()
    if determination and (problems := problems_of(who, short.request, determination, whole)):
        raise Unfinished(problems)
    return decide(who, short.request_id, deciding=full)


def retrospective(decision: Decision) -> bool:
    """Whether a record was completed after the emergency that it is about."""
    return decision.emergency_since is not None and decision.replaces_id is not None
