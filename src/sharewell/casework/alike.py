"""Children who could be taken for each other: the same name, or the same day of birth and family name.

Only among records that are open to the practitioner: what else there is, an exact look tells (`find_own`).
"""

from __future__ import annotations

from django.db.models import Q

from sharewell.casework.access import children_of
from sharewell.casework.acting import Acting
from sharewell.casework.name_form import both, plain
from sharewell.casework.start_record import Known
from sharewell.register.person import Person

_MOST = 5


def alike(who: Acting, known: Known | Person, *, besides: Person | None = None) -> list[Person]:
    """Those children, at most five: a twin, a namesake, or the same child written down twice."""
    wanted, family = both(known.given_name, known.family_name), plain(known.family_name)
    near = Q(family_name__iexact=known.family_name.strip()) | Q(given_name__iexact=known.given_name.strip())
    near |= Q(born_on=known.born_on) if known.born_on else Q()
    found = []
    for each in children_of(who).filter(near).order_by("family_name", "given_name", "pk"):
        same_name = both(each.given_name, each.family_name) == wanted
        same_day = known.born_on is not None and each.born_on == known.born_on
        if each != besides and (same_name or (same_day and plain(each.family_name) == family)):
            found.append(each)
    return found[:_MOST]
