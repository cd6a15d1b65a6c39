"""What the keys that met come to: match, possible match, too many, none. Fixed thresholds, no learning. Pure.

Points of a candidate are those of the strongest key that met. `docs/reference/look-up.md` shows this table; a test
holds it to that.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sharewell.register.involvement import KeyKind, MatchState

#: Key to points out of a hundred.
POINTS: Mapping[KeyKind, int] = {
    KeyKind.NAME_AND_BIRTH: 95,
    KeyKind.NHS: 90,
    KeyKind.UPN: 90,
    KeyKind.ULN: 90,
    KeyKind.SOUND_AND_BIRTH: 80,
    KeyKind.NAME_AND_SWAPPED: 75,
    KeyKind.NAME_AND_YEAR: 60,
}
#: From so many points on it is a match.
MATCH = 95
#: From so many points on a person must decide.
POTENTIAL = 60
#: One agency with more candidates than these at the same strength: too many to tell apart.
MOST = 3

#: What agrees, in words, for the person who decides.
AGREES: Mapping[KeyKind, str] = {
    KeyKind.NAME_AND_BIRTH: "The name and the date of birth are the same.",
    KeyKind.NHS: "The NHS number is the same. Nothing else was compared.",
    KeyKind.UPN: "The UPN is the same. Nothing else was compared.",
    KeyKind.ULN: "The ULN is the same. Nothing else was compared.",
    KeyKind.SOUND_AND_BIRTH: "The name sounds the same, and the date of birth is the same. The spelling differs.",
    KeyKind.NAME_AND_SWAPPED: "The name is the same. Day and month of birth are the other way round.",
    KeyKind.NAME_AND_YEAR: "The name and the year of birth are the same. The day or month differs.",
}


@dataclass(frozen=True, slots=True)
class Met:
    """A person of an agency whom a search met, and the strongest key that it met."""

    agency: uuid.UUID
    person: uuid.UUID
    strongest: KeyKind

    @property
    def points(self) -> int:
        """How much agrees, out of a hundred."""
        return POINTS[self.strongest]


def strongest(keys: Iterable[tuple[uuid.UUID, uuid.UUID, KeyKind]]) -> list[Met]:
    """Each person once, by the strongest key; `keys` are agency, person, kind."""
    best: dict[uuid.UUID, Met] = {}
    for agency, person, kind in keys:
        if person not in best or POINTS[kind] > best[person].points:
            best[person] = Met(agency, person, kind)
    return sorted(best.values(), key=lambda met: (-met.points, str(met.agency), str(met.person)))


def state_of(met: Iterable[Met]) -> tuple[MatchState, tuple[Met, ...]]:
    """The state, and the candidates that it is about: the matches, or else those that a person must look at."""
    every = list(met)
    sure = tuple(each for each in every if each.points >= MATCH)
    if sure:
        return (MatchState.MANY, ()) if _crowded(sure, 1) else (MatchState.MATCH, sure)
    possible = tuple(each for each in every if each.points >= POTENTIAL)
    if not possible:
        return MatchState.NONE, ()
    return (MatchState.MANY, ()) if _crowded(possible, MOST) else (MatchState.POTENTIAL, possible)


def _crowded(met: Iterable[Met], most: int) -> bool:
    """Whether one agency has more of them than can be told apart."""
    return any(count > most for count in Counter(each.agency for each in met).values())
