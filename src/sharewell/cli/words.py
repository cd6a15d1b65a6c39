"""The words of the command line: outcomes, the emergency line, places of steps, standings. Plain, calm, and short."""

from __future__ import annotations

from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect, Place
from sharewell.policy.source import Standing

EMERGENCY = "If a child may be in danger now, ring 999 or your council's children's social care first. This can wait."
DANGER_NOW = "Ring 999 now."
DANGER_THEN = (
    "Then ring your council's children's social care. Come back afterwards: nothing here has to be answered first, "
    "and you can write it down later."
)

#: Outcome to its label, which is fixed, and one line that says what comes next.
LABELS = {
    Outcome.MUST_SHARE: "The law requires you to share",
    Outcome.SHOULD_SHARE: "Share: holding back would need a good reason",
    Outcome.MAY_SHARE: "You can share",
    Outcome.ASK_FIRST: "Ask first",
    Outcome.WEIGH: "Weigh it up",
    Outcome.MUST_NOT_SHARE: "Do not share",
    Outcome.NOT_YET: "Not yet",
    Outcome.REFER: "Get advice",
    Outcome.INCOMPLETE: "Still open",
}
NEXT = {
    Outcome.MUST_SHARE: "Give what the law asks for, to them, for this. Anything more is a new question.",
    Outcome.SHOULD_SHARE: "Give what they need for this and no more. If you hold back, write down your good reason.",
    Outcome.MAY_SHARE: "Nothing stands in the way. Give what they need for this and no more.",
    Outcome.ASK_FIRST: "Ask before it goes. Say what would go, to whom and why, and that they can say no.",
    Outcome.WEIGH: "There is reason to share and reason not to. The rules allow either answer: say which, and why.",
    Outcome.MUST_NOT_SHARE: "That is about this, for them, for this purpose. Anyone else is a new question.",
    Outcome.NOT_YET: "There is one thing to find out or do first. Then look again.",
    Outcome.REFER: 'The rules do not settle this, or point both ways. That is not a "no": ask someone today.',
    Outcome.INCOMPLETE: "More answers could change this. If you cannot wait, ask someone today.",
}
#: A shape for each kind of outcome, so that colour never stands alone: share, ask or weigh, hold, stop, advice, open.
SIGNS = {
    Outcome.MUST_SHARE: "▶",
    Outcome.SHOULD_SHARE: "▶",
    Outcome.MAY_SHARE: "▷",
    Outcome.ASK_FIRST: "?",
    Outcome.WEIGH: "⇄",
    Outcome.MUST_NOT_SHARE: "■",
    Outcome.NOT_YET: "◑",
    Outcome.REFER: "☎",
    Outcome.INCOMPLETE: "…",
}
YOU_DECIDE = (
    "This is what the rules say about the {count} you gave. You make the decision, and you may have good reason to "
    "depart from it. If you do, write down why."
)
PLACES = {Place.FIRST: "First", Place.WITH: "When you share", Place.AFTER: "Afterwards"}
PLACES_HELD = {Place.FIRST: "First", Place.WITH: "As you do", Place.AFTER: "Afterwards"}
STANDINGS = {
    Standing.READ: "● read in the source",
    Standing.SECOND_HAND: "◐ read second-hand",
    Standing.RECALLED: "○ from memory: check before you rely on it",
    Standing.AWAITING_SIGN_OFF: "◌ waiting for a lawyer to check",
}
EFFECTS = {
    Effect.PROHIBITS: "says do not share",
    Effect.HOLDS: "says not yet",
    Effect.REQUIRES: "requires it",
    Effect.EXPECTS: "says share",
    Effect.WEIGHS: "says weigh it up",
    Effect.ASKS: "says ask first",
    Effect.PERMITS: "allows it",
}
SECTORS = {
    "education": "School, college or nursery",
    "health": "Health",
    "social-care": "Social care",
    "police": "Police",
    "voluntary": "Charity or community group",
}
PACKAGES = {
    "share-all": "Share all of it",
    "share-some": "Share some of it",
    "share-none": "Share none of it",
    "not-yet": "Not yet",
    "incomplete": "Still open",
}
I_DONT_KNOW = "I don't know"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 answer`, `2 answers`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def sentence(text: str) -> str:
    """A text that begins with a capital and ends with a stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ":")) else ".")
