"""The chain: each entry says which leaf stood before it, so that an entry that was altered is named by the next."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.ledger.fault import Code, Fault, Faults
from sharewell.ledger.form import Line
from sharewell.ledger.history import History
from sharewell.ledger.order import Gap

_NOT_THE_ONE = "it is not what was recorded: what follows was written behind another entry"


@dataclass(frozen=True, slots=True)
class _Contradicted:
    """An entry, and the leaf that the entry after it says it was."""

    line: Line
    stated: bytes


class Chain:
    """Takes entries and gaps in order, each with what follows it, and grows the history by the leaf that was recorded.

    Where the entry after one contradicts it, which of the two was altered is asked of the entry after that: if it
    vouches for the witness, the first was altered; if it contradicts it too, or there is none, both are possible.
    """

    def __init__(self, history: History, faults: Faults, *, file: str = "") -> None:
        self._history = history
        self._faults = faults
        self._file = file
        self._waiting: _Contradicted | None = None

    def take(self, item: Line | Gap, following: Line | Gap | None) -> bool:
        """Take one; gives whether nothing speaks against it."""
        witness = following if isinstance(following, Line) and following.whole else None
        stated = self._stated(item, witness)
        if isinstance(item, Gap) or not item.whole:
            self._unknown(item, stated)
            return False
        contradicted = stated is not None and stated != item.leaf
        if self._waiting is not None:
            self._decide(self._waiting, item, vouched=stated == item.leaf, contradicted=contradicted)
            self._waiting = None
        if contradicted and stated is not None:
            if witness is None:
                self._history.fork(item.leaf, stated, altered=self._altered(item), otherwise=None)
            else:
                self._waiting = _Contradicted(item, stated)
            return False
        self._history.grow(item.leaf)
        return True

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

    def _decide(self, earlier: _Contradicted, witness: Line, *, vouched: bool, contradicted: bool) -> None:
        altered = self._altered(earlier.line)
        if vouched:
            self._faults.add(altered)
            self._history.grow(earlier.stated)
        else:
            otherwise = None if contradicted else self._altered(witness)
            self._history.fork(earlier.line.leaf, earlier.stated, altered=altered, otherwise=otherwise)

    def _altered(self, line: Line) -> Fault:
        return Fault(Code.ALTERED, _NOT_THE_ONE, self._file, line.number, line.sequence, line.kind, line.subject)
