"""Rows beside the ledger: each change, loss and addition in the register is found and named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.canonical import canonical
from sharewell.ledger.entry import Act
from sharewell.ledger.fault import Code, Fault
from sharewell.ledger.reading import RowLine, read_rows
from tests.ledger.made import START, Made, act, made, named, recorded, told, verified

LEDGER = made(12, 12)


def verified_with(rows: list[bytes], ledger: Made = LEDGER) -> list[tuple[Code, int | None]]:
    return told(verified(ledger.lines, rows))


@given(st.data())
def test_an_altered_row_is_named(data: st.DataObject) -> None:
    rows = LEDGER.rows
    place = data.draw(st.integers(0, len(rows) - 1), "place")
    row = json.loads(rows[place])
    change: dict[str, Any] = {"subject": "row/9999"}
    if "content" in row:
        change = data.draw(
            st.sampled_from([change, {"salt": "00" * 32}, {"content": {"bicycle": place, "lent": False}}]), "change"
        )
    elif data.draw(st.booleans(), "commitment"):
        change = {"commitment": "00" * 32}
    rows[place] = canonical({**row, **change})
    report = verified(LEDGER.lines, rows)
    assert told(report) == [(Code.ROW_ALTERED, place)]
    (fault,) = named(report, place)
    assert (fault.file, fault.line, fault.kind) == ("rows.jsonl", place + 1, LEDGER.entries[place].kind)


@given(st.sets(st.integers(0, 11), min_size=1))
def test_rows_that_are_gone_are_named(gone: set[int]) -> None:
    rows = [row for place, row in enumerate(LEDGER.rows) if place not in gone]
    report = verified(LEDGER.lines, rows)
    assert told(report) == [(Code.ROW_GONE, place) for place in sorted(gone)]
    assert {each.subject for each in report.faults} == {f"row/{place}" for place in gone}


@pytest.mark.parametrize("left", [b"", b'{"commitment":"","sequence":3,"subject":"row/3"}'])
def test_a_row_that_was_erased_is_not_a_fault(left: bytes) -> None:
    """Its entry stays, an entry of the erasure follows, and there is nothing in the row, or no row."""
    erasure = Act(kind="erased", at=START.replace(hour=20), actor="a", organisation="o", subject="row/3")
    ledger = recorded([*(act(i) for i in range(12)), erasure], [13])
    rows = [row for row in [*ledger.rows[:3], left, *ledger.rows[4:]] if row]
    assert verified_with(rows, ledger) == []
    other = recorded([*(act(i) for i in range(12)), act(12, kind="erased", subject="row/4", commitment=b"")], [13])
    assert verified_with(rows, other) == [(Code.ROW_GONE, 3)]
    first = recorded([*(act(i) for i in range(3)), erasure, *(act(i, at=erasure.at) for i in range(4, 12))], [12])
    assert (Code.ROW_GONE, 3) not in verified_with(first.rows, first)


def test_rows_that_nothing_recorded() -> None:
    stranger = b'{"commitment":"","sequence":null,"subject":"row/77"}'
    beyond = b'{"commitment":"","sequence":12,"subject":"row/12"}'
    assert verified_with([*LEDGER.rows, beyond, stranger]) == [
        (Code.ROW_WITHOUT_ENTRY, 12),
        (Code.ROW_WITHOUT_ENTRY, None),
    ]
    without = LEDGER.exported([each for each in LEDGER.entries if each.sequence != 5])
    assert told(verified(without, LEDGER.rows)) == [(Code.MISSING, 5), (Code.ROW_WITHOUT_ENTRY, 5)]


def test_rows_out_of_place() -> None:
    rows = LEDGER.rows
    assert verified_with([*rows, rows[3]]) == [(Code.ROW_OUT_OF_PLACE, 3)]
    rows[3], rows[4] = rows[4], rows[3]
    assert verified_with(rows) == [(Code.ROW_GONE, 3), (Code.ROW_OUT_OF_PLACE, 3)]


def test_the_row_of_an_entry_that_cannot_be_read_is_passed_over() -> None:
    entries = [each.line if each.sequence != 5 else each.line + b" " for each in LEDGER.entries]
    assert told(verified(LEDGER.exported(entries), LEDGER.rows)) == [(Code.UNREADABLE, 5)]
    assert told(verified(LEDGER.exported(entries))) == [(Code.UNREADABLE, 5)]
    last = [each.line if each.sequence != 11 else each.line + b" " for each in LEDGER.entries]
    assert told(verified(LEDGER.exported(last), LEDGER.rows)) == [(Code.UNREADABLE, 11)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (b"", "not a row"),
        (b"[]", "not a row"),
        (b"\xff", "not a row"),
        (b"{}", "not a row"),
        (b'{"sequence":1,"subject":"row/1"}', "not a row"),
        (b'{"sequence":true,"subject":"row/1","commitment":""}', "not a row"),
        (b'{"sequence":"1","subject":"row/1","commitment":""}', "not a row"),
        (b'{"sequence":1,"subject":"Alice Smith","commitment":""}', "not a row"),
        (b'{"sequence":1,"subject":"row/1","commitment":1}', "not a row"),
        (b'{"sequence":1,"subject":"row/1","content":1,"salt":"x"}', "`salt` is not in hexadecimal"),
        (b'{"sequence":1,"subject":"row/1","content":1,"salt":"00"}', "a salt has 32 bytes"),
        (b'{"sequence":1,"subject":"row/1","content":0.5,"salt":"' + b"00" * 32 + b'"}', "a fraction"),
    ],
)
def test_a_line_that_is_not_a_row(row: bytes, words: str) -> None:
    (fault,) = list(read_rows([row], "rows.jsonl"))
    assert isinstance(fault, Fault)
    assert (fault.code, fault.line) == (Code.UNREADABLE, 1)
    assert words in fault.what
    assert "Alice" not in str(fault)
    report = verified(LEDGER.lines, [row, *LEDGER.rows])
    assert [each.code for each in report.faults] == [Code.UNREADABLE]


def test_a_row_reads() -> None:
    assert list(read_rows([LEDGER.rows[2]])) == [RowLine(1, 2, "row/2", LEDGER.entries[2].commitment.hex())]
