"""Entries put in order: what is missing, stands elsewhere or stands twice, found in one walk with bounded memory."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from sharewell.ledger.fault import Code, Fault, Faults
from sharewell.ledger.form import Line

#: How many entries are held while one before them has not come. Beyond that it is missing, and found again if it comes.
WINDOW = 10_000


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries that did not come: from `first` to `last`."""

    first: int
    last: int


class Ordered:
    """The lines of a file in the order of their sequence, each once, with gaps where some did not come.

    Faults go to `faults`. Of entries that stand out of order, the fewest that explain it are named: all that are not in
    a longest run that rises.
    """

    def __init__(self, lines: Iterable[Line | Fault], faults: Faults, *, file: str = "", window: int = WINDOW) -> None:
        self._lines = lines
        self._faults = faults
        self._file = file
        self._window = window
        self._next = 0
        self._latest: Line | None = None
        self._ahead: dict[int, Line] = {}
        self._places: list[int] = []
        self._came: list[Line] = []
        self._gaps: list[Gap] = []

    def __iter__(self) -> Iterator[Line | Gap]:
        """Walk the file once."""
        for line in self._lines:
            if isinstance(line, Fault):
                self._faults.add(line)
            elif line.sequence == self._next:
                if not self._ahead:
                    self._next += 1
                    self._latest = line
                    yield line
                    continue
                self._come(line)
                yield from self._place(line)
            elif line.sequence < self._next or line.sequence in self._ahead:
                self._again(line)
            else:
                self._come(line)
                self._ahead[line.sequence] = line
                heappush(self._places, line.sequence)
                if len(self._ahead) > self._window:
                    yield from self._give_up()
        while self._ahead:
            yield from self._give_up()
        for gap in self._gaps:
            what = "not there, though later ones are"
            self._faults.add(Fault(Code.MISSING, what, self._file, sequence=gap.first, through=gap.last))

    def _come(self, line: Line) -> None:
        """Note in which order lines come, while one before them has not come."""
        self._came.append(line)
        if len(self._came) > 4 * self._window:
            self._name()

    def _name(self) -> None:
        """Name those that came out of order."""
        for each in _strays(self._came):
            self._tell(Code.REORDERED, "it does not stand in the order of its sequence", each)
        self._came = []

    def _place(self, line: Line) -> Iterator[Line]:
        """This line is next; so may be some of those that are held."""
        following: Line | None = line
        while following is not None:
            self._latest = following
            self._next += 1
            yield following
            following = self._ahead.pop(self._next, None)
        if not self._ahead:
            self._name()
            self._places = []

    def _give_up(self) -> Iterator[Line | Gap]:
        """What comes before all that is held will not come."""
        first = heappop(self._places)
        while first not in self._ahead:  # it has been placed since
            first = heappop(self._places)
        gap = Gap(self._next, first - 1)
        self._gaps.append(gap)
        yield gap
        self._next = first
        yield from self._place(self._ahead.pop(first))

    def _again(self, line: Line) -> None:
        """A sequence that was taken already, or that was given up."""
        index = bisect_right(self._gaps, line.sequence, key=lambda each: each.first) - 1
        gap = self._gaps[index] if index >= 0 else None
        if gap is None or line.sequence > gap.last:
            held = self._ahead.get(line.sequence) or self._latest
            if held is not None and held.sequence == line.sequence and held.leaf != line.leaf:
                self._tell(Code.INSERTED, "two different entries have this sequence; at most one was recorded", line)
            else:
                self._tell(Code.REPEATED, "an entry with this sequence stands further up", line)
            return
        parts = (Gap(gap.first, line.sequence - 1), Gap(line.sequence + 1, gap.last))
        self._gaps[index : index + 1] = [part for part in parts if part.first <= part.last]
        self._tell(Code.REORDERED, "it stands far behind its place, where it could not be checked", line)

    def _tell(self, code: Code, what: str, line: Line) -> None:
        self._faults.add(Fault(code, what, self._file, line.number, line.sequence, line.kind, line.subject))


def _strays(lines: list[Line]) -> list[Line]:
    """Those outside a longest rising run of sequences, found as in patience sorting."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, line in enumerate(lines):
        length = bisect_left(ends, line.sequence)
        ends[length : length + 1] = [line.sequence]
        places[length : length + 1] = [place]
        before.append(places[length - 1] if length else -1)
    rising = set()
    place = places[-1] if places else -1
    while place >= 0:
        rising.add(place)
        place = before[place]
    return [line for place, line in enumerate(lines) if place not in rising]
