"""A person acting about their own account, before or after they chose for which organisation they work today."""

from __future__ import annotations

from datetime import datetime

from sharewell.casework.acting import LONDON, Acting, acting
from sharewell.casework.refusal import NotThere
from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Post, Practitioner


def homes(practitioner: Practitioner, *, at: datetime) -> tuple[Organisation, ...]:
    """The partners that the person may act for at a moment, by name."""
    on = at.astimezone(LONDON).date()
    posts = Post.objects.filter(practitioner=practitioner, from_on__lte=on).exclude(to_on__lte=on)
    held = Organisation.objects.filter(pk__in=posts.values("organisation"), joined_on__isnull=False)
    return tuple(held.exclude(left_on__lte=on).order_by("name", "pk"))


def themself(practitioner: Practitioner, *, at: datetime) -> Acting:
    """The person as they act about their own account: for the first of their organisations.

    Raises: NotThere where the account is closed or nobody has them in a post.
    """
    for organisation in homes(practitioner, at=at):
        who = acting(practitioner, organisation, at=at)
        if who is not None:
            return who
    raise NotThere("post")
