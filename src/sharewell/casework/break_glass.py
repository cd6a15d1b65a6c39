"""Open a record without a relationship, for an hour, with a reason. Somebody will ask about it."""

from __future__ import annotations

import uuid
from datetime import timedelta

from sharewell.casework.access import children_of
from sharewell.casework.act import require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.behind_glass import behind_glass
from sharewell.casework.keep import keep
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.register.relationship import BrokenGlass, GlassReason
from sharewell.register.voice import Review, ReviewKind

#: How long it stays open.
OPEN = timedelta(minutes=60)
#: Within how long somebody looks at it.
REVIEWED = timedelta(days=2)
_FEWEST = 15


def break_glass(who: Acting, child: uuid.UUID, *, reason: GlassReason, words: str) -> BrokenGlass:
    """The broken glass. The information-governance lead has it to review.

    Raises: MayNot, NotThere, NeedsFreshFactor, Unfinished; AlreadyDone if the record is open to them anyway.
    """
    found = behind_glass(who, child)
    require_fresh(who)
    if children_of(who).filter(pk=found.pk).exists():
        raise AlreadyDone(found.pk)
    if len(words.strip()) < _FEWEST:
        raise Unfinished({"words": "Say what has happened and why it cannot wait, in a sentence"})
    glass = BrokenGlass(
        practitioner=who.practitioner,
        child=found,
        reason=reason,
        words=words.strip(),
        from_at=who.at,
        until_at=who.at + OPEN,
    )
    keep(who, glass, "glass-broken")
    notice = Review(child=found, kind=ReviewKind.GLASS, about=glass.pk, due_at=who.at + REVIEWED)
    keep(who, notice, "review-asked")
    return glass
