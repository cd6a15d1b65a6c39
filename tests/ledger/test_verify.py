"""Whatever is done to an export is found, and the entry it was done to is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.entry import Act, Entry
from sharewell.ledger.export import SignedCheckpoint
from sharewell.ledger.fault import Code
from sharewell.ledger.head import Head
from sharewell.ledger.signed import Trust
from sharewell.ledger.tree import Frontier
from sharewell.ledger.verify import Report
from tests.ledger.made import (
    KEY,
    ORIGIN,
    OTHER_PRIVATE,
    START,
    TRUST,
    Made,
    act,
    check,
    made,
    named,
    recorded,
    signed,
    told,
    verified,
)

SIZES = st.integers(1, 24)
ANOTHER: dict[str, Any] = {
    "kind": "decision-changed",
    "at": START + timedelta(days=400),
    "actor": "practitioner/9",
    "organisation": "organisation/9",
    "subject": "row/9999",
    "commitment": bytes(32),
    "previous": bytes(32),
}


@st.composite
def ledgers(draw: st.DrawFn, least: int = 1) -> Made:
    """A ledger of some entries, some checkpoints, and one that signs for all."""
    size = draw(st.integers(least, 24), "size")
    return made(size, *sorted({*draw(st.lists(st.integers(0, size), max_size=4), "sizes"), size}))


def covers(report: Report, code: Code, sequence: int) -> bool:
    """Whether a fault of that kind is about an entry, alone or among others."""
    return any(
        fault.code is code
        and fault.sequence is not None
        and fault.sequence <= sequence <= (fault.sequence if fault.through is None else fault.through)
        for fault in report.faults
    )


def test_an_honest_ledger_is_clean() -> None:
    for size in range(25):
        ledger = made(size, *range(0, size + 1, 5), size)
        report = verified(ledger.lines, ledger.rows)
        assert report.clean, told(report)
        assert (report.size, report.rows, report.unsigned, report.untold) == (size, size, 0, 0)


def test_what_comes_after_the_last_checkpoint_is_counted() -> None:
    report = verified(made(20, 5, 15).lines)
    assert (report.clean, report.agreed, report.signed_size, report.unsigned) == (True, 2, 15, 5)


def test_nothing_vouches_without_a_checkpoint() -> None:
    assert told(verified(made(5).lines)) == [(Code.UNSIGNED, None)]
    assert verified(made(0).lines).clean


# -- altered ---------------------------------------------------------------------------------------------------------


@given(ledgers(), st.data())
def test_an_altered_entry_is_named_and_no_other_is(ledger: Made, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(ledger.entries) - 1), "place")
    field = data.draw(st.sampled_from([each for each in ANOTHER if each != "previous" or place]), "field")
    entries = list(ledger.entries)
    entries[place] = replace(entries[place], **{field: ANOTHER[field]})
    report = verified(ledger.exported(entries))
    assert told(report) == [(Code.ALTERED, place)]
    assert named(report, place)[0].kind == entries[place].kind
    assert report.agreed == len(ledger.checkpoints)


@given(ledgers(least=3), st.data())
def test_altered_entries_are_all_named(ledger: Made, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(ledger.entries) - 1), min_size=2, max_size=4), "places")
    entries = [replace(each, actor="practitioner/9") if each.sequence in places else each for each in ledger.entries]
    assert told(verified(ledger.exported(entries))) == [(Code.ALTERED, place) for place in sorted(places)]


def test_many_altered_entries_in_a_row_are_all_named() -> None:
    ledger = made(24, 24)
    entries = [replace(each, actor="practitioner/9") if 3 <= each.sequence < 20 else each for each in ledger.entries]
    assert told(verified(ledger.exported(entries))) == [(Code.ALTERED, place) for place in range(3, 20)]


@given(ledgers(), st.data())
def test_a_rewritten_history_is_found_where_it_begins(ledger: Made, data: st.DataObject) -> None:
    """The tamperer writes everything after it anew, so that the chain holds; only the signature does not follow."""
    size = len(ledger.entries)
    place = data.draw(st.integers(0, size - 1), "place")
    anew = recorded([act(i, actor="practitioner/9") if i == place else act(i) for i in range(size)], ())
    checkpoints = [replace(each, last=b"") for each in ledger.checkpoints]
    report = verified(Made(anew.entries, tuple(checkpoints)).lines)
    assert covers(report, Code.ROOT_DIFFERS, place)
    assert min(fault.sequence or 0 for fault in report.faults) <= place
    assert {fault.code for fault in report.faults} == {Code.ROOT_DIFFERS}


def test_without_help_from_the_checkpoint_the_stretch_is_named() -> None:
    ledger = made(20, 5, 10, 15, 20)
    bare = [SignedCheckpoint(each.note) for each in ledger.checkpoints]
    entries = [replace(each, actor="practitioner/9") if each.sequence == 19 else each for each in ledger.entries]
    report = verified(Made(tuple(entries), tuple(bare)).lines)
    assert [(each.code, each.sequence, each.through) for each in report.faults] == [(Code.ROOT_DIFFERS, 15, 19)]
    assert "entries 15 to 19" in str(report.faults[0])


def test_doubts_that_nothing_settles_are_told() -> None:
    """Without a later checkpoint, either of two entries may be the one."""
    entries = list(made(20, 5).entries)
    entries[18] = replace(entries[18], previous=bytes(32))
    report = verified(made(20, 5).exported(entries))
    assert told(report) == [(Code.DOUBTFUL, 17), (Code.DOUBTFUL, 18)]
    entries[19] = replace(entries[19], previous=bytes(32))
    report = verified(made(20, 5).exported(entries))
    assert {each.code for each in report.faults} == {Code.DOUBTFUL}


def recorded_unchained(place: int, *sizes: int) -> Made:
    """A ledger whose writer got it wrong: one entry names another before it, and is signed so."""
    leaves, entries, checkpoints = Frontier(), [], []
    previous = b""
    for number in range(20):
        head = Head(number, leaves.nodes, previous=previous, latest=START if number else None)
        entry = head.append(act(number, at=START))
        if number == place:
            entry = replace(entry, previous=bytes(32))
        entries.append(entry)
        leaves.append(entry.leaf)
        previous = entry.leaf
        if leaves.size in sizes:
            checkpoints.append(signed(Head(leaves.size, leaves.nodes, previous=previous, latest=START)))
    return Made(tuple(entries), tuple(checkpoints))


@pytest.mark.parametrize("sizes", [(20,), (7, 20), (8, 20), (7, 8, 20)])
def test_an_entry_that_was_recorded_behind_another_is_named(sizes: tuple[int, ...]) -> None:
    ledger = recorded_unchained(7, *sizes)
    assert told(verified(ledger.lines)) == [(Code.UNCHAINED, 7)]
    entries = [replace(each, actor="x") if each.sequence == 7 else each for each in ledger.entries]
    assert {code for code, place in told(verified(ledger.exported(entries))) if place == 7} >= {Code.ALTERED}


def test_a_wrong_last_leaf_beside_a_checkpoint_does_no_harm() -> None:
    ledger = made(20, 10, 20)
    wrong = tuple(replace(each, last=bytes(32)) for each in ledger.checkpoints)
    assert verified(Made(ledger.entries, wrong).lines).clean


def test_more_doubts_than_can_be_kept_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sharewell.ledger.history.MOST_OPEN", 4)
    ledger = made(24, 8, 24)
    entries = [replace(each, actor="practitioner/9") if 10 <= each.sequence < 20 else each for each in ledger.entries]
    report = verified(ledger.exported(entries))
    assert [each.sequence for each in report.faults] == list(range(10, 20))
    assert {each.code for each in report.faults} == {Code.DOUBTFUL}


@given(ledgers(), st.data())
def test_any_byte_of_an_entry_or_of_what_is_signed(ledger: Made, data: st.DataObject) -> None:
    lines = ledger.lines
    number = data.draw(st.integers(1, len(lines) - 1), "line")
    line = lines[number]
    text = len(line) - 1
    if line.startswith(b'{"checkpoint"'):
        text = line.index(b'","frontier"')
    place = data.draw(st.integers(0, text - 1), "byte")
    put = data.draw(st.integers(0, 255).filter(lambda byte: byte != line[place]), "put")
    lines[number] = line[:place] + bytes([put]) + line[place + 1 :]
    assert not verified(lines).clean


# -- removed, moved, added -------------------------------------------------------------------------------------------


@given(ledgers(), st.data())
def test_deleted_entries_are_named(ledger: Made, data: st.DataObject) -> None:
    size = len(ledger.entries)
    places = data.draw(st.sets(st.integers(0, size - 1), min_size=1, max_size=size), "places")
    report = verified(ledger.exported([each for each in ledger.entries if each.sequence not in places]))
    for place in range(size):
        found = covers(report, Code.MISSING, place) or covers(report, Code.TRUNCATED, place)
        assert found == (place in places)
    assert {each.code for each in report.faults} <= {Code.MISSING, Code.TRUNCATED}


@given(ledgers(least=2), st.data())
def test_deleted_and_renumbered(ledger: Made, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(ledger.entries) - 2), "place")
    left = [each for each in ledger.entries if each.sequence != place]
    renumbered: list[Entry | bytes] = [
        replace(each, sequence=number, previous=each.previous if number else b"") for number, each in enumerate(left)
    ]
    report = verified(ledger.exported(renumbered))
    assert covers(report, Code.TRUNCATED, len(ledger.entries) - 1)


def test_after_a_stretch_that_is_gone_the_rest_is_still_vouched_for() -> None:
    ledger = made(20, 5, 10, 15, 20)
    entries = [each for each in ledger.entries if each.sequence not in (6, 7)]
    entries[15] = replace(entries[15], actor="practitioner/9")
    report = verified(ledger.exported(entries))
    assert [(each.code, each.sequence, each.through) for each in report.faults] == [
        (Code.MISSING, 6, 7),
        (Code.ALTERED, 17, None),
    ]
    assert (report.agreed, report.unsigned) == (3, 0), "that at 10 cannot agree, for two leaves before it are not known"


def test_between_a_stretch_that_is_gone_and_the_next_checkpoint_the_chain_tells() -> None:
    ledger = made(20, 5, 10, 15, 20)
    entries = [replace(each, actor="x") if each.sequence in (8, 9) else each for each in ledger.entries]
    report = verified(ledger.exported([each for each in entries if each.sequence not in (5, 6)]))
    assert told(report) == [(Code.MISSING, 5), (Code.DOUBTFUL, 8), (Code.DOUBTFUL, 9)]


def test_a_stretch_that_is_gone_with_its_checkpoints() -> None:
    ledger = made(20, 5, 10, 15, 20)
    report = verified(ledger.exported([each for each in ledger.entries if not 3 <= each.sequence < 12]))
    assert [(each.code, each.sequence, each.through) for each in report.faults] == [(Code.MISSING, 3, 11)]
    assert (report.agreed, report.unsigned) == (1, 0), "that at 15 is where it goes on, that at 20 agrees"


def test_a_stretch_that_is_gone_and_no_frontier_to_go_on_from() -> None:
    ledger = made(20, 5, 10, 15, 20)
    bare = tuple(SignedCheckpoint(each.note) for each in ledger.checkpoints)
    entries = tuple(each for each in ledger.entries if each.sequence not in (6, 7))
    report = verified(Made(entries, bare).lines)
    assert [(each.code, each.sequence) for each in report.faults] == [(Code.MISSING, 6)]
    assert (report.agreed, report.unsigned) == (1, 15)


def test_a_doubt_before_a_stretch_that_is_gone() -> None:
    ledger = made(20, 20)
    entries = [replace(each, actor="x") if each.sequence in (3, 4) else each for each in ledger.entries]
    report = verified(ledger.exported([each for each in entries if each.sequence not in (6, 7)]))
    assert told(report) == [(Code.DOUBTFUL, 3), (Code.DOUBTFUL, 4), (Code.MISSING, 6)]


@given(ledgers(least=2), st.data())
def test_a_moved_entry_is_named(ledger: Made, data: st.DataObject) -> None:
    size = len(ledger.entries)
    come = data.draw(st.integers(0, size - 1), "from")
    go = data.draw(st.integers(0, size - 1).filter(lambda place: place != come), "to")
    entries = list(ledger.entries)
    entries.insert(go, entries.pop(come))
    report = verified(ledger.exported(entries))
    (fault,) = report.faults
    assert fault.code is Code.REORDERED
    assert fault.sequence in ({come, go} if abs(come - go) == 1 else {come})
    assert report.unsigned == 0


def test_a_file_from_back_to_front() -> None:
    report = verified(made(20, 20).exported(made(20, 20).entries[::-1]))
    assert {each.code for each in report.faults} == {Code.REORDERED}
    assert report.unsigned == 0


@given(ledgers(), st.data())
def test_a_repeated_entry_is_named(ledger: Made, data: st.DataObject) -> None:
    size = len(ledger.entries)
    come = data.draw(st.integers(0, size - 1), "which")
    entries = list(ledger.entries)
    entries.insert(data.draw(st.integers(0, size), "to"), entries[come])
    report = verified(ledger.exported(entries))
    assert {each.code for each in report.faults} <= {Code.REPEATED, Code.REORDERED}
    assert {each.sequence for each in report.faults} == {come}


@given(ledgers(least=2), st.data())
def test_an_inserted_entry_is_named(ledger: Made, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(ledger.entries) - 1), "place")
    forged = replace(ledger.entries[place], actor="practitioner/9")
    after: list[Entry | bytes] = [*ledger.entries]
    after.insert(place + 1, forged)
    assert told(verified(ledger.exported(after))) == [(Code.INSERTED, place)]
    before: list[Entry | bytes] = [*ledger.entries]
    before.insert(place, forged)
    assert told(verified(ledger.exported(before))) == [(Code.ALTERED, place), (Code.INSERTED, place)]


@given(ledgers(), st.integers(1, 2**53 - 1))
def test_an_entry_far_ahead_is_named(ledger: Made, beyond: int) -> None:
    size = len(ledger.entries)
    beyond = max(size + 1, beyond)
    forged = replace(ledger.entries[0], sequence=beyond, previous=bytes(32))
    report = verified(ledger.exported([forged, *ledger.entries]))
    assert covers(report, Code.MISSING, beyond - 1)
    assert not covers(report, Code.MISSING, size - 1)


@given(ledgers(), st.data())
def test_what_was_cut_off_before_a_checkpoint_is_found(ledger: Made, data: st.DataObject) -> None:
    left = data.draw(st.integers(0, len(ledger.entries) - 1), "left")
    report = verified(ledger.exported(ledger.entries[:left]))
    assert [(each.code, each.sequence, each.through) for each in report.faults] == [
        (Code.TRUNCATED, left, len(ledger.entries) - 1)
    ]


def test_what_was_cut_off_after_the_last_checkpoint_is_not_found() -> None:
    """The published limit: nothing that was signed is missing."""
    ledger = made(20, 15)
    assert verified(ledger.exported(ledger.entries[:17])).clean


# -- back-dated ------------------------------------------------------------------------------------------------------


@given(st.integers(2, 24), st.data())
def test_a_moment_that_goes_back_is_named(size: int, data: st.DataObject) -> None:
    """Recorded so, with a chain and signatures that hold: only the moments tell."""
    place = data.draw(st.integers(1, size - 1), "place")
    back = data.draw(st.timedeltas(timedelta(minutes=2, microseconds=1), timedelta(days=3000)), "back")
    acts = [act(i) if i != place else act(i, at=START + timedelta(minutes=i - 1) - back) for i in range(size)]
    head = Head()
    entries = [head.append(each, tolerance=timedelta(days=4000)) for each in acts]
    report = verified(Made(tuple(entries), (signed(head),)).lines)
    assert told(report) == [(Code.BACK_DATED, place)]


def test_a_clock_that_was_put_right_is_not_a_fault() -> None:
    acts = [act(0), act(1), act(2, at=START), act(3)]
    assert verified(recorded(acts, [4]).lines).clean


def test_an_entry_that_was_altered_does_not_set_the_clock() -> None:
    ledger = made(10, 10)
    entries = [replace(each, at=START + timedelta(days=9)) if each.sequence == 4 else each for each in ledger.entries]
    assert told(verified(ledger.exported(entries))) == [(Code.ALTERED, 4)]
    entries = [replace(each, at=START - timedelta(days=9)) if each.sequence == 4 else each for each in ledger.entries]
    assert told(verified(ledger.exported(entries))) == [(Code.ALTERED, 4), (Code.BACK_DATED, 4)]


# -- checkpoints -----------------------------------------------------------------------------------------------------


def forked(place: int) -> Made:
    """Another history from one entry on."""
    return recorded([act(i, actor="practitioner/9") if i == place else act(i) for i in range(20)], (5, 10, 15, 20))


def with_checkpoints(*checkpoints: SignedCheckpoint) -> Report:
    return verified(Made(made(20).entries, checkpoints).lines)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_checkpoint_of_another_history_is_named(place: int) -> None:
    honest = list(made(20, 5, 10, 15, 20).checkpoints)
    honest[place] = forked(0).checkpoints[place]
    report = with_checkpoints(*honest)
    assert told(report) == [(Code.SPLIT_VIEW, None)]
    assert report.unsigned == 0


def test_two_checkpoints_of_another_history_in_a_row() -> None:
    honest, other = made(20, 5, 10, 15, 20).checkpoints, forked(0).checkpoints
    report = with_checkpoints(honest[0], other[1], other[2], honest[3])
    assert told(report) == [(Code.SPLIT_VIEW, None)] * 2


def test_two_checkpoints_of_one_size() -> None:
    honest, other = made(20, 10, 20).checkpoints, forked(0).checkpoints
    assert told(with_checkpoints(honest[0], other[1], honest[1])) == [(Code.SPLIT_VIEW, None)]
    assert told(with_checkpoints(other[1], honest[0], honest[1])) == [(Code.SPLIT_VIEW, None)]
    assert with_checkpoints(honest[0], honest[0], honest[1]).agreed == 3


def test_entries_of_another_history_between_two_checkpoints() -> None:
    """Rewritten up to a checkpoint, and the rest left as it was: the frontier says that the rest is still so."""
    honest, other = made(20, 5, 10, 15, 20), forked(7)
    entries = (*honest.entries[:7], *other.entries[7:10], *honest.entries[10:])
    report = verified(Made(entries, honest.checkpoints).lines)
    assert [(each.code, each.sequence) for each in report.faults] == [(Code.ROOT_DIFFERS, 5), (Code.DOUBTFUL, 9)]
    assert (report.agreed, report.unsigned) == (3, 0)


def test_a_signature_of_another_key() -> None:
    head = Head()
    for number in range(20):
        head.append(act(number))
    honest = made(20, 20).checkpoints[0]
    report = with_checkpoints(signed(head, OTHER_PRIVATE))
    assert told(report) == [(Code.BAD_SIGNATURE, None)]
    assert told(with_checkpoints(signed(head, OTHER_PRIVATE), honest)) == [(Code.BAD_SIGNATURE, None)]
    altered = replace(honest, note=honest.note.replace("\n20\n", "\n19\n"))
    assert told(with_checkpoints(altered)) == [(Code.BAD_SIGNATURE, None)]


def test_checkpoints_that_are_of_no_use() -> None:
    head = Head()
    elsewhere = signed(head, origin="ledger.example.org/other")
    keys = (KEY, replace(KEY, name="ledger.example.org/other"))
    honest = made(20, 5, 20).checkpoints
    lines = Made(made(20).entries, (elsewhere, *honest)).lines
    assert told(verified(lines, trust=Trust(keys, check, ORIGIN))) == [(Code.OTHER_LEDGER, None)]
    lines = [*made(20, 5, 20).lines, honest[0].line]
    assert told(verified(lines)) == [(Code.BAD_CHECKPOINT, None)]
    broken = replace(honest[0], note="no note")
    assert told(with_checkpoints(broken, honest[1])) == [(Code.BAD_CHECKPOINT, None)]


def test_a_checkpoint_of_nothing_has_the_root_of_nothing() -> None:
    nothing = signed(Head())
    assert with_checkpoints(nothing, made(20, 20).checkpoints[0]).agreed == 2
    forged = forged_root(0)
    assert told(with_checkpoints(forged, made(20, 20).checkpoints[0])) == [(Code.BAD_CHECKPOINT, None)]


def forged_root(size: int) -> SignedCheckpoint:
    from sharewell.ledger.checkpoint import Checkpoint, sign_checkpoint  # noqa: PLC0415 - here alone
    from tests.ledger.made import PRIVATE  # noqa: PLC0415 - as above

    return SignedCheckpoint(sign_checkpoint(Checkpoint(ORIGIN, size, bytes(32)), (KEY, PRIVATE.sign)))


def test_the_origin_is_that_of_the_first_checkpoint_if_none_is_known() -> None:
    assert verified(made(20, 5, 20).lines, trust=Trust((KEY,), check)).clean
    assert TRUST.origin == ORIGIN


def test_very_many_checkpoints_of_another_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sharewell.ledger.history.MOST_OPEN", 4)
    sizes = range(2, 20)
    other = recorded([act(i, actor="practitioner/9") for i in range(20)], sizes).checkpoints
    report = with_checkpoints(*made(20, 1).checkpoints, *other)
    assert {each.code for each in report.faults} == {Code.ROOT_DIFFERS}
    assert {each.sequence for each in report.faults} == set(range(1, 19))
    bare = [SignedCheckpoint(each.note) for each in other]
    report = with_checkpoints(*made(20, 1).checkpoints, *bare)
    assert {each.code for each in report.faults} == {Code.ROOT_DIFFERS}


# -- the report ------------------------------------------------------------------------------------------------------


def test_a_fault_says_what_where_and_what_to_do() -> None:
    ledger = made(20, 20)
    entries = [replace(each, actor="practitioner/9") if each.sequence == 4 else each for each in ledger.entries]
    (fault,) = verified(ledger.exported(entries)).faults
    assert str(fault).startswith("ledger.jsonl:6 entry 4 (decision-made, row/4): altered: ")
    assert fault.code.advice in str(fault)
    assert all(code.advice for code in Code)


def test_all_that_is_wrong_is_told_at_once() -> None:
    ledger = made(24, 6, 12, 18, 24)
    entries: list[Entry | bytes] = [*ledger.entries]
    entries[20] = replace(ledger.entries[20], kind="record-viewed", subject="row/4")
    entries[13], entries[16] = entries[16], entries[13]
    entries[9] = b"nothing"
    del entries[3]
    report = verified(ledger.exported(entries), [each for each in ledger.rows if b'"sequence":8,' not in each])
    codes = {(each.code, each.sequence) for each in report.faults}
    assert codes >= {
        (Code.MISSING, 3),
        (Code.UNREADABLE, None),
        (Code.MISSING, 9),
        (Code.ALTERED, 20),
        (Code.ROW_GONE, 8),
        (Code.ROW_ALTERED, 20),
    }
    assert sum(code is Code.REORDERED for code, _ in codes) == 2


def test_most_faults_of_a_kind_are_counted_only() -> None:
    from sharewell.ledger.fault import Faults  # noqa: PLC0415 - here alone
    from sharewell.ledger.form import read_line  # noqa: PLC0415 - as above
    from sharewell.ledger.order import Ordered  # noqa: PLC0415 - as above

    faults = Faults(most=3)
    line = read_line(made(1).entries[0].line)
    assert len(list(Ordered([line] * 10, faults))) == 1
    assert (len(faults.kept), faults.untold) == (3, 6)


def test_acts_without_content_have_no_row() -> None:
    bare = [Act(kind="search-made", at=START, actor="a", organisation="o") for _ in range(3)]
    ledger = recorded(bare, [3])
    assert verified(ledger.lines, []).clean
