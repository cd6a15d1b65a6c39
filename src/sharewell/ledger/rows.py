"""The register's rows beside the ledger: each still what its entry committed to, none come or gone unrecorded."""

from __future__ import annotations

from collections.abc import Iterable

from sharewell.ledger.fault import Code, Fault, Faults
from sharewell.ledger.form import Line
from sharewell.ledger.reading import RowLine

#: The kind of the entry that an erasure leaves. Its subject is the row that was erased.
ERASED = "erased"


class Rows:
    """Walks the rows beside the entries, both in the order of their sequence.

    Memory grows with the number of rows that are gone and of which no erasure has been seen yet, and with nothing else.
    """

    def __init__(
        self, rows: Iterable[RowLine | Fault], faults: Faults, *, file: str = "", entries_file: str = ""
    ) -> None:
        self._rows = iter(rows)
        self._faults = faults
        self._file = file
        self._entries_file = entries_file
        self._gone: dict[str, list[tuple[int, int, str]]] = {}
        self._latest = -1
        self.count = 0
        self._row = self._advance()

    def meet(self, line: Line) -> None:
        """Hold the next entry against its row."""
        self.pass_over(line.sequence - 1)
        row = self._row
        if line.kind == ERASED:
            self._gone.pop(line.subject, None)
        if row is None or row.sequence != line.sequence or not row.commitment:
            if line.commitment:
                self._gone.setdefault(line.subject, []).append((line.number, line.sequence, line.kind))
        elif row.subject != line.subject:
            self._tell(
                Code.ROW_ALTERED, "the row has another identifier than the entry that recorded it", row, line.kind
            )
        elif row.commitment != line.commitment:
            self._tell(
                Code.ROW_ALTERED, "the row is not what was recorded: it does not open the commitment", row, line.kind
            )
        if row is not None and row.sequence == line.sequence:
            self._row = self._advance()

    def pass_over(self, sequence: int, *, readable: bool = True) -> None:
        """Rows up to this sequence have no entry; where it was not readable, that has been said already."""
        while self._row is not None and self._row.sequence is not None and self._row.sequence <= sequence:
            if readable:
                self._tell(Code.ROW_WITHOUT_ENTRY, "the entry that is to have recorded the row is not there", self._row)
            self._row = self._advance()

    def end(self, size: int) -> None:
        """Nothing follows: what is left has no entry, and what is gone was not erased."""
        while self._row is not None:
            self._tell(Code.ROW_WITHOUT_ENTRY, f"the row names an entry beyond the {size} there are", self._row)
            self._row = self._advance()
        for subject, gone in self._gone.items():
            for number, sequence, kind in gone:
                what = "its row is not in the register, and no erasure names it"
                self._faults.add(Fault(Code.ROW_GONE, what, self._entries_file, number, sequence, kind, subject))

    def _advance(self) -> RowLine | None:
        """The next row that can be held against an entry."""
        for row in self._rows:
            if isinstance(row, Fault):
                self._faults.add(row)
                continue
            self.count += 1
            if row.sequence is None:
                self._tell(Code.ROW_WITHOUT_ENTRY, "the row knows of no entry that recorded it", row)
            elif row.sequence <= self._latest:
                self._tell(Code.ROW_OUT_OF_PLACE, "the row stands behind its place, or twice", row)
            else:
                self._latest = row.sequence
                return row
        return None

    def _tell(self, code: Code, what: str, row: RowLine, kind: str = "") -> None:
        self._faults.add(Fault(code, what, self._file, row.number, row.sequence, kind, row.subject))
