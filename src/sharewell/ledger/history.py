"""Histories: which of the explanations of what is found agrees with what was signed.

While nothing is wrong there is one tree, grown leaf by leaf. Where an entry contradicts the one before it, or a
checkpoint has another root, there are two or three possible trees, each with what would have to be said if it were the
true one. The next checkpoint that agrees with one of them settles it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sharewell.ledger.branch import Branch
from sharewell.ledger.fault import Code, Fault, Faults
from sharewell.ledger.signed import Signed
from sharewell.ledger.tree import Frontier

#: How many doubts are kept open at once; with more, the stretch up to the next checkpoint is given up.
MOST_OPEN = 1000
#: How many trees are grown beside each other at most; a further doubt is settled as the one before it was.
MOST_BRANCHES = 16


class History:
    """Trees grown beside each other, held against checkpoints as they come due."""

    def __init__(self, checkpoints: Iterable[Signed], faults: Faults) -> None:
        self._checkpoints = iter(checkpoints)
        self._faults = faults
        self._branches = [Branch(Frontier())]
        self._open: list[Fault] = []
        self._met: Signed | None = None
        self._since = 0
        self.size = 0
        self.agreed = 0
        self.signed_size = 0
        self._due = next(self._checkpoints, None)
        self._look()

    def last_leaf(self, size: int) -> bytes | None:
        """What the next checkpoint says that the last leaf was, if it is of this size."""
        return (self._due.last or None) if self._due is not None and self._due.size == size else None

    def grow(self, leaf: bytes) -> None:
        """The next leaf, in every tree."""
        for branch in self._branches:
            branch.frontier.append(leaf)
            if branch.unchained is not None:
                self._chain(branch, branch.unchained)
        self.size += 1
        if self._due is not None and self._due.size <= self.size:
            self._look()

    def fork(self, own: bytes, stated: bytes, *, altered: Fault, unchained: Fault | None) -> None:
        """The next leaf is one of two: what the entry is, or what the entry after it says that it was.

        altered: to be said of it if the later one is right. unchained: to be said of the later one if it is not, and
        was not altered itself.
        """
        both = len(self._branches) <= MOST_BRANCHES // 2
        self._branches = [
            grown
            for branch in self._branches
            for grown in branch.forked(own, stated, altered=altered, unchained=unchained, both=both)
        ]
        doubt = "it was altered, or what follows it was"
        self._open.append(
            Fault(Code.DOUBTFUL, doubt, altered.file, altered.line, altered.sequence, altered.kind, altered.subject)
        )
        self.size += 1
        if len(self._open) > MOST_OPEN:
            self._settle(self._open, [])
        self._look()

    def lose(self, count: int) -> None:
        """So many leaves are not known; no tree goes on until a checkpoint says how."""
        self._settle(self._open, [])
        self.size += count
        self._look()

    def end(self, file: str) -> None:
        """Nothing follows: say what is still open, and what was signed and is not there."""
        self._settle(self._open, self._branches)
        last = None
        while self._due is not None:
            last, self._due = self._due, next(self._checkpoints, None)
        if last is not None:
            what = f"{last.size} entries were signed for, and the export ends after {self.size}"
            place = last.file or file
            self._faults.add(Fault(Code.TRUNCATED, what, place, last.line, self.size, through=last.size - 1))

    def _look(self) -> None:
        """Hold the trees against every checkpoint of this size."""
        while self._due is not None and self._due.size <= self.size:
            if self._due.size == self.size:
                self._meet(self._due)
            self._due = next(self._checkpoints, None)

    def _meet(self, signed: Signed) -> None:
        if self._met is not None and self._met.size == signed.size:
            if self._met.root != signed.root:
                self._faults.add(_split(signed))
            else:
                self.agreed += 1
            return
        for branch in self._branches:
            if branch.frontier.root() == signed.root:
                self._settle(branch.blame, [Branch(branch.frontier, unchained=branch.unchained)])
                self._agree(signed)
                return
        if self._branches:
            self._disagree(signed)
        elif signed.frontier is not None:  # nothing was grown to hold against it; what follows can be
            self._settle(self._open, [Branch(signed.frontier)])
            self._met = signed
        self._since = signed.size

    def _agree(self, signed: Signed) -> None:
        self._met = signed
        self._since = self.signed_size = signed.size
        self.agreed += 1

    def _disagree(self, signed: Signed) -> None:
        """Either the entries are not what was signed, or the checkpoint is of another history."""
        self._open.append(_differs(signed, self._since))
        own = [branch for branch in self._branches if not branch.resumed]
        for branch in own:
            branch.blame.append(_split(signed))
        resumed = [] if signed.frontier is None else [Branch(signed.frontier, list(self._open), resumed=True)]
        if len(self._open) > MOST_OPEN:
            self._settle(self._open, resumed)
        else:
            self._branches = [*own, *resumed]

    def _chain(self, branch: Branch, unchained: Fault) -> None:
        """The entry that contradicts the one before it stands as it is: that is a fault of its own."""
        if len(self._branches) == 1:
            self._faults.add(unchained)
        else:
            branch.blame.append(unchained)
        branch.unchained = None

    def _settle(self, blame: list[Fault], branches: list[Branch]) -> None:
        for fault in blame:
            self._faults.add(fault)
        self._open = []
        self._branches = branches


def _split(signed: Signed) -> Fault:
    what = f"the checkpoint of {signed.size} entries is of another history than the entries and the other checkpoints"
    return Fault(Code.SPLIT_VIEW, what, signed.file, signed.line)


def _differs(signed: Signed, since: int) -> Fault:
    last = signed.size - 1
    what = f"not what was signed at {signed.size} entries, or the checkpoint is of another history"
    return Fault(Code.ROOT_DIFFERS, what, signed.file, signed.line, min(since, last), through=last)
