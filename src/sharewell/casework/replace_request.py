"""Replace a request by a corrected one: what was written stays, and says by what it was replaced."""

from __future__ import annotations

import uuid

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.make_request import Wanted, write_request
from sharewell.casework.once import done_before
from sharewell.casework.open_request import request_of, standing_decision
from sharewell.casework.refusal import AlreadyDone, ChangedMeanwhile
from sharewell.register.request import InformationRequest, Sitting


def replace_request(who: Acting, request: uuid.UUID, *, wanted: Wanted, once: uuid.UUID) -> InformationRequest:
    """The corrected request. The answers of the guide go over to it; a request that was decided stays as it is.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone if it was decided, ChangedMeanwhile if it was replaced meanwhile.
    """
    old = request_of(who, request, act=Act.MAKE_REQUEST)
    if before := done_before(who, InformationRequest, once):
        return before
    if InformationRequest.objects.filter(replaces=old).exists():
        raise ChangedMeanwhile
    if decision := standing_decision(old):
        raise AlreadyDone(decision.pk)
    new = write_request(who, old.child, wanted=wanted, once=once, replaces=old)
    sitting = Sitting.objects.filter(request=old).first()
    if sitting:
        keep(
            who,
            Sitting(
                request=new,
                pack=sitting.pack,
                trail=[step for step in sitting.trail if not step.startswith("~")],
                held_by=sitting.held_by,
                held_since=sitting.held_since,
            ),
            "sitting-begun",
        )
    return new
