"""Ask that a safety mark be lifted. It stays until another person has agreed."""

from __future__ import annotations

import uuid

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.safety import SafetyMark, SafetyMarkEnd, SafetyMarkLift


def ask_to_lift(who: Acting, mark: uuid.UUID, *, reason: str) -> SafetyMarkLift:
    """What is asked for.

    Raises: MayNot, NotThere, Unfinished; AlreadyDone if the mark was lifted.
    """
    found = of_child(who, SafetyMark, mark, act=Act.MARK_SAFETY)
    if before := SafetyMarkEnd.objects.filter(mark=found).first():
        raise AlreadyDone(before.pk)
    if not reason.strip():
        raise Unfinished({"reason": "Say why it is safe to lift it, and how you know"})
    return keep(who, SafetyMarkLift(mark=found, reason=reason.strip()), "safety-lift-asked")
