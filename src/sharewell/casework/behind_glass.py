"""Records that could be opened by breaking the glass: those of one’s own agency that are not restricted."""

from __future__ import annotations

import uuid

from django.db.models import Exists, OuterRef, QuerySet

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.refusal import NotThere
from sharewell.register.person import Person
from sharewell.register.safety import MarkKind, SafetyMark


def not_restricted() -> QuerySet[Person]:
    """Everybody whose record is not restricted to named people."""
    restricted = SafetyMark.objects.filter(child=OuterRef("pk"), kind=MarkKind.RESTRICTED, end__isnull=True)
    return Person.objects.filter(~Exists(restricted))


def behind_glass(who: Acting, child: uuid.UUID) -> Person:
    """A record of the agency that breaking the glass would open. A restricted one looks as if there were none.

    Raises: MayNot, NotThere.
    """
    require(who, Act.BREAK_GLASS)
    found = not_restricted().filter(pk=child, agency=who.organisation, has_file=True).first()
    if found is None:
        raise NotThere("child", child)
    return found
