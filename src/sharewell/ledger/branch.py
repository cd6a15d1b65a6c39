"""Branches: one possible tree each, with what would have to be said if it were the true one."""

from __future__ import annotations

from dataclasses import dataclass, field

from sharewell.ledger.fault import Fault
from sharewell.ledger.tree import Frontier


@dataclass(slots=True)
class Branch:
    """One possible tree.

    blame: the faults there are if it is the true one. later: whether the last doubt was settled for the later entry.
    resumed: whether it goes on from a checkpoint, not from the entries before it.
    """

    frontier: Frontier
    blame: list[Fault] = field(default_factory=list)
    later: bool = True
    resumed: bool = False

    def forked(self, own: bytes, stated: bytes, *, altered: Fault, otherwise: Fault | None, both: bool) -> list[Branch]:
        """The trees that go on from this one with either leaf; with one of the two, as the last doubt went, if not `both`.

        own, otherwise: the leaf that the entry is, and what to say if it is right. stated, altered: the leaf that the
        entry after it says it was, and what to say if that is right.
        """
        grown = []
        for later in (True, False) if both else (self.later,):
            frontier = self.frontier.copy()
            frontier.append(stated if later else own)
            told = altered if later else otherwise
            grown.append(Branch(frontier, [*self.blame, *([told] if told else [])], later, self.resumed))
        return grown
