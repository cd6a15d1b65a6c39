"""What somebody looks for: a name with a date of birth, or a number; always for a purpose."""

from __future__ import annotations

import json
import uuid
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sharewell.casework.acting import Acting
from sharewell.casework.check_digit import wrong_with_number
from sharewell.casework.credential.seal import seal
from sharewell.casework.index_key import sought, sought_number
from sharewell.casework.keep import keep
from sharewell.casework.ledger_append import append
from sharewell.casework.match import Met
from sharewell.casework.name_form import plain
from sharewell.casework.refusal import Unfinished
from sharewell.register.across import note_search
from sharewell.register.involvement import KeyKind, MatchState, Search, SearchHit, SearchScope
from sharewell.register.person import IdentifierKind

GIVEN = "register_search:given"
#: Entries of the ledger beside the search's own, whomever it met: few children are known to more agencies.
ENTRIES = 4
_FEWEST = 10
_EVERY = (KeyKind.NHS, KeyKind.UPN, KeyKind.ULN)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was given: first and family name with a date of birth, or a national number. And what it is for."""

    purpose: str
    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    kind: KeyKind | None = None
    number: str = ""


def checked(wanted: Wanted, on: date) -> dict[str, KeyKind]:
    """The keys to look for, each with its kind.

    Raises: Unfinished.
    """
    problems: dict[str, str] = {}
    if len(wanted.purpose.strip()) < _FEWEST:
        problems["purpose"] = "Say what you need to know this for, in a few words. The child can see it later"
    if wanted.kind is not None:
        wrong = wrong_with_number(IdentifierKind(wanted.kind.value), wanted.number) if wanted.kind in _EVERY else "No"
        if wrong:
            problems["number"] = wrong
    else:
        if not plain(wanted.given_name):
            problems["given_name"] = "Give the first name"
        if not plain(wanted.family_name):
            problems["family_name"] = "Give the family name"
        if wanted.born_on is None:
            problems["born_on"] = "Give the date of birth. Without it too many children share a name"
        elif wanted.born_on > on:
            problems["born_on"] = "The date of birth must be today or earlier"
    if problems:
        raise Unfinished(problems)
    if wanted.kind is not None:
        return sought_number(wanted.kind, wanted.number)
    assert wanted.born_on is not None  # noqa: S101  looked at above
    return sought(wanted.given_name, wanted.family_name, wanted.born_on)


def kept_search(who: Acting, wanted: Wanted, *, scope: SearchScope, state: MatchState, met: Sequence[Met]) -> Search:
    """The search, kept, and in each agency whose person it met a row that says so; every row with its entry.

    As many entries for nobody as for a few: how long it takes, and what the database is asked, says nothing.
    """
    search = Search(scope=scope, purpose=wanted.purpose.strip()[:300], state=state)
    search.given = _sealed(search.pk, wanted)
    keep(who, search, "search-made")
    hits = [
        SearchHit(
            agency_id=each.agency,
            recorded_at=search.recorded_at,
            recorded_by=search.recorded_by,
            search=search,
            person_id=each.person,
            searched_by_agency_id=search.agency_id,
            purpose=search.purpose,
        )
        for each in met
    ]
    note_search(search, {hit.pk: hit.person_id for hit in hits})
    for hit in hits:
        append(who, "search-met", hit)
    for _ in range(ENTRIES - len(hits)):
        append(who, "search-noted", search)
    return search


def _sealed(search: uuid.UUID, wanted: Wanted) -> str:
    told = {
        "given_name": wanted.given_name,
        "family_name": wanted.family_name,
        "born_on": wanted.born_on.isoformat() if wanted.born_on else "",
        "kind": wanted.kind.value if wanted.kind else "",
        "number": wanted.number,
    }
    return b64encode(seal(json.dumps(told, sort_keys=True).encode(), row=search, place=GIVEN)).decode()
