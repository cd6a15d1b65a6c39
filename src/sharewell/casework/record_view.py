"""Write down what a child or somebody near them wants or thinks, in their own words; and what was done about it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.assess_competence import request_of
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.within import of_child, person_around
from sharewell.register.voice import Obtained, View, ViewResponse


@dataclass(frozen=True, slots=True)
class Voice:
    """What was said, and how it was obtained; or why it was not."""

    by_person: uuid.UUID
    about: str
    obtained: Obtained
    said_on: date
    own_words: str = ""
    support: str = ""
    why_not: str = ""
    request: uuid.UUID | None = None
    once: uuid.UUID | None = None


def record_view(who: Acting, child: uuid.UUID, *, voice: Voice) -> View:
    """The view, as it was said.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = theirs(who, child, act=Act.RECORD_CONSENT)
    problems: dict[str, str] = {}
    if not voice.about.strip():
        problems["about"] = "Say what they were asked about"
    if voice.obtained == Obtained.NOT_OBTAINED and not voice.why_not.strip():
        problems["why_not"] = "Say why they were not heard this time"
    if voice.obtained != Obtained.NOT_OBTAINED and not voice.own_words.strip():
        problems["own_words"] = "Write what they said, in their own words, or what you saw"
    if voice.said_on > who.on:
        problems["said_on"] = "The day must be today or earlier"
    if problems:
        raise Unfinished(problems)
    person = person_around(found, voice.by_person)
    request = request_of(who, found, voice.request)
    if voice.once and (before := done_before(who, View, voice.once)):
        raise AlreadyDone(before.pk)
    heard = voice.obtained != Obtained.NOT_OBTAINED
    view = View(
        child=found,
        by_person=person,
        request=request,
        about=voice.about.strip(),
        own_words=voice.own_words.strip() if heard else "",
        obtained=voice.obtained,
        support=voice.support.strip(),
        why_not="" if heard else voice.why_not.strip(),
        said_on=voice.said_on,
    )
    if voice.once:
        view.pk = voice.once
    return keep(who, view, "view-recorded")


def answer_view(
    who: Acting, view: uuid.UUID, *, done: str, told_on: date | None = None, told_how: str = ""
) -> ViewResponse:
    """What was done about a view, and whether they were told.

    Raises: MayNot, NotThere, Unfinished.
    """
    found = of_child(who, View, view, act=Act.RECORD_CONSENT)
    problems: dict[str, str] = {}
    if not done.strip():
        problems["done"] = "Say what was done about it. If nothing was, say why"
    if told_on and not found.said_on <= told_on <= who.on:
        problems["told_on"] = "Choose a day from the day they said it to today"
    if told_on and not told_how.strip():
        problems["told_how"] = "Say how they were told"
    if problems:
        raise Unfinished(problems)
    return keep(
        who, ViewResponse(view=found, done=done.strip(), told_on=told_on, told_how=told_how.strip()), "view-answered"
    )
