"""The chain: each entry says which leaf stood before it, so that an entry that was altered is named by the next."""

from __future__ import annotations

from sharewell.ledger.fault import Code, Fault
from sharewell.ledger.form import Line
from sharewell.ledger.history import History
from sharewell.ledger.order import Gap

_ALTERED = "it is not what was recorded: what follows was written behind another entry"
_UNCHAINED = "the entry before it is as it was signed, and is not the one that this one says it was"


class Chain:
    """Takes entries and gaps in order, each with what follows it, and grows the history by the leaf that was recorded.

    Where the entry after one contradicts it, either may be the one that was altered, and all that follows may have been
    written anew: the history keeps both possibilities until a checkpoint agrees with one.
    """

    def __init__(self, history: History, *, file: str = "") -> None:
        self._history = history
        self._file = file

    def take(self, item: Line | Gap, following: Line | Gap | None) -> bool:
        """Take one; gives whether nothing speaks against it."""
        witness = following if isinstance(following, Line) and following.whole else None
        stated = self._stated(item, witness)
        if isinstance(item, Gap) or not item.whole:
            self._unknown(item, stated)
            return False
        if stated is None or stated == item.leaf:
            self._history.grow(item.leaf)
            return True
        altered = self._fault(Code.ALTERED, _ALTERED, item)
        unchained = None if witness is None else self._fault(Code.UNCHAINED, _UNCHAINED, witness)
        self._history.fork(item.leaf, stated, altered=altered, unchained=unchained)
        return False

    def _stated(self, item: Line | Gap, witness: Line | None) -> bytes | None:
        """Which leaf comes last with this item, by the entry after it or by a checkpoint that was signed there."""
        if witness is not None:
            return bytes.fromhex(witness.previous)
        return self._history.last_leaf(item.sequence + 1) if isinstance(item, Line) else None

    def _unknown(self, item: Line | Gap, stated: bytes | None) -> None:
        """A leaf that is known, if at all, from the entry after it."""
        count = 1 if isinstance(item, Line) else item.last - item.first + 1
        if count == 1 and stated is not None:
            self._history.grow(stated)
        else:
            self._history.lose(count)

    def _fault(self, code: Code, what: str, line: Line) -> Fault:
        return Fault(code, what, self._file, line.number, line.sequence, line.kind, line.subject)
