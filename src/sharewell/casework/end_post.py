"""Ending a post. Somebody without one cannot sign in any more."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from sharewell.casework.act import Act, require, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change_shared
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.practitioner import Post, Role


def end_post(who: Acting, post: UUID) -> Post:
    """End it at once. The last administrator’s post stays.

    Raises: MayNot, NeedsFreshFactor, NotThere for a post that is not in this organisation or ended, or Unfinished.
    """
    require(who, Act.MANAGE_PEOPLE)
    require_fresh(who)
    live = Post.objects.filter(organisation=who.organisation).filter(Q(to_on__isnull=True) | Q(to_on__gt=who.on))
    found = live.select_for_update().filter(pk=post).first()
    if found is None:
        raise NotThere("post", post)
    others = live.filter(role=Role.ADMINISTRATOR, from_on__lte=who.on).exclude(pk=post)
    if found.role == Role.ADMINISTRATOR and not others.filter(practitioner__closed_at__isnull=True).exists():
        raise Unfinished({"post": "This is the only administrator. Give somebody else that role first"})
    change_shared(who, found, "post-ended", to_on=max(who.on, found.from_on))
    return found
