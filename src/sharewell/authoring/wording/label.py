"""Fixed labels: what each effect and outcome is called, the look that goes with it, and how sure a source is."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.policy.outcome import Outcome
from sharewell.policy.source import Standing


@dataclass(frozen=True, slots=True)
class Label:
    """A few words and the name of the look that repeats them; the words alone must do."""

    words: str
    look: str


_OUTCOMES = {
    Outcome.MUST_NOT_SHARE: Label("Do not share", "no"),
    Outcome.NOT_YET: Label("Not yet", "not-yet"),
    Outcome.MUST_SHARE: Label("The law requires you to share", "must"),
    Outcome.SHOULD_SHARE: Label("Share: holding back would need a good reason", "should"),
    Outcome.WEIGH: Label("Weigh it up", "weigh"),
    Outcome.ASK_FIRST: Label("Ask first", "ask"),
    Outcome.MAY_SHARE: Label("You can share", "may"),
    Outcome.REFER: Label("Get advice", "refer"),
    Outcome.INCOMPLETE: Label("Still open", "open"),
}

_STANDINGS = {
    Standing.READ: Label("Read in the source", "read"),
    Standing.SECOND_HAND: Label("Read second-hand", "second-hand"),
    Standing.RECALLED: Label("From knowledge, to be checked", "recalled"),
    Standing.AWAITING_SIGN_OFF: Label("Awaiting legal sign-off", "awaiting"),
}

#: What each standing means, for the page that explains the marks.
STANDING_MEANS = {
    Standing.READ: "We read it there.",
    Standing.SECOND_HAND: "We read it as others quote it, not in the source itself.",
    Standing.RECALLED: "Written from general knowledge. Check it before you rely on it.",
    Standing.AWAITING_SIGN_OFF: "We are sure of the idea. The exact words wait for a lawyer.",
}

#: What each outcome asks of the reader, after its label.
OUTCOME_MEANS = {
    Outcome.MUST_NOT_SHARE: "This, with them, for this. The answer says who may be told instead.",
    Outcome.NOT_YET: "One thing to find out or do first, and how.",
    Outcome.MUST_SHARE: "This, to that body, for that purpose, and no more.",
    Outcome.SHOULD_SHARE: "If you hold back, write down why.",
    Outcome.WEIGH: "A guided balance, then your judgement.",
    Outcome.ASK_FIRST: "Who to ask, how, and what a “no” would mean.",
    Outcome.MAY_SHARE: "Nothing stands in the way. Give what is needed.",
    Outcome.REFER: "The rules do not settle this. That is not a “no”: ask someone who knows.",
    Outcome.INCOMPLETE: "An answer not given yet could still change this.",
}


def outcome_label(outcome: Outcome) -> Label:
    """What an outcome is called."""
    return _OUTCOMES[outcome]


def standing_label(standing: Standing) -> Label:
    """What a standing is called."""
    return _STANDINGS[standing]


def named(name: str) -> str:
    """A name of the pack as words: `danger-and-harm` becomes `Danger and harm`."""
    words = name.replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """`1 rule`, `3 rules`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: tuple[str, ...], last: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
