"""Write down how somebody can be reached without putting anybody in danger; and end it when it is safe no longer."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change, keep
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.within import around, person_around
from sharewell.register.person import ContactWay, SafeContact


@dataclass(frozen=True, slots=True)
class Reach:
    """A safe way to reach somebody: which, when, the word agreed, and whether a message may be left."""

    way: ContactWay
    value: str = ""
    safe_times: str = ""
    code_word: str = ""
    leave_no_message: bool = False
    note: str = ""


def add_safe_contact(who: Acting, child: uuid.UUID, *, person: uuid.UUID, reach: Reach) -> SafeContact:
    """The safe way.

    Raises: MayNot, NotThere, Unfinished.
    """
    found = person_around(theirs(who, child, act=Act.CHANGE_RECORD), person)
    if reach.way is not ContactWay.IN_PERSON and not reach.value.strip():
        raise Unfinished({"value": "Give the number, the address or the person to go through"})
    made = SafeContact(
        person=found,
        way=reach.way,
        value=reach.value.strip(),
        safe_times=reach.safe_times.strip(),
        code_word=reach.code_word.strip(),
        leave_no_message_since=who.on if reach.leave_no_message else None,
        note=reach.note.strip(),
    )
    return keep(who, made, "safe-contact-added")


def end_safe_contact(who: Acting, child: uuid.UUID, *, contact: uuid.UUID) -> SafeContact:
    """The safe way, ended today.

    Raises: MayNot; NotThere also for one that has ended.
    """
    about = theirs(who, child, act=Act.CHANGE_RECORD)
    found = SafeContact.objects.filter(pk=contact, person__in=around(about), ended_on__isnull=True).first()
    if found is None:
        raise NotThere("safe contact", contact)
    return change(who, found, "safe-contact-ended", ended_on=who.on)
