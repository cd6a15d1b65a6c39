"""How things are timed: contestants take turns in short rounds, and the lower quartile of the rounds counts.

Noise of a shared machine hits all of them alike, so the ratio between two contestants of one contest can be relied on;
the microseconds cannot.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Timing:
    """Seconds: lower quartile, least, median and most of the rounds."""

    quartile: float
    least: float
    median: float
    most: float
    rounds: int

    @staticmethod
    def of(seconds: Sequence[float]) -> Timing:
        """From the seconds of each round."""
        order = sorted(seconds)
        return Timing(order[len(order) // 4], order[0], median(order), order[-1], len(order))

    def scaled(self, by: float) -> dict[str, float]:
        """As JSON, in another unit: 1e6 gives microseconds."""
        return {name: value if name == "rounds" else value * by for name, value in asdict(self).items()}


class Contest:
    """Contestants that do the same work on their own form of the same cases."""

    def __init__(self, rounds: int, slice_seconds: float = 0.02) -> None:
        self.rounds = rounds
        self.slice = slice_seconds
        self._entries: dict[str, tuple[Callable[[Any], Any], Sequence[Any]]] = {}

    def add(self, name: str, work: Callable[[Any], Any], cases: Sequence[Any]) -> None:
        """Enter a contestant: `work` is called with one case after the other."""
        self._entries[name] = (work, cases)

    def run(self) -> dict[str, Timing]:
        """Seconds per case of each contestant."""
        sizes = {name: self._size(work, cases) for name, (work, cases) in self._entries.items()}
        seconds: dict[str, list[float]] = {name: [] for name in self._entries}
        gc.collect()
        gc.disable()
        try:
            for turn in range(self.rounds):
                for name, (work, cases) in self._entries.items():
                    size = sizes[name]
                    some = [cases[(turn * size + i) % len(cases)] for i in range(size)]
                    start = perf_counter()
                    for case in some:
                        work(case)
                    seconds[name].append((perf_counter() - start) / size)
        finally:
            gc.enable()
        return {name: Timing.of(each) for name, each in seconds.items()}

    def _size(self, work: Callable[[Any], Any], cases: Sequence[Any]) -> int:
        """How many cases fill a slice; every case is done once at first, so that nothing is met cold."""
        start = perf_counter()
        done = 0
        for case in cases:
            work(case)
            done += 1
            if perf_counter() - start > 10 * self.slice:
                break
        start = perf_counter()
        few = cases[: max(1, min(done, 50))]
        for case in few:
            work(case)
        each = (perf_counter() - start) / len(few)
        return max(2, min(len(cases), int(self.slice / each)))


def repeated(work: Callable[[], Any], least: int = 3, most: int = 25, seconds: float = 8.0) -> Timing:
    """Time one whole piece of work again and again, within the seconds given."""
    taken: list[float] = []
    end = perf_counter() + seconds
    while len(taken) < least or (len(taken) < most and perf_counter() < end):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return Timing.of(taken)


def memory_megabytes(which: str = "VmRSS") -> float:
    """Resident memory of this process; `VmHWM` is the most since the last reset."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(which + ":"):
            return int(line.split()[1]) / 1024
    return 0.0


def extra_memory(work: Callable[[], Any]) -> float:
    """Megabytes that one run needs at its peak beyond what was there before."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    before = memory_megabytes()
    work()
    return max(0.0, memory_megabytes("VmHWM") - before)
