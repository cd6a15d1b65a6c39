"""Giving somebody a post: a role in this organisation, from a day on."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sharewell.casework.act import Act, require, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep_shared
from sharewell.casework.refusal import MayNot, NotThere, Unfinished
from sharewell.register.organisation import Team
from sharewell.register.practitioner import Post, Practitioner, Role


def make_post(
    who: Acting, practitioner: Practitioner, *, role: Role, title: str, from_on: date, team: UUID | None = None
) -> Post:
    """The post. Nobody gives one to themself: another administrator does.

    Raises: MayNot, NeedsFreshFactor, NotThere for a team that is not ours, or Unfinished.
    """
    require(who, Act.MANAGE_PEOPLE)
    require_fresh(who)
    if practitioner.pk == who.practitioner.pk:
        raise MayNot("give-oneself-a-post")
    if not title.strip():
        raise Unfinished({"title": "Give their job title, as they sign letters"})
    ours = Team.objects.filter(pk=team, agency=who.organisation, closed_on__isnull=True).first() if team else None
    if team is not None and ours is None:
        raise NotThere("team", team)
    held = Post.objects.filter(practitioner=practitioner, organisation=who.organisation, role=role, team=ours)
    if held.exclude(to_on__lte=from_on).exists():
        raise Unfinished({"role": "They have this post already"})
    post = Post(
        practitioner=practitioner,
        organisation=who.organisation,
        role=role,
        title=title.strip(),
        team=ours,
        from_on=from_on,
    )
    keep_shared(who, post, "post-given")
    return post
