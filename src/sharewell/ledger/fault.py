"""Faults: what verification finds wrong with an export: which kind of thing, what exactly, where, and what to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Every kind of fault. The value is stable."""

    UNREADABLE = "unreadable"
    ALTERED = "altered"
    UNCHAINED = "unchained"
    DOUBTFUL = "doubtful"
    MISSING = "missing"
    REORDERED = "reordered"
    REPEATED = "repeated"
    INSERTED = "inserted"
    BACK_DATED = "back-dated"
    TRUNCATED = "truncated"
    UNSIGNED = "unsigned"
    ROOT_DIFFERS = "root-differs"
    SPLIT_VIEW = "split-view"
    BAD_SIGNATURE = "bad-signature"
    BAD_CHECKPOINT = "bad-checkpoint"
    OTHER_LEDGER = "other-ledger"
    ROW_ALTERED = "row-altered"
    ROW_GONE = "row-gone"
    ROW_WITHOUT_ENTRY = "row-without-entry"
    ROW_OUT_OF_PLACE = "row-out-of-place"

    @property
    def advice(self) -> str:
        """What to do about one."""
        return _ADVICE[self]


_COMPARE = "compare with an earlier export or a backup, and find out who could write to the ledger's table"
_ADVICE = {
    Code.UNREADABLE: "compare this line with the register's own, and export again if the file was damaged",
    Code.ALTERED: _COMPARE,
    Code.UNCHAINED: "it was altered, or the register recorded it behind another entry: ask how it wrote that day",
    Code.DOUBTFUL: _COMPARE,
    Code.MISSING: _COMPARE,
    Code.REORDERED: "put the lines in the order of their sequence, and verify again; then ask why they were not",
    Code.REPEATED: "ask how the export was made: the register cannot hold a sequence twice",
    Code.INSERTED: _COMPARE,
    Code.BACK_DATED: "ask what the clock of the server showed, and hold it against other records of that time",
    Code.TRUNCATED: "export again; if they stay away, they were removed after the checkpoint was signed",
    Code.UNSIGNED: "export again with its checkpoints: without one, anybody could have written all of it",
    Code.ROOT_DIFFERS: _COMPARE,
    Code.SPLIT_VIEW: "keep both: the key has signed two histories, and whoever holds the key has to explain it",
    Code.BAD_SIGNATURE: "check that the key is the right one; if it is, the checkpoint was altered or not signed by it",
    Code.BAD_CHECKPOINT: "compare with the checkpoint as it was published",
    Code.OTHER_LEDGER: "check that the files belong together",
    Code.ROW_ALTERED: "compare the row with a backup: it was changed after it was recorded, or exported wrongly",
    Code.ROW_GONE: "look for it in a backup: it was removed without an erasure that names it",
    Code.ROW_WITHOUT_ENTRY: "ask how the row came into the register: nothing recorded it",
    Code.ROW_OUT_OF_PLACE: "export the rows in the order of their sequence, each once, and verify again",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `line` counts from 1, 0 if it is about no line; `sequence`, `kind` and `subject` name the entry.

    through: the last entry, where it is about all from `sequence` on.
    """

    code: Code
    what: str
    file: str = ""
    line: int = 0
    sequence: int | None = None
    kind: str = ""
    subject: str = ""
    through: int | None = None

    @property
    def where(self) -> str:
        """File and line, and which entry."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        entry = "" if self.sequence is None else f"entry {self.sequence}"
        if self.through is not None and self.through != self.sequence:
            entry = f"entries {self.sequence} to {self.through}"
        named = ", ".join(each for each in (self.kind, self.subject) if each)
        return " ".join(each for each in (place, entry, f"({named})" if named else "") if each)

    def __str__(self) -> str:
        """All of it on one line."""
        return f"{self.where}: {self.code}: {self.what}; {self.code.advice}"


@dataclass(slots=True)
class Faults:
    """Collects faults, `most` of each kind in full and the rest by number, so that memory stays bounded."""

    most: int = 1000
    kept: list[Fault] = field(default_factory=list)
    counts: Counter[Code] = field(default_factory=Counter)

    def add(self, fault: Fault) -> None:
        """Count one, and keep it if there are not too many like it."""
        self.counts[fault.code] += 1
        if self.counts[fault.code] <= self.most:
            self.kept.append(fault)

    @property
    def untold(self) -> int:
        """How many are counted only."""
        return self.counts.total() - len(self.kept)
