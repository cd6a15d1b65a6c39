"""Canonical JSON against RFC 8785 and against itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.policy.canonical import CanonicalError, canonical

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def test_the_keys_of_the_standard_are_in_its_order() -> None:
    """RFC 8785, 3.2.3: by UTF-16 code units, so that a face stands before a ligature."""
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    read = json.loads(canonical(dict.fromkeys(keys, "")))
    assert list(read) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_the_escapes_of_the_standard() -> None:
    """RFC 8785, 3.2.2.2: short escapes, lower-case \\u00xx for the other control characters, nothing else."""
    text = '\u20ac$\x0f\nA\'B"\\\\"/\b\t\f\r\x1f\x7f\u2028<'
    assert canonical(text).decode() == '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\\b\\t\\f\\r\\u001f\x7f\u2028<"'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, b"null"),
        (True, b"true"),
        (-7, b"-7"),
        ([], b"[]"),
        ({}, b"{}"),
        ((1, "a"), b'[1,"a"]'),
        ({"b": [False], "a": {"d": 1, "c": 2}}, b'{"a":{"c":2,"d":1},"b":[false]}'),
        ("\U0001f600", '"\U0001f600"'.encode()),
    ],
)
def test_values(value: object, written: bytes) -> None:
    assert canonical(value) == written


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (1.5, ""),
        ({"a": [1, {"b": 2.0}]}, "a[1].b"),
        ({1: "a"}, ""),
        ({"a": {2}}, "a"),
        ([2**53], "[0]"),
        ({"a": ["\ud800"]}, "a[0]"),
        ({"\udfff": 1}, "a key"),
    ],
)
def test_what_has_no_canonical_form(value: object, path: str) -> None:
    with pytest.raises(CanonicalError) as caught:
        canonical(value)
    assert caught.value.path == path


def test_nesting_is_limited() -> None:
    deep: object = "x"
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(CanonicalError, match="nested more than"):
        canonical(deep)


@given(VALUES)
def test_it_reads_back_as_the_same_value(value: object) -> None:
    assert json.loads(canonical(value)) == value


@given(VALUES)
def test_writing_again_changes_nothing(value: object) -> None:
    written = canonical(value)
    assert canonical(json.loads(written)) == written


@given(st.dictionaries(TEXTS, NUMBERS, min_size=2))
def test_the_order_of_writing_does_not_matter(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)
