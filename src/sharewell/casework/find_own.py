"""Find a child among the records of one’s own agency.

By a part of a name one finds only children whose records are open to one. That there is another record is said only to
somebody who gives all of a name with a date of birth, or a number, and a purpose: it leads to breaking the glass, and
the search is kept. A restricted record is never said to be there.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.behind_glass import not_restricted
from sharewell.casework.match import AGREES, state_of, strongest
from sharewell.casework.search_for import Wanted, checked, kept_search
from sharewell.register.involvement import IndexKey, KeyKind, MatchState, SearchScope
from sharewell.register.person import Person

_FEWEST = 2
_MOST = 30


@dataclass(frozen=True, slots=True)
class Own:
    """A record of ours that was met. One that is not open to the practitioner has no name here."""

    agrees: str
    open: Person | None = None
    behind_glass: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class OwnFound:
    """What came of an exact look among our own records."""

    search: uuid.UUID
    state: MatchState
    records: tuple[Own, ...]


def find_own(who: Acting, words: str) -> QuerySet[Person]:
    """Children open to the practitioner whose name has every one of the words in it.

    Raises: MayNot.
    """
    require(who, Act.SEARCH)
    parts = words.split()
    if not parts or len(words.strip()) < _FEWEST:
        return Person.objects.none()
    found = children_of(who)
    for part in parts:
        found = found.filter(
            Q(given_name__icontains=part) | Q(family_name__icontains=part) | Q(known_as__icontains=part)
        )
    return found.order_by("family_name", "given_name", "born_on")[:_MOST]


def find_own_exactly(who: Acting, wanted: Wanted) -> OwnFound:
    """Our own records of a name and date of birth, or of a number, and keep that it was asked.

    Raises: MayNot, Unfinished.
    """
    require(who, Act.SEARCH)
    keys = checked(wanted, who.on)
    rows = IndexKey.objects.filter(agency=who.organisation, key__in=list(keys))
    met = strongest((agency, person, KeyKind(kind)) for agency, person, kind in rows.values_list(
        "agency_id", "person_id", "kind"))  # fmt: skip
    everyone = [each.person for each in met]
    mine = {child.pk: child for child in children_of(who).filter(pk__in=[*everyone, uuid.uuid4()])}
    others = set(not_restricted().filter(pk__in=[*everyone, uuid.uuid4()]).values_list("pk", flat=True))
    told = [each for each in met if each.person in mine or each.person in others]
    state, chosen = state_of(told)
    search = kept_search(who, wanted, scope=SearchScope.OWN, state=state, met=met)
    records = (
        Own(AGREES[each.strongest], mine.get(each.person), None if each.person in mine else each.person)
        for each in chosen
    )
    return OwnFound(search.pk, state, tuple(records))
