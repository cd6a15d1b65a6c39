"""Who acts, for whom, when: the first argument of every use case."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Post, Practitioner, Role
from sharewell.register.scope import acting_for

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Acting:
    """A practitioner in one organisation at one moment, with the roles they hold there.

    `at` is aware; `on` is the day in England. `title` is how they sign. `fresh_until` is the moment until which their
    second factor counts as fresh, None if it does not.
    """

    practitioner: Practitioner
    organisation: Organisation
    roles: frozenset[Role]
    title: str
    at: datetime
    teams: frozenset[uuid.UUID] = frozenset()
    fresh_until: datetime | None = None

    @property
    def on(self) -> date:
        """The day, in England."""
        return self.at.astimezone(LONDON).date()


def acting(
    practitioner: Practitioner, organisation: Organisation, *, at: datetime, fresh_until: datetime | None = None
) -> Acting | None:
    """The practitioner as they may act in an organisation at a moment; None without a live post in a live partner."""
    on = at.astimezone(LONDON).date()
    mine = Post.objects.filter(practitioner=practitioner, organisation=organisation).order_by("from_on", "id")
    gone = organisation.joined_on is None or (organisation.left_on is not None and organisation.left_on <= on)
    if gone or practitioner.closed_at is not None:
        return None
    posts = [post for post in mine if live(post, on)]
    if not posts:
        return None
    return Acting(
        practitioner=practitioner,
        organisation=organisation,
        roles=frozenset(Role(post.role) for post in posts),
        title=posts[0].title,
        at=at,
        teams=frozenset(post.team_id for post in posts if post.team_id is not None),
        fresh_until=fresh_until,
    )


def live(post: Post, on: date) -> bool:
    """Whether a post is held on a day."""
    return post.from_on <= on and (post.to_on is None or post.to_on > on)


@contextmanager
def transaction_of(who: Acting) -> Iterator[None]:
    """One transaction in which the database shows and takes rows of the acting agency only."""
    with acting_for(who.organisation.id):
        yield
