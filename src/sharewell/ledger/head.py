"""The head: where a ledger stands, and how it goes on by one entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sharewell.ledger.checkpoint import Checkpoint
from sharewell.ledger.entry import Act, Entry
from sharewell.ledger.error import BackdatedError, TreeError
from sharewell.ledger.tree import HASH_BYTES, Frontier

#: How far a moment may lie before the one that was recorded last: servers' clocks differ by seconds, and are put right.
TOLERANCE = timedelta(minutes=2)


class Head:
    """Where a ledger stands. `size`, `nodes`, `previous` and `latest` are all that has to be kept to go on later.

    nodes: the frontier of the tree. previous: leaf hash of the last entry, empty at the start. latest: the latest
    moment recorded so far, None at the start. Not safe to share: whoever appends holds the lock on the row kept.

    Raises: TreeError if these do not fit together.
    """

    __slots__ = ("_frontier", "_latest", "_previous")

    def __init__(
        self, size: int = 0, nodes: Iterable[bytes] = (), *, previous: bytes = b"", latest: datetime | None = None
    ) -> None:
        self._frontier = Frontier(size, nodes)
        if len(previous) != (HASH_BYTES if size else 0) or (latest is None) != (size == 0):
            raise TreeError("a ledger with entries has a last leaf hash and a latest moment; an empty one has neither")
        self._previous = previous
        self._latest = latest

    @property
    def size(self) -> int:
        """How many entries; the next one has this sequence number."""
        return self._frontier.size

    @property
    def nodes(self) -> tuple[bytes, ...]:
        """The frontier."""
        return self._frontier.nodes

    @property
    def previous(self) -> bytes:
        """The leaf hash of the last entry."""
        return self._previous

    @property
    def latest(self) -> datetime | None:
        """The latest moment recorded."""
        return self._latest

    @property
    def root(self) -> bytes:
        """The root over all entries."""
        return self._frontier.root()

    def append(self, act: Act, *, tolerance: timedelta = TOLERANCE) -> Entry:
        """The entry that records the act; the head then stands behind it.

        Raises: BackdatedError, and nothing has changed, if its moment lies further back than the tolerance. A record
        must not wait for a clock: give `self.not_before(now)` as the moment, and this cannot happen.
        """
        at = act.at
        if self._latest is not None and at < self._latest - tolerance:
            raise BackdatedError("the act's moment lies before what has already been recorded")
        entry = Entry(
            kind=act.kind,
            at=at,
            actor=act.actor,
            organisation=act.organisation,
            subject=act.subject,
            commitment=act.commitment,
            sequence=self._frontier.size,
            previous=self._previous,
        )
        leaf = entry.leaf
        self._frontier.append(leaf)
        self._previous = leaf
        self._latest = at if self._latest is None else max(at, self._latest)
        return entry

    def not_before(self, now: datetime) -> datetime:
        """The moment to record at when a clock shows `now`: that, or the latest recorded if the clock has gone back."""
        return now.astimezone(UTC) if self._latest is None else max(now.astimezone(UTC), self._latest)

    def checkpoint(self, origin: str) -> Checkpoint:
        """What is to be signed.

        Raises: NoteError for an origin that cannot be one.
        """
        return Checkpoint(origin, self.size, self.root)
