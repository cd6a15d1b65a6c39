"""The three questions that reach across agencies, and no others. On PostgreSQL each is a function of the database.

Whoever asks must have a purpose and leave a trace: see `casework.look_up`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from sharewell.register.involvement import IndexKey, Involvement, Search, SearchHit
from sharewell.register.person import Person
from sharewell.register.safety import SafetyMark


@dataclass(frozen=True, slots=True)
class Listed:
    """A service that other agencies may be told of: which, whom to ring, since when."""

    agency: uuid.UUID
    person: uuid.UUID
    service: str
    contact: str
    from_on: date


def met_by(keys: Iterable[str]) -> list[tuple[uuid.UUID, uuid.UUID, str]]:
    """Agency, person and kind of key for each key that is there. One query, whatever is there."""
    wanted = list(keys)
    if connection.vendor != "postgresql":
        return list(IndexKey.objects.filter(key__in=wanted).values_list("agency_id", "person_id", "kind"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT agency, person, kind FROM register_look_up(%s)", [wanted])
        return [(agency, person, kind) for agency, person, kind in cursor.fetchall()]


def listed(people: Iterable[uuid.UUID], on: date) -> list[Listed]:
    """The services of these people that may be told of on a day. One query, also for nobody."""
    wanted = [*people, uuid.uuid4()]  # somebody who is not there, so that there is always something to look for
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT agency, person, service, contact, from_on FROM register_listed_involvements(%s, %s)",
                [wanted, on],
            )
            return [Listed(*row) for row in cursor.fetchall()]
    restricted = SafetyMark.objects.filter(child=OuterRef("person"), kind="restricted", end__isnull=True)
    rows = Involvement.objects.filter(
        ~Exists(restricted),
        Q(to_on__isnull=True) | Q(to_on__gte=on),
        Q(sensitive_since__isnull=True, agency__sensitive_since__isnull=True) | Q(listing_agreed_on__lte=on),
        person__in=wanted,
        from_on__lte=on,
    ).order_by("agency__name", "service", "id")
    return [Listed(*row) for row in rows.values_list("agency_id", "person_id", "service", "contact", "from_on")]


def note_search(search: Search, hits: Mapping[uuid.UUID, uuid.UUID]) -> None:
    """Leave in each agency a row that says that the search met a person of theirs. As many queries for nobody."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT register_note_search(%s, %s, %s)", [search.pk, list(hits), list(hits.values())])
        return
    agencies = dict(Person.objects.filter(pk__in=[*hits.values(), search.pk]).values_list("pk", "agency"))
    rows = [
        SearchHit(
            pk=row,
            agency_id=agencies[person],
            recorded_at=search.recorded_at,
            recorded_by_id=search.recorded_by_id,
            search=search,
            person_id=person,
            searched_by_agency_id=search.agency_id,
            purpose=search.purpose,
        )
        for row, person in hits.items()
    ]
    if rows:
        SearchHit.objects.bulk_create(rows)
    else:
        SearchHit.objects.filter(pk=search.pk).exists()
