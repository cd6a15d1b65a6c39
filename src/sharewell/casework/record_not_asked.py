"""Write down that somebody was not asked, why, which second person agreed, and when to ask again."""

from __future__ import annotations

import uuid
from datetime import date

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting, live
from sharewell.casework.keep import keep
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.within import of_child, person_around
from sharewell.register.consent import NotAsked, NotAskedReason
from sharewell.register.practitioner import Post, Practitioner
from sharewell.register.request import InformationRequest


def record_not_asked(
    who: Acting,
    request: uuid.UUID,
    *,
    reason: NotAskedReason,
    words: str,
    person: uuid.UUID | None = None,
    agreed_by: uuid.UUID | None = None,
    ask_again_on: date | None = None,
) -> NotAsked:
    """That consent was not sought for a request: from one person, or from anybody.

    Whether a manager has to agree is for the rules to say (`safeguards`); who it was is kept here.

    Raises: MayNot, NotThere, Unfinished.
    """
    found = of_child(who, InformationRequest, request, act=Act.RECORD_CONSENT)
    problems: dict[str, str] = {}
    if not words.strip():
        problems["words"] = "Say in your own words why they were not asked"
    if agreed_by == who.practitioner.pk:
        problems["agreed_by"] = "Somebody else has to agree, not you"
    if ask_again_on and ask_again_on < who.on:
        problems["ask_again_on"] = "Choose a day from today on"
    if problems:
        raise Unfinished(problems)
    row = NotAsked(
        request=found,
        person=person_around(found.child, person) if person else None,
        reason=reason,
        words=words.strip(),
        agreed_by=colleague(who, agreed_by),
        ask_again_on=ask_again_on,
    )
    return keep(who, row, "consent-not-sought")


def colleague(who: Acting, sought: uuid.UUID | None) -> Practitioner | None:
    """Somebody who works for the same agency today.

    Raises: NotThere.
    """
    if sought is None:
        return None
    posts = Post.objects.filter(practitioner=sought, organisation=who.organisation).select_related("practitioner")
    for post in posts:
        if live(post, who.on) and post.practitioner.closed_at is None:
            return post.practitioner
    raise NotThere("practitioner", sought)
