"""Many stories at once, step by step in the order of their days: so the ledger's moments are what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import heapify, heappop, heappush

#: A story says when its next step is, and lives it when it is asked again.
Story = Iterator[datetime]


def live(stories: Iterable[Story], until: datetime, ended: Callable[[], None]) -> None:
    """Live every story up to a moment; what would come later has not happened. `ended` hears of each that is over."""
    waiting = [(at, number, story) for number, story in enumerate(stories) if (at := next(story, None))]
    heapify(waiting)
    while waiting:
        at, number, story = heappop(waiting)
        following = next(story, None) if at <= until else None
        if following is None:
            ended()
        else:
            heappush(waiting, (following, number, story))
