"""Say that an address was found to be right, how, and by whom; or that nobody is there any more."""

from __future__ import annotations

import uuid
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change
from sharewell.casework.refusal import ChangedMeanwhile, NotThere, Unfinished
from sharewell.casework.within import around
from sharewell.register.person import Address


def confirm_address(who: Acting, child: uuid.UUID, *, address: uuid.UUID, how: str, seen: int) -> Address:
    """The address, confirmed today. `seen` is the version of the row that the practitioner saw.

    Raises: MayNot, NotThere, Unfinished, ChangedMeanwhile.
    """
    found = address_around(who, child, address)
    if not how.strip():
        raise Unfinished({"how": "Say how you made sure, such as a visit or a letter that came back"})
    if found.version != seen:
        raise ChangedMeanwhile
    values = {"confirmed_on": who.on, "confirmed_by": who.practitioner, "confirmed_how": how.strip()}
    return change(who, found, "address-confirmed", **values)


def address_around(who: Acting, child: uuid.UUID, address: uuid.UUID) -> Address:
    """An address of the child, or of somebody in their life.

    Raises: MayNot, NotThere.
    """
    about = theirs(who, child, act=Act.CHANGE_RECORD)
    found = Address.objects.filter(pk=address, person__in=around(about), agency=who.organisation).first()
    if found is None:
        raise NotThere("address", address)
    return found


def wrong_end(on: date, *, from_on: date | None, today: date) -> str | None:
    """What is wrong with a last day; None if nothing is."""
    if from_on and on < from_on:
        return "The last day cannot come before the first"
    return "The last day must be today or earlier" if on > today else None
