"""Write down where a child, or somebody in their life, can be found. One that must stay hidden is sealed at once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from sharewell.casework.access import theirs
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.mark_safety import kept_mark
from sharewell.casework.refusal import Unfinished
from sharewell.casework.within import person_around
from sharewell.register.person import Address, AddressKind
from sharewell.register.safety import MarkKind, SafetyMark

#: When a sealed address is looked at again if nobody says otherwise.
_REVIEW = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Place:
    """An address as somebody gives it."""

    kind: AddressKind
    lines: str
    source: str
    postcode: str = ""
    from_on: date | None = None


def add_address(
    who: Acting, child: uuid.UUID, *, person: uuid.UUID, place: Place, seal_because: str | None = None
) -> Address:
    """The address. With `seal_because` it is sealed in the same breath, and was never to be seen.

    Raises: MayNot, NotThere, Unfinished.
    """
    about = theirs(who, child, act=Act.CHANGE_RECORD)
    found = person_around(about, person)
    problems: dict[str, str] = {}
    if not place.lines.strip():
        problems["lines"] = "Give the address"
    if not place.source.strip():
        problems["source"] = "Say who told you, or where you read it"
    if place.from_on and place.from_on > who.on + timedelta(days=92):
        problems["from_on"] = "Check the day: it is more than three months from now"
    if seal_because is not None and not seal_because.strip():
        problems["seal_because"] = "Say why it must stay hidden"
    if problems:
        raise Unfinished(problems)
    if seal_because is not None:
        require(who, Act.MARK_SAFETY)
    made = Address(
        person=found,
        kind=place.kind,
        lines=place.lines.strip(),
        postcode=place.postcode.strip().upper(),
        source=place.source.strip(),
        from_on=place.from_on,
    )
    keep(who, made, "address-added")
    if seal_because is not None:
        mark = SafetyMark(
            child=about,
            kind=MarkKind.SEALED_ADDRESS,
            address=made,
            reason=seal_because.strip(),
            source=place.source.strip(),
            review_on=who.on + _REVIEW,
        )
        kept_mark(who, mark)
    return made
