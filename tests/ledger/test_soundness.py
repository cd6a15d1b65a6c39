"""What verification calls clean is what was signed, whatever somebody without the key puts together."""

from __future__ import annotations

from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.export import SignedCheckpoint
from sharewell.ledger.fault import Code
from tests.ledger.made import Made, act, made, recorded, verified

SIZES = (4, 8, 12)
HONEST = made(12, *SIZES)
#: Histories that part from the honest one here or there, with chains of their own that hold.
OTHERS = [
    recorded([act(i, actor="practitioner/9") if i == place else act(i) for i in range(12)], SIZES)
    for place in (0, 3, 5, 9, 11)
]
HISTORIES = [HONEST, *OTHERS]
LINES = sorted({entry.line for history in HISTORIES for entry in history.entries})
BESIDE = [each for history in HISTORIES for each in history.checkpoints]


@st.composite
def stitched(draw: st.DrawFn) -> list[bytes]:
    """Entries of several histories, stitched together: stretches in order, then some changes of single lines."""
    cuts = [0, *sorted(draw(st.sets(st.integers(1, 11), max_size=3))), 12]
    lines = list(
        chain.from_iterable(
            (entry.line for entry in draw(st.sampled_from(HISTORIES)).entries[start:end])
            for start, end in pairwise(cuts)
        )
    )
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(lines)))
        lines[place : place + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(LINES), max_size=2))
    return lines


@given(stitched(), st.data())
def test_what_is_called_clean_is_what_was_signed(lines: list[bytes], data: st.DataObject) -> None:
    """The notes are honest, for nobody else has the key; what is beside them, unsigned, is anything."""
    sizes = data.draw(st.sets(st.sampled_from(SIZES), min_size=1), "sizes")
    honest = [each for each in HONEST.checkpoints if each.size in sizes]
    beside = [data.draw(st.sampled_from(BESIDE), "beside") for _ in honest]
    checkpoints = [SignedCheckpoint(each.note, put.nodes, put.last) for each, put in zip(honest, beside, strict=True)]
    export = Made(HONEST.entries, tuple(checkpoints)).exported(lines)
    report = verified(export)
    was = [entry.line for entry in HONEST.entries]
    if report.clean:
        assert report.signed_size == max(sizes)
        assert lines[: report.signed_size] == was[: report.signed_size]
    if lines == was:
        assert report.clean
    for fault in report.faults:
        assert fault.code is not Code.SPLIT_VIEW
        if fault.code is Code.ALTERED:
            assert export[fault.line - 1] not in [line + b"\n" for line in was], "an entry that is as it was signed"
