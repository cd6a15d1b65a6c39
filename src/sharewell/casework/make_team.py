"""Making a team inside one’s own organisation."""

from __future__ import annotations

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.refusal import Unfinished
from sharewell.register.organisation import Team


def make_team(who: Acting, *, name: str) -> Team:
    """The team.

    Raises: MayNot, or Unfinished.
    """
    require(who, Act.MANAGE_PEOPLE)
    title = name.strip()
    if not title:
        raise Unfinished({"name": "Give the team’s name"})
    if Team.objects.filter(agency=who.organisation, name__iexact=title).exists():
        raise Unfinished({"name": "There is a team with this name"})
    return keep(who, Team(name=title), "team-made")
