"""Outcomes: what the rules say in the end."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """The nine outcomes. `INCOMPLETE`: a fact not asked yet could still change it. `REFER`: get advice, never "no"."""

    MUST_NOT_SHARE = "must-not-share"
    NOT_YET = "not-yet"
    MUST_SHARE = "must-share"
    SHOULD_SHARE = "should-share"
    WEIGH = "weigh"
    ASK_FIRST = "ask-first"
    MAY_SHARE = "may-share"
    REFER = "refer"
    INCOMPLETE = "incomplete"

    @property
    def sharing(self) -> bool:
        """Whether the rules say that the information can go."""
        return self in SHARING

    @property
    def says(self) -> str:
        """The outcome as said to the practitioner."""
        return _SAYS[self]


SHARING = frozenset({Outcome.MUST_SHARE, Outcome.SHOULD_SHARE, Outcome.MAY_SHARE})

_SAYS = {
    Outcome.MUST_NOT_SHARE: "Do not share this, with them, for this",
    Outcome.NOT_YET: "Not yet: one thing to find out or do first",
    Outcome.MUST_SHARE: "The law requires you to share",
    Outcome.SHOULD_SHARE: "Share: holding back would need a good reason",
    Outcome.WEIGH: "Weigh it up, then use your judgement",
    Outcome.ASK_FIRST: "Ask first",
    Outcome.MAY_SHARE: "You can share",
    Outcome.REFER: "The rules do not settle this: get advice",
    Outcome.INCOMPLETE: "Not enough is known yet to answer",
}
