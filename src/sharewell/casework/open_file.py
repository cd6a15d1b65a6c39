"""Open a file of a child's record: the viewing is kept, and the content is what was put there or it is not given."""

from __future__ import annotations

import uuid

from sharewell.casework.access import open_child
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.within import of_child
from sharewell.register import store
from sharewell.register.holding import HeldFile


def open_file(who: Acting, file: uuid.UUID) -> tuple[HeldFile, bytes]:
    """The file and its content.

    Raises: MayNot, NotThere; register.store.Damaged.
    """
    held = of_child(who, HeldFile, file, act=Act.OPEN_RECORD, by="item__child")
    open_child(who, held.item.child_id, part="file")
    return held, store.taken(held.pk, held.digest)
