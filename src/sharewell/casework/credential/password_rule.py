"""Which passwords will do: long, not one that everybody guesses, not made of one’s own name. No rule about signs."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib import resources
from itertools import pairwise

SHORTEST = 12
LONGEST = 200
#: What is left of a password once a name is taken out of it must be at least so long.
_LEFT = 8


def why_not(password: str, *, names: tuple[str, ...] = ()) -> str | None:
    """What is wrong with a password, in plain words; None if it will do. `names` are words close to the person."""
    if len(password) < SHORTEST:
        return f"Use at least {SHORTEST} characters. Three words that do not belong together work well"
    if len(password) > LONGEST:
        return f"Use at most {LONGEST} characters"
    low = password.lower()
    bare = re.sub(r"[\W\d_]+$|^[\W\d_]+", "", low)
    if low in _common() or bare in _common() or _plain_pattern(low):
        return "Many people use this password, so it is easy to guess. Choose another"
    rest = low
    for name in (part for text in (*names, "sharewell") for part in re.split(r"\W+", text.lower()) if len(part) > 3):
        rest = rest.replace(name, "")
    if len(rest) < _LEFT:
        return "This is mostly a name or an address that others know. Choose another"
    return None


def _plain_pattern(low: str) -> bool:
    """A few signs or a short piece over and over, or a run such as abcdef or 123456."""
    repeats_after = (low + low).find(low, 1)
    if len(set(low)) <= 3 or repeats_after < min(len(low), SHORTEST):
        return True
    runs = sum(ord(after) - ord(before) in (1, -1, 0) for before, after in pairwise(low))
    return runs >= len(low) - 3


@cache
def _common() -> frozenset[str]:
    """The passwords that are tried first, from the list that Django carries."""
    packed = resources.files("django.contrib.auth").joinpath("common-passwords.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split())
