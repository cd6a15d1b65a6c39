"""Who is on the other side of a request, in words."""

from __future__ import annotations

from sharewell.register.request import InformationRequest


def recipient_of(about: InformationRequest) -> str:
    """`Aldermere Children’s Services`, `Marian Ashby`, or what was written."""
    if about.organisation:
        return about.organisation.name
    if about.person:
        return about.person.name
    return about.organisation_words or about.person_name or "somebody"
