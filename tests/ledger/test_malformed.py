"""Lines that are not in the form become faults that say where; nothing that a file can hold ends in a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.error import LedgerError, NoteError
from sharewell.ledger.export import Header, SignedCheckpoint
from sharewell.ledger.fault import Code, Fault, Faults
from sharewell.ledger.form import Line
from sharewell.ledger.inclusion import read_inclusion
from sharewell.ledger.order import Gap, Ordered
from sharewell.ledger.reading import read_checkpoints, read_entries, read_header
from tests.ledger.made import KEY, ORIGIN, made, told, verified

LEDGER = made(10, 5, 10)
PIECES = st.one_of(
    st.binary(max_size=80),
    st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(LEDGER.lines).flatmap(
        lambda line: st.builds(
            lambda start, end, put: line[: min(start, end)] + put + line[max(start, end) :],
            st.integers(0, len(line)),
            st.integers(0, len(line)),
            st.binary(max_size=8) | st.sampled_from([b"null", b"-1", b"1e99", b"9" * 5000, b"[" * 2000, b'"', b"{}"]),
        )
    ),
)


@given(st.lists(st.tuples(st.integers(0, 12), st.booleans(), PIECES), min_size=1, max_size=6))
def test_anything_in_a_line(changes: list[tuple[int, bool, bytes]]) -> None:
    lines, rows = LEDGER.lines, LEDGER.rows
    for place, replaces, piece in changes:
        lines[place : place + replaces] = [piece]
        rows[place : place + replaces] = [piece]
    report = verified(lines, rows)
    for fault in report.faults:
        assert fault.file in ("ledger.jsonl", "rows.jsonl")
        assert fault.code is not Code.UNREADABLE or fault.line >= 1
        assert str(fault).isprintable()


@given(PIECES)
def test_a_line_that_is_added_is_found_where_it_is(piece: bytes) -> None:
    lines = LEDGER.lines
    if piece + b"\n" in lines or piece in lines:
        return
    lines.insert(3, piece)
    report = verified(lines)
    allowed = piece.startswith(b'{"checkpoint":')
    assert allowed or any(fault.line == 4 for fault in report.faults)


@given(st.binary(max_size=200) | PIECES)
def test_any_header_and_any_proof(piece: bytes) -> None:
    for read in (read_header, read_inclusion):
        with pytest.raises(LedgerError) if piece not in LEDGER.lines[:1] else pytest.MonkeyPatch.context():
            read(piece)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b'{"keys":[],"ledger":2,"origin":"a"}',
        b'{"keys":[],"ledger":1,"origin":"a b"}',
        b'{"keys":[1],"ledger":1,"origin":"a"}',
        b'{"keys":["x"],"ledger":1,"origin":"a"}',
        b'{"keys":{},"ledger":1,"origin":"a"}',
    ],
)
def test_what_is_not_a_header(line: bytes) -> None:
    with pytest.raises(NoteError):
        read_header(line)


def test_a_header_reads_back() -> None:
    header = Header(ORIGIN, (KEY,))
    assert read_header(header.line) == header


def test_a_header_belongs_on_the_first_line() -> None:
    lines = LEDGER.lines
    assert told(verified([*lines, lines[0]])) == [(Code.UNREADABLE, None)]


@pytest.mark.parametrize(
    "line",
    [
        b'{"checkpoint":1,"frontier":[],"last":""}',
        b'{"checkpoint":"","frontier":"","last":""}',
        b'{"checkpoint":""}',
        b'{"checkpoint":',
    ],
)
def test_what_is_not_a_checkpoint_line(line: bytes) -> None:
    (fault,) = list(read_checkpoints([line], "ledger.jsonl"))
    assert isinstance(fault, Fault)
    assert fault.where == "ledger.jsonl:1"


@pytest.mark.parametrize(
    "beside", [b'"frontier":["x"],"last":"x"', b'"frontier":[1],"last":null', b'"frontier":[],"last":7']
)
def test_what_is_beside_a_checkpoint_may_be_nonsense(beside: bytes) -> None:
    lines = [
        b'{"checkpoint":' + line.split(b'"checkpoint":')[1].split(b',"frontier"')[0] + b"," + beside + b"}\n"
        if line.startswith(b'{"checkpoint"')
        else line
        for line in LEDGER.lines
    ]
    assert verified(lines).clean


def test_a_note_that_is_none_has_no_size() -> None:
    assert SignedCheckpoint("nothing").size == 0


def test_a_line_may_lack_its_line_feed() -> None:
    assert verified([line.rstrip(b"\n") for line in LEDGER.lines]).clean


# -- order, with a small window --------------------------------------------------------------------------------------


def ordered(sequences: list[int], window: int = 3) -> tuple[list[int | Gap], list[tuple[Code, int | None]]]:
    faults = Faults()
    lines = [
        Line(number, sequence, "", "", "", "", "", "", "", str(sequence).encode())
        for number, sequence in enumerate(sequences, start=1)
    ]
    items = list(Ordered(lines, faults, window=window))
    return [each if isinstance(each, Gap) else each.sequence for each in items], [
        (each.code, each.sequence) for each in faults.kept
    ]


def test_what_comes_too_late_is_given_up_and_named_when_it_comes() -> None:
    items, faults = ordered([0, 3, 4, 5, 6, 7, 8, 1, 2, 9])
    assert items == [0, Gap(1, 2), 3, 4, 5, 6, 7, 8, 9]
    assert faults == [(Code.REORDERED, 1), (Code.REORDERED, 2)]
    assert ordered([0, 3, 4, 5, 6, 7, 8, 2, 9])[1] == [(Code.REORDERED, 2), (Code.MISSING, 1)]
    assert ordered([0, 4, 5, 6, 7, 8, 2, 9])[1] == [(Code.REORDERED, 2), (Code.MISSING, 1), (Code.MISSING, 3)]


def test_every_second_one_is_missing() -> None:
    items, faults = ordered(list(range(1, 40, 2)))
    assert items[:4] == [Gap(0, 0), 1, Gap(2, 2), 3]
    assert faults == [(Code.MISSING, place) for place in range(0, 39, 2)]


def test_one_far_ahead_of_very_many() -> None:
    items, faults = ordered([99, *range(50)])
    assert items == [*range(50), Gap(50, 98), 99]
    assert faults == [(Code.REORDERED, 99), (Code.MISSING, 50)]


@given(st.permutations(range(12)))
def test_any_order_is_put_right(sequences: list[int]) -> None:
    items, faults = ordered(sequences, window=12)
    assert items == list(range(12))
    strays = {sequence for _, sequence in faults}
    left = [sequence for sequence in sequences if sequence not in strays]
    assert left == sorted(left)
    assert {code for code, _ in faults} <= {Code.REORDERED}


@given(st.lists(st.integers(0, 12), max_size=30), st.integers(1, 6))
def test_any_sequences_come_out_in_order_each_once(sequences: list[int], window: int) -> None:
    items, faults = ordered(sequences, window)
    place = 0
    for item in items:
        assert place == (item.first if isinstance(item, Gap) else item)
        place = item.last + 1 if isinstance(item, Gap) else item + 1
    assert (not faults) == (sequences == list(range(len(sequences))))


def test_entries_are_read_with_their_numbers() -> None:
    read = list(read_entries(LEDGER.lines))
    assert [each.number for each in read if isinstance(each, Line)] == [2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
