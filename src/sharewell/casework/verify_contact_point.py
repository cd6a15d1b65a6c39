"""Making sure of a number or address, against something that did not come from whoever gave it; and ending one."""

from __future__ import annotations

from uuid import UUID

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.organisation import ContactPoint


def verify_contact_point(who: Acting, point: UUID, *, against: str) -> ContactPoint:
    """Keep who made sure of it, today, and against what.

    Raises: MayNot, NotThere, Unfinished, or ChangedMeanwhile.
    """
    found = _ours(who, point)
    if not against.strip():
        raise Unfinished({"against": "Say what you checked it against, such as the number on their own website"})
    return change(
        who,
        found,
        "contact-point-verified",
        verified_on=who.on,
        verified_by=who.practitioner,
        verified_against=against.strip(),
    )


def end_contact_point(who: Acting, point: UUID) -> ContactPoint:
    """Use it no more. It stays in the record, for what was sent there.

    Raises: MayNot, NotThere, or ChangedMeanwhile.
    """
    return change(who, _ours(who, point), "contact-point-ended", ended_on=who.on)


def _ours(who: Acting, point: UUID) -> ContactPoint:
    require(who, Act.MANAGE_PEOPLE)
    found = ContactPoint.objects.filter(pk=point, agency=who.organisation, ended_on__isnull=True).first()
    if found is None:
        raise NotThere("contact-point", point)
    return found
