"""Entries have one line each, which is canonical JSON and the leaf's data; nothing that names a person fits in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.canonical import canonical
from sharewell.ledger.commitment import SaltError, commit, opens
from sharewell.ledger.entry import IDENTIFIER, KIND, LARGEST_SEQUENCE, Act, Entry
from sharewell.ledger.error import BackdatedError, EntryError, TreeError
from sharewell.ledger.form import LONGEST, read_entry, read_line, sequence_in
from sharewell.ledger.head import Head
from sharewell.ledger.moment import moment_text, read_moment
from sharewell.ledger.tree import leaf_hash, root_of
from tests.ledger.made import KEY, ORIGIN, START, act, made

IDENTIFIERS = st.from_regex(IDENTIFIER, fullmatch=True)
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis gives the zone
DIGESTS = st.binary(min_size=32, max_size=32)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    sequence = draw(st.integers(0, LARGEST_SEQUENCE))
    return Entry(
        kind=draw(st.from_regex(KIND, fullmatch=True).filter(lambda kind: len(kind) <= 64)),
        at=draw(MOMENTS),
        actor=draw(IDENTIFIERS),
        organisation=draw(IDENTIFIERS),
        subject=draw(st.just("") | IDENTIFIERS),
        commitment=draw(st.just(b"") | DIGESTS),
        sequence=sequence,
        previous=draw(DIGESTS) if sequence else b"",
    )


@given(entries())
def test_the_line_is_canonical_and_reads_back(entry: Entry) -> None:
    assert entry.line == canonical(json.loads(entry.line))
    assert read_entry(entry.line) == entry
    assert entry.leaf == leaf_hash(entry.line) == hashlib.sha256(b"\0" + entry.line).digest()
    assert sequence_in(entry.line) == entry.sequence


def test_the_line_as_published() -> None:
    assert made(2).entries[0].line.decode() == (
        '{"actor":"practitioner/0","at":"2026-11-25T09:00:00.000000Z",'
        '"commitment":"89ca55382563f57e6866f2457bdae40e0e4f46ecc0b21fd8acf7038d943af17f","form":1,'
        '"kind":"decision-made","organisation":"organisation/1","previous":"","sequence":0,"subject":"row/0"}'
    )


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kind": "Decision made"}, "`kind` is words"),
        ({"kind": "a" * 65}, "`kind` is words"),
        ({"kind": "decision-made\n"}, "`kind` is words"),
        ({"actor": "Alice Smith"}, "`actor` is an opaque identifier"),
        ({"actor": "alice@example.org"}, "`actor` is an opaque identifier"),
        ({"actor": ""}, "`actor` is an opaque identifier"),
        ({"organisation": "a" * 129}, "`organisation` is an opaque identifier"),
        ({"subject": "row/1\n"}, "`subject` is an opaque identifier"),
        ({"subject": "zoë"}, "`subject` is an opaque identifier"),
        ({"commitment": b"short"}, "`commitment` is 32 bytes"),
        ({"at": datetime(2026, 1, 1)}, "with a zone"),  # noqa: DTZ001 - that is what is wrong
    ],
)
def test_an_act_that_is_not_in_the_form(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(EntryError, match=words) as error:
        act(1, **changed)
    assert not any(str(value) in str(error.value) for value in changed.values() if value)


@pytest.mark.parametrize(
    "changed", [{"sequence": -1, "previous": b""}, {"previous": b""}, {"sequence": 0}, {"sequence": 2**53}]
)
def test_a_place_that_no_entry_has(changed: dict[str, Any]) -> None:
    with pytest.raises(EntryError):
        replace(made(2).entries[1], **changed)


def test_a_moment_elsewhere_is_the_same_moment() -> None:
    summer = timezone(timedelta(hours=1))
    assert act(1, at=datetime(2026, 7, 1, 10, tzinfo=summer)).at == datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert moment_text(datetime(2026, 7, 1, 10, tzinfo=summer)) == "2026-07-01T09:00:00.000000Z"
    with pytest.raises(EntryError, match="with a zone"):
        moment_text(datetime(2026, 7, 1))  # noqa: DTZ001 - that is what is wrong


@given(MOMENTS, MOMENTS)
def test_moments_read_back_and_sort_as_text(one: datetime, other: datetime) -> None:
    assert read_moment(moment_text(one)) == one
    assert (moment_text(one) < moment_text(other)) == (one < other)


@pytest.mark.parametrize("text", ["2026-11-25", "2026-11-25T09:00:00Z", "2026-02-30T09:00:00.000000Z", ""])
def test_another_way_to_write_a_moment(text: str) -> None:
    with pytest.raises(EntryError):
        read_moment(text)


def changed(**other: object) -> bytes:
    """An entry's line with other values; None leaves a key out."""
    told = {**json.loads(made(2).entries[1].line), **other}
    return canonical({key: value for key, value in told.items() if value is not None})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"", "not a line of JSON"),
        (b"\xff", "not a line of JSON"),
        (b"[" * 3000, "not a line of JSON"),
        (b"1" * 4000, "not a JSON object"),
        (b"[1]", "not a JSON object"),
        (b'{"a":"' + b"x" * LONGEST + b'"}', "longer than any entry"),
        (changed(at=None), "`at` is missing"),
        (changed(name="Alice"), "a key that an entry does not have"),
        (changed(form=2), "not in form 1"),
        (changed(form=True), "not in form 1"),
        (changed(sequence=-1), "`sequence` is a whole number"),
        (changed(sequence="1"), "`sequence` is a whole number"),
        (changed(sequence=True), "`sequence` is a whole number"),
        (changed(actor=1), "`actor` is not written"),
        (changed(actor="Alice Smith"), "`actor` is not written"),
        (changed(previous="AB" * 32), "`previous` is not written"),
        (changed(at="2026-11-25"), "`at` is not written"),
        (changed(at="2026-02-30T09:00:00.000000Z"), "no moment of the calendar"),
        (changed(previous=""), "`sequence`, `kind` or `previous`"),
        (changed(sequence=0), "`sequence`, `kind` or `previous`"),
        (changed(kind="a" * 65), "`sequence`, `kind` or `previous`"),
        (changed(sequence=2**53 - 1).replace(b"40991", b"40992"), "`sequence`, `kind` or `previous`"),
        (made(2).entries[1].line + b" ", "not canonical"),
        (made(2).entries[1].line.replace(b'"form":1', b'"form": 1'), "not canonical"),
        (made(2).entries[1].line.replace(b'"form":1', b'"form":1,"form":1'), "not canonical"),
        (made(2).entries[1].line.replace(b"record", b"\\u0072ecord"), "not canonical"),
    ],
)
def test_a_line_that_is_not_in_the_form(line: bytes, words: str) -> None:
    with pytest.raises(EntryError, match=words) as error:
        read_line(line)
    assert "Alice" not in str(error.value)


