"""Canonical JSON has the bytes of RFC 8785, refuses what has none, and agrees with the same in `policy`."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.canonical import DEEPEST, CanonicalError, canonical
from sharewell.policy.canonical import canonical as of_policy

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=20,
)


def test_the_sorting_of_the_rfc() -> None:
    """RFC 8785 §3.2.3."""
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert [each for each in json.loads(canonical(value)).values()] == [  # noqa: C416 - in the order of the bytes
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_the_texts_and_literals_of_the_rfc() -> None:
    """RFC 8785 §3.2.2, without its fractions."""
    value = {"string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/", "literals": [None, True, False]}
    assert canonical(value) == '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'.encode()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, b"0"),
        (-0, b"0"),
        (-1, b"-1"),
        (2**53 - 1, b"9007199254740991"),
        (-(2**53) + 1, b"-9007199254740991"),
        (1_000_000, b"1000000"),
        ((), b"[]"),
        ({}, b"{}"),
        ("\x7f\b\f\t\x1f", b'"\x7f\\b\\f\\t\\u001f"'),
    ],
)
def test_forms(value: object, written: bytes) -> None:
    assert canonical(value) == written


@given(VALUES)
def test_it_reads_back_as_the_same_and_agrees_with_policy(value: object) -> None:
    assert json.loads(canonical(value)) == value
    assert canonical(value) == of_policy(value)
    assert canonical(json.loads(canonical(value))) == canonical(value)


def deep(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.0, "the value: a fraction"),
        ({"a": [1, {"b": 0.5}]}, "a[1].b: a fraction"),
        (float("nan"), "a fraction"),
        (2**53, "beyond 2^53 - 1"),
        ([-(2**53)], "[0]: a whole number beyond"),
        ({1: 2}, "a key is a text, not int"),
        (b"x", "bytes has no canonical form"),
        ({"a": {1, 2}}, "a: set has no canonical form"),
        ("\ud800", "half of a surrogate pair"),
        ({"a": {"\udfff": 1}}, "a: a key: it holds half"),
        ({"\udfff": 1}, "a key: it holds half"),
        (deep(DEEPEST + 1), "nested more than 100 deep"),
    ],
)
def test_what_has_no_canonical_form(value: object, words: str) -> None:
    with pytest.raises(CanonicalError) as error:
        canonical(value)
    assert words in str(error.value)


def test_the_deepest() -> None:
    assert canonical(deep(DEEPEST))
