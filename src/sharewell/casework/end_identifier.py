"""Say that a number was wrong or is somebody else’s. It stays in the record and no longer counts."""

from __future__ import annotations

import uuid

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.index_key import index
from sharewell.casework.keep import keep
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.person import Identifier, IdentifierEnd


def end_identifier(who: Acting, identifier: uuid.UUID, *, reason: str) -> IdentifierEnd:
    """The end of the number.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = of_child(who, Identifier, identifier, act=Act.CHANGE_RECORD, by="person")
    if before := IdentifierEnd.objects.filter(identifier=found).first():
        raise AlreadyDone(before.pk)
    if not reason.strip():
        raise Unfinished({"reason": "Say why the number is wrong"})
    ended = keep(who, IdentifierEnd(identifier=found, reason=reason.strip()), "identifier-ended")
    index(who, found.person)
    return ended
