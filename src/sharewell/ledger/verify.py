"""Verification of an export: everything that is wrong with it, at once, in one walk with bounded memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain

from sharewell.ledger.chain import Chain
from sharewell.ledger.fault import Code, Fault, Faults
from sharewell.ledger.form import Line
from sharewell.ledger.head import TOLERANCE
from sharewell.ledger.history import History
from sharewell.ledger.order import Gap, Ordered
from sharewell.ledger.reading import CheckpointLine, RowLine
from sharewell.ledger.rows import Rows
from sharewell.ledger.signed import Trust, opened


@dataclass(frozen=True, slots=True)
class Report:
    """What verification found.

    size: entries, with those that are missing. agreed: checkpoints that agree. signed_size: how many entries the last
    of them is about; what comes after is held by the chain alone, and what was cut off after it cannot be seen.
    rows: how many rows were looked at. faults: in the order of the entries; `untold` more were counted only.
    """

    size: int
    agreed: int
    signed_size: int
    rows: int
    faults: tuple[Fault, ...] = ()
    untold: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def unsigned(self) -> int:
        """How many entries come after the last checkpoint that agrees."""
        return max(0, self.size - self.signed_size)


@dataclass(slots=True)
class _Clock:
    """Moments as they follow each other."""

    faults: Faults
    file: str
    tolerance: timedelta
    latest: str = field(default="")

    def meet(self, line: Line, *, trusted: bool) -> None:
        """Texts of moments sort as moments do, so the calendar is needed only where one goes back."""
        if line.at >= self.latest:
            if trusted:
                self.latest = line.at
            return
        back = datetime.fromisoformat(self.latest) - datetime.fromisoformat(line.at)
        if back > self.tolerance:
            what = f"its moment, {line.at}, lies before {self.latest}, which was recorded earlier"
            told = Fault(Code.BACK_DATED, what, self.file, line.number, line.sequence, line.kind, line.subject)
            self.faults.add(told)


def verify_export(
    entries: Iterable[Line | Fault],
    checkpoints: Iterable[CheckpointLine | Fault],
    trust: Trust,
    *,
    rows: Iterable[RowLine | Fault] | None = None,
    tolerance: timedelta = TOLERANCE,
    most: int = 1000,
    file: str = "",
    rows_file: str = "",
) -> Report:
    """What is wrong with an export; see `reading` for where the arguments come from.

    entries, checkpoints: in the order of the file. rows: what the register holds now, if that is to be looked at too.
    tolerance: how far a moment may lie before the latest. most: how many faults of one kind are told in full.
    """
    faults = Faults(most)
    history = History(opened(checkpoints, trust, faults, file), faults)
    links = Chain(history, file=file)
    clock = _Clock(faults, file, tolerance)
    register = None if rows is None else Rows(rows, faults, file=rows_file, entries_file=file)
    item: Line | Gap | None = None
    for following in chain(Ordered(entries, faults, file=file), (None,)):
        if item is not None:
            trusted = links.take(item, following)
            if isinstance(item, Line) and item.whole:
                clock.meet(item, trusted=trusted)
                if register is not None:
                    register.meet(item)
            elif isinstance(item, Line) and register is not None:
                register.pass_over(item.sequence, readable=False)
        item = following
    history.end(file)
    if register is not None:
        register.end(history.size)
    if history.size and not history.agreed and not faults.kept:
        faults.add(Fault(Code.UNSIGNED, "no checkpoint vouches for any entry", file))
    codes = list(Code)
    told = sorted(
        faults.kept, key=lambda each: (each.sequence is None, each.sequence or 0, codes.index(each.code), each.line)
    )
    count = 0 if register is None else register.count
    return Report(history.size, history.agreed, history.signed_size, count, tuple(told), faults.untold)