@pytest.mark.parametrize(
    ("line", "sequence"),
    [(b"{}", None), (b"[]", None), (b'{"sequence":7,', None), (b'{"sequence":7}', 7), (b'{"sequence":true}', None),
     (b'{"sequence":-7}', None), (b'{"sequence":1e3}', None), (b'{"sequence":9007199254740992}', None)],
)  # fmt: skip
def test_the_sequence_of_a_line_that_is_not_in_the_form(line: bytes, sequence: int | None) -> None:
    assert sequence_in(line) == sequence


# -- commitments -----------------------------------------------------------------------------------------------------


def test_the_commitment_as_published() -> None:
    assert commit({"b": 1, "a": "x"}, bytes(32)) == hashlib.sha256(bytes(32) + b'{"a":"x","b":1}').digest()


def test_a_commitment_opens_with_its_content_and_salt_alone() -> None:
    made_to = commit({"a": 1}, bytes(32))
    assert opens(made_to, {"a": 1}, bytes(32))
    assert not opens(made_to, {"a": 2}, bytes(32))
    assert not opens(made_to, {"a": 1}, bytes(31) + b"x")
    assert not opens(b"", {"a": 1}, bytes(32))


@pytest.mark.parametrize("salt", [b"", bytes(31), bytes(33)])
def test_a_salt_of_another_length(salt: bytes) -> None:
    with pytest.raises(SaltError, match="a salt has 32 bytes"):
        commit({}, salt)


# -- the head --------------------------------------------------------------------------------------------------------


def test_the_head_goes_on_where_it_was_left() -> None:
    whole = made(20)
    head = Head()
    for number in range(20):
        head = Head(head.size, head.nodes, previous=head.previous, latest=head.latest)
        entry = head.append(act(number))
        assert entry == whole.entries[number]
        assert head.previous == entry.leaf
    assert head.root == root_of(entry.leaf for entry in whole.entries)
    assert head.checkpoint(ORIGIN).text.splitlines()[:2] == [KEY.name, "20"]


def test_a_moment_that_goes_back_too_far_is_refused_and_nothing_has_changed() -> None:
    head = Head()
    head.append(act(0))
    before = (head.size, head.nodes, head.previous, head.latest)
    with pytest.raises(BackdatedError):
        head.append(act(1, at=START - timedelta(minutes=2, microseconds=1)))
    assert (head.size, head.nodes, head.previous, head.latest) == before
    head.append(act(1, at=START - timedelta(minutes=2)))
    assert head.latest == START


def test_a_record_does_not_wait_for_a_clock() -> None:
    head = Head()
    assert head.not_before(START) == START
    head.append(act(0))
    assert head.not_before(START - timedelta(days=1)) == START
    assert head.not_before(START + timedelta(days=1)) == START + timedelta(days=1)


@pytest.mark.parametrize(
    ("size", "other"),
    [(0, {"previous": bytes(32)}), (0, {"latest": START}), (1, {"latest": START}), (1, {"previous": bytes(32)})],
)
def test_a_head_that_does_not_fit_together(size: int, other: dict[str, Any]) -> None:
    with pytest.raises(TreeError):
        Head(size, [bytes(32)] * size, **other)


def test_an_act_is_not_changed_by_being_recorded() -> None:
    first = Act(kind="search-made", at=START, actor="a", organisation="o")
    assert Head().append(first).line.endswith(b'"subject":""}')
