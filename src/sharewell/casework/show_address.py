"""Show a sealed address to somebody who works with the child: each time with a reason, and each time kept."""

from __future__ import annotations

import uuid

from sharewell.casework.access import right_of, theirs
from sharewell.casework.act import Act, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.within import around
from sharewell.register.person import Address
from sharewell.register.relationship import Viewing

PART = "sealed address"


def show_address(who: Acting, child: uuid.UUID, *, address: uuid.UUID, purpose: str) -> Address:
    """The address, for whoever has a live relationship with the child. A broken glass does not open it.

    Raises: MayNot, NotThere, NeedsFreshFactor, Unfinished.
    """
    about = theirs(who, child, act=Act.OPEN_RECORD)
    right = right_of(who, about)
    found = Address.objects.filter(pk=address, person__in=around(about), agency=who.organisation).first()
    if found is None or right is None or right.glass is not None:
        raise NotThere("address", address)
    require_fresh(who)
    if not purpose.strip():
        raise Unfinished({"purpose": "Say what you need the address for"})
    keep(who, Viewing(child=about, part=PART, right=right.name, purpose=purpose.strip()[:300]), "record-viewed")
    return found
