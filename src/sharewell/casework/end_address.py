"""Say since when somebody is no longer at an address. It stays in the record; if it is sealed, it stays sealed."""

from __future__ import annotations

import uuid
from datetime import date

from sharewell.casework.acting import Acting
from sharewell.casework.confirm_address import address_around, wrong_end
from sharewell.casework.keep import change
from sharewell.casework.refusal import ChangedMeanwhile, Unfinished
from sharewell.register.person import Address


def end_address(who: Acting, child: uuid.UUID, *, address: uuid.UUID, to_on: date, seen: int) -> Address:
    """The address with its last day.

    Raises: MayNot, NotThere, Unfinished, ChangedMeanwhile.
    """
    found = address_around(who, child, address)
    if wrong := wrong_end(to_on, from_on=found.from_on, today=who.on):
        raise Unfinished({"to_on": wrong})
    if found.version != seen:
        raise ChangedMeanwhile
    return change(who, found, "address-ended", to_on=to_on)
