"""End a practitioner’s reason to open a child’s record: from this moment on they cannot."""

from __future__ import annotations

import uuid

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change
from sharewell.casework.refusal import NotThere
from sharewell.register.relationship import LegitimateRelationship


def end_allocation(who: Acting, relationship: uuid.UUID) -> LegitimateRelationship:
    """The relationship, ended now. One’s own may be ended without the role that allocates.

    Raises: MayNot; NotThere also for one that has ended.
    """
    found = LegitimateRelationship.objects.filter(
        pk=relationship, agency=who.organisation, until_at__gt=who.at, child__in=children_of(who)
    ).first()
    if found is None or found.practitioner_id != who.practitioner.pk:
        require(who, Act.ALLOCATE)
    if found is None:
        raise NotThere("relationship", relationship)
    return change(who, found, "relationship-ended", until_at=who.at)
