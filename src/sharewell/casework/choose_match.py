"""Decide about a possible match: the same child, or not. It is kept, and the last word counts."""

from __future__ import annotations

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.look_up import ServiceFound, meant, services_of
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.across import listed
from sharewell.register.involvement import MatchChoice, Search


def choose_match(who: Acting, token: str, *, same: bool, reason: str) -> tuple[MatchChoice, tuple[ServiceFound, ...]]:
    """The choice; and the services of the child, if it is the same one. Only whoever searched may choose.

    Raises: MayNot, NotThere, Unfinished.
    """
    require(who, Act.SEARCH)
    found = meant(token)
    mine = Search.objects.filter(agency=who.organisation, recorded_by=who.practitioner)
    search = mine.filter(pk=found[0]).first() if found else None
    if found is None or search is None:
        raise NotThere("search")
    if not reason.strip():
        raise Unfinished({"reason": "Say what makes you sure"})
    choice = MatchChoice(search=search, person_id=found[1], same="same" if same else "not", reason=reason.strip()[:300])
    keep(who, choice, "match-chosen")
    rows = listed([found[1]], who.on)
    return choice, services_of(who, rows if same else [])
