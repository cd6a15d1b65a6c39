"""Put an item right: a new one takes its place and says why. The old one stays, with what was known then."""

from __future__ import annotations

import uuid

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.once import one_at_a_time
from sharewell.casework.record_item import Statement, written
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.holding import InformationItem


def replace_item(who: Acting, item: uuid.UUID, *, said: Statement, because: str) -> InformationItem:
    """The item that replaces it.

    Raises: MayNot, NotThere, Unfinished; AlreadyDone if another one replaced it before.
    """
    old = of_child(who, InformationItem, item, act=Act.CHANGE_RECORD)
    if not because.strip():
        raise Unfinished({"because": "Say what was wrong with it, or what has changed"})
    one_at_a_time()
    if after := InformationItem.objects.filter(replaces=old).first():
        raise AlreadyDone(after.pk)
    return written(who, old.child, said, kind="item-replaced", replaces=old, because=because)
