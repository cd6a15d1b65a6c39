"""Words of the guide: labels of outcomes, which are fixed, and what the pages say about not knowing."""

from __future__ import annotations

import re

from sharewell.policy.outcome import Outcome
from sharewell.web.guide.plain import in_plain_words
from sharewell.web.icons import PICTURE

#: In the order in which they are listed.
LABELS = {
    Outcome.MUST_SHARE: "The law requires you to share",
    Outcome.SHOULD_SHARE: "Share: holding back would need a good reason",
    Outcome.MAY_SHARE: "You can share",
    Outcome.ASK_FIRST: "Ask first",
    Outcome.WEIGH: "Weigh it up",
    Outcome.NOT_YET: "Not yet",
    Outcome.MUST_NOT_SHARE: "Do not share",
    Outcome.REFER: "Get advice",
    Outcome.INCOMPLETE: "Still open",
}
#: Where there is little room.
SHORT = {**LABELS, Outcome.MUST_SHARE: "The law requires it", Outcome.SHOULD_SHARE: "Share"}
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s|$|[.,;?!])")
_QUOTED = re.compile(r'"([^"]*)"')
#: Who may know a fact, as a pack names them, in words for the page. Nothing for the reader, or for a record of ours.
WHO = {
    "practitioner": "",
    "practitioner who knows the child": "someone who knows the child",
    "register": "",
    "anyone": "",
    "lead": "your safeguarding lead",
    "safeguarding lead": "your safeguarding lead",
    "adviser": "your safeguarding lead or adviser",
    "manager": "your manager",
    "IG lead": "your data protection officer",
    "legal": "your legal adviser",
    "police": "the police",
    "school": "the school",
    "social care": "children’s social care",
    "social work": "the social worker",
    "nhs": "the health service",
    "health": "a health worker",
    "health professional": "a health professional",
    "council": "the council",
    "employer": "the employer",
    "housing": "the housing service",
    "home": "the home they live in",
    "adoption agency": "the adoption agency",
    "assessor": "the one who assessed it",
    "teacher": "the teacher",
    "SEND officer": "the council’s special needs officer",
    "Prevent lead": "your Prevent lead",
    "anyone in regulated work": "anyone in regulated work",
    "qualified professional": "a qualified professional",
}
I_DONT_KNOW = "I don’t know"
NOT_KNOWING = "That is fine. You will see whether it matters, and how to find out."


def tag(outcome: Outcome, *, short: bool = True) -> dict[str, str]:
    """An outcome as a page shows it: its words, and the name of its picture and colours."""
    return {"says": (SHORT if short else LABELS)[outcome], "is": PICTURE[outcome]}


def sentence(text: str) -> str:
    """A text that begins with a capital and ends with a stop."""
    text = printed(text.strip())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ":", "”")) else ".")


def listed(words: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def counted(number: int, one: str, many: str = "") -> str:
    """`1 answer`, `2 answers`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def printed(text: str) -> str:
    """In plain words, with the apostrophes and quotation marks of print."""
    return _QUOTED.sub(r"“\1”", _APOSTROPHE.sub("’", in_plain_words(text)))
