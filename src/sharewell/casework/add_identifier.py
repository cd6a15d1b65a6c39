"""Write down a number of a child: NHS number, UPN, ULN or our own. Its check digit must be right."""

from __future__ import annotations

import uuid
from datetime import timedelta

from sharewell.casework.access import children_of, theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.check_digit import wrong_with_number
from sharewell.casework.index_key import index
from sharewell.casework.keep import keep
from sharewell.casework.name_form import bare
from sharewell.casework.refusal import Unfinished
from sharewell.register.person import Identifier, IdentifierKind, Person
from sharewell.register.voice import Review, ReviewKind

_SOON = timedelta(days=5)


def add_identifier(who: Acting, child: uuid.UUID, *, kind: IdentifierKind, value: str, source: str) -> Identifier:
    """The number. `source` is where it was read.

    If a record that is open to the practitioner has it already, they are told. If another one has it, they are told
    nothing: the number is taken, and the information-governance lead is asked to look at both.

    Raises: MayNot, NotThere, Unfinished.
    """
    person = theirs(who, child, act=Act.CHANGE_RECORD)
    number = bare(value)
    problems: dict[str, str] = {}
    if wrong := wrong_with_number(kind, value):
        problems["value"] = wrong
    if not source.strip():
        problems["source"] = "Say where you read the number"
    same = Identifier.objects.filter(agency=who.organisation, kind=kind, value=number, end__isnull=True)
    if same.filter(person=person).exists():
        problems["value"] = "This number is on the record already"
    elif same.filter(person__in=children_of(who)).exists():
        problems["value"] = "This number is on the record of another child you work with. Find out whose it is"
    if problems:
        raise Unfinished(problems)
    clash = same.exclude(person=person).exists()
    made = keep(who, Identifier(person=person, kind=kind, value=number, source=source.strip()), "identifier-added")
    index(who, person)
    if clash:
        _ask_governance(who, person, made)
    return made


def _ask_governance(who: Acting, person: Person, number: Identifier) -> None:
    asked = Review(
        child=person,
        kind=ReviewKind.DUPLICATE,
        about=number.pk,
        due_at=who.at + _SOON,
        note=f"The same {number.get_kind_display()} stands on another record of ours.",
    )
    keep(who, asked, "review-asked")
