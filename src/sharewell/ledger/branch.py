"""Branches: one possible tree each, with what would have to be said if it were the true one."""

from __future__ import annotations

from dataclasses import dataclass, field

from sharewell.ledger.fault import Fault
from sharewell.ledger.tree import Frontier


@dataclass(slots=True)
class Branch:
    """One possible tree.

    blame: the faults there are if it is the true one. unchained: what to say of the entry that contradicts the last
    one, if that entry stands as it is. later: whether the last doubt was settled for the later entry. resumed: whether
    it goes on from a checkpoint, not from the entries before it.
    """

    frontier: Frontier
    blame: list[Fault] = field(default_factory=list)
    unchained: Fault | None = None
    later: bool = True
    resumed: bool = False

    def forked(self, own: bytes, stated: bytes, *, altered: Fault, unchained: Fault | None, both: bool) -> list[Branch]:
        """The trees that go on from this one with either leaf; with one, as the last doubt went, if not `both`.

        own: the leaf that the entry is; the one after it is then `unchained`. stated: the leaf that the one after it
        says it was; it is then `altered`.
        """
        grown = []
        for later in (True, False) if both else (self.later,):
            frontier = self.frontier.copy()
            frontier.append(stated if later else own)
            told = altered if later else self.unchained
            blame = [*self.blame, *([told] if told else [])]
            grown.append(Branch(frontier, blame, None if later else unchained, later, self.resumed))
        return grown
