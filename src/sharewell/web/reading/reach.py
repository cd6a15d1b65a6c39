"""Words for a day that the rules do not reach; none for a day that they do."""

from __future__ import annotations

from datetime import date

from sharewell.policy.reach import Reach, last_review, reach
from sharewell.web.day import in_words
from sharewell.web.reading.shelf import pack_named

#: What is said where a day cannot be read or lies outside every rulebook.
WHICH_DAYS = "Enter a day between 1 January 1900 and 31 December 2099."


def reach_words(name: str, day: date) -> str:
    """Why the rules of a pack say little about a day, for the band over a page."""
    pack = pack_named(name)
    match reach(pack, day):
        case Reach.BEFORE:
            return (
                f"These rules begin on {in_words(pack.first_day)}. We wrote down nothing from before that day. "
                "That does not mean no. Get advice."
            )
        case Reach.BEYOND if last := last_review(pack):
            return (
                f"Nobody has looked beyond {in_words(last)}, when all sources must be read again. "
                "This is what we know now. The law may be another by then."
            )
        case _:
            return ""
