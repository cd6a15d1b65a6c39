"""Adding an organisation that is known by name: one that can be written to, and keeps no record here."""

from __future__ import annotations

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep_shared
from sharewell.casework.refusal import Unfinished
from sharewell.register.organisation import Organisation, Sector


def add_organisation(who: Acting, *, name: str, sector: Sector, registration_number: str = "") -> Organisation:
    """Add it to the list that all partners see. A partner is begun on the server only: see `begin_organisation`.

    Raises: MayNot, or Unfinished.
    """
    require(who, Act.MANAGE_PEOPLE)
    title = name.strip()
    if not title:
        raise Unfinished({"name": "Give the organisation’s name"})
    if Organisation.objects.filter(name__iexact=title).exists():
        raise Unfinished({"name": f"{title} is on the list already"})
    made = Organisation(name=title, sector=sector, registration_number=registration_number.strip())
    keep_shared(who, made, "organisation-added")
    return made
