"""Writing down how an organisation can be reached. It is not used for a disclosure until somebody made sure of it."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.organisation import Channel, ContactPoint, Organisation


def add_contact_point(who: Acting, organisation: UUID, *, channel: Channel, label: str, value: str) -> ContactPoint:
    """The number or address, not yet verified. Each partner keeps its own list.

    Raises: MayNot, NotThere, or Unfinished.
    """
    require(who, Act.MANAGE_PEOPLE)
    found = Organisation.objects.filter(pk=organisation).first()
    if found is None:
        raise NotThere("organisation", organisation)
    problems = {} if label.strip() else {"label": "Say whose it is, such as duty desk"}
    wrong = _why_not(channel, value.strip())
    if wrong:
        problems["value"] = wrong
    if problems:
        raise Unfinished(problems)
    point = ContactPoint(organisation=found, channel=channel, label=label.strip(), value=value.strip())
    return keep(who, point, "contact-point-added")


def _why_not(channel: Channel, value: str) -> str | None:
    if not value:
        return "Give the number or address"
    if channel in (Channel.EMAIL, Channel.SECURE_MAIL):
        try:
            validate_email(value)
        except ValidationError:
            return "Give an email address, such as desk@council.example"
    if channel is Channel.PHONE and sum(sign.isdigit() for sign in value) < 3:
        return "Give a telephone number"
    return None
