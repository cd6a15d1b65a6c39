"""Which services work with a child, across agencies: asked with a purpose, answered without a word about the case.

A service that must stay hidden, and a restricted record, take no part in the answer: it is the same as if they did not
exist, in words, in numbers, and in what the database is asked. The child’s own record there still shows who looked.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.core import signing

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.match import AGREES, Met, state_of, strongest
from sharewell.casework.search_for import Wanted, checked, kept_search
from sharewell.register.across import Listed, listed, met_by
from sharewell.register.involvement import KeyKind, MatchState, SearchScope
from sharewell.register.organisation import ContactPoint, Organisation

_SALT = "sharewell look-up"


@dataclass(frozen=True, slots=True)
class ServiceFound:
    """A service that works with the child: whose, which, and how to reach it."""

    agency: str
    service: str
    contact: str
    since: date
    #: Numbers and addresses of that agency that our own has made sure of.
    verified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Possible:
    """Somebody who may be the child: what agrees, and nothing else. `token` stands for them in a form."""

    agrees: str
    token: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What came of it: services if it is a match, what to compare if it may be one, and otherwise the state alone."""

    search: uuid.UUID
    state: MatchState
    services: tuple[ServiceFound, ...] = ()
    possible: tuple[Possible, ...] = ()


def look_up(who: Acting, wanted: Wanted) -> LookedUp:
    """Look across agencies, once, and keep that it was done.

    Raises: MayNot, Unfinished.
    """
    require(who, Act.SEARCH)
    keys = checked(wanted, who.on)
    everyone = strongest((agency, person, KeyKind(kind)) for agency, person, kind in met_by(keys))
    there = listed((met.person for met in everyone), who.on)
    state, chosen = state_of(_told_of(everyone, there, who.organisation.pk))
    search = kept_search(who, wanted, scope=SearchScope.PARTNERSHIP, state=state, met=everyone)
    sure = {met.person for met in chosen} if state is MatchState.MATCH else set()
    services = services_of(who, [each for each in there if each.person in sure])
    possible = chosen if state is MatchState.POTENTIAL else ()
    return LookedUp(search.pk, state, services, tuple(_possible(search.pk, met) for met in possible))


def _told_of(everyone: list[Met], there: list[Listed], own: uuid.UUID) -> list[Met]:
    """Those of other agencies of whom a service may be told."""
    people = {each.person for each in there}
    return [met for met in everyone if met.person in people and met.agency != own]


def services_of(who: Acting, rows: list[Listed]) -> tuple[ServiceFound, ...]:
    """The services in words. Two queries, also for none."""
    nobody = uuid.uuid4()
    agencies = {each.agency for each in rows} | {nobody}
    names = dict(Organisation.objects.filter(pk__in=agencies).values_list("pk", "name"))
    points: dict[uuid.UUID, list[str]] = {}
    sure = ContactPoint.objects.filter(
        agency=who.organisation, organisation__in=agencies, verified_on__isnull=False, ended_on__isnull=True
    )
    for agency, label, value in sure.order_by("label").values_list("organisation", "label", "value"):
        points.setdefault(agency, []).append(f"{label}: {value}")
    return tuple(
        ServiceFound(names[each.agency], each.service, each.contact, each.from_on, tuple(points.get(each.agency, ())))
        for each in rows
    )


def _possible(search: uuid.UUID, met: Met) -> Possible:
    return Possible(AGREES[met.strongest], signing.dumps([str(search), str(met.person)], salt=_SALT))


def meant(token: str) -> tuple[uuid.UUID, uuid.UUID] | None:
    """The search and the person for whom a token stands; None for one that was not made here, or has grown old."""
    try:
        search, person = signing.loads(token, salt=_SALT, max_age=8 * 3600)
    except signing.BadSignature:
        return None
    return uuid.UUID(search), uuid.UUID(person)
