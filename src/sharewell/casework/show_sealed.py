"""Show a sealed address or place to somebody who works with the child: each time with a reason, and each time kept."""

from __future__ import annotations

import uuid

from sharewell.casework.access import right_of
from sharewell.casework.act import Act, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.within import of_child
from sharewell.register.relationship import Viewing
from sharewell.register.safety import MarkKind, SafetyMark

PART = "sealed address"
#: Kinds of mark that hide where somebody is.
SEALED = (MarkKind.SEALED_ADDRESS, MarkKind.SEALED_PLACE)


def show_sealed(who: Acting, mark: uuid.UUID, *, purpose: str) -> SafetyMark:
    """The live mark with what it hides, for whoever has a relationship with the child. A broken glass does not open it.

    Raises: MayNot, NotThere, NeedsFreshFactor, Unfinished.
    """
    found = of_child(who, SafetyMark, mark, act=Act.OPEN_RECORD)
    right = right_of(who, found.child)
    if found.kind not in SEALED or hasattr(found, "end") or right is None or right.glass is not None:
        raise NotThere("safety mark", mark)
    require_fresh(who)
    if not purpose.strip():
        raise Unfinished({"purpose": "Say what you need it for"})
    keep(who, Viewing(child=found.child, part=PART, right=right.name, purpose=purpose.strip()[:300]), "record-viewed")
    return found
