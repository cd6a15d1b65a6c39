"""What a typed line means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.cli.meaning import Ticked, Unclear, answer_meant, ticks_meant
from sharewell.policy.fact import NOT_KNOWN, Answer, Fact, Tick

FACT = Fact(
    "who",
    "Who?",
    (
        Answer("own-lead", "My lead"),
        Answer("police", "Police"),
        Answer("parent", "A parent"),
        Answer("panel", "A panel of police"),
    ),
)
LINES = (Tick("a", "yes", "The brakes are bad"), Tick("b", "no", "It may be stolen"), Tick("c", "", "The lamp is dim"))


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("1", "own-lead"), ("4", "panel"), ("police", "police"), ("Police", "police"), ("lead", "own-lead"),
        ("par", "parent"), ("own-lead", "own-lead"), ("d", NOT_KNOWN), ("I don't know", NOT_KNOWN),
        ("not-known", NOT_KNOWN),
    ],
)  # fmt: skip
def test_an_answer(line: str, answer: str) -> None:
    assert answer_meant(FACT, line) == answer


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0", "no 0 here"),
        ("5", "no 5 here"),
        ("p", "more than one"),
        ("zz", "not one of"),
        ("999999999999", "no 999999"),
    ],
)
def test_an_unclear_answer(line: str, words: str) -> None:
    meant = answer_meant(FACT, line)
    assert isinstance(meant, Unclear)
    assert words in meant.say


@pytest.mark.parametrize(
    ("line", "sure", "unsure"),
    [
        ("0", "", ""),
        ("none", "", ""),
        ("1", "a", ""),
        ("1 3", "ac", ""),
        ("1,3", "ac", ""),
        ("1, 3", "ac", ""),
        ("2?", "", "b"),
        ("1 2? 3", "ac", "b"),
        ("lamp", "c", ""),
        ("brakes, stolen", "ab", ""),
    ],
)
def test_ticks(line: str, sure: str, unsure: str) -> None:
    meant = ticks_meant(LINES, line)
    assert isinstance(meant, Ticked)
    assert "".join(tick.fact for tick in meant.lines) == sure
    assert "".join(tick.fact for tick in meant.unsure) == unsure


@pytest.mark.parametrize("line", ["4", "1 9", "zebra", ",", "1 zebra", "the"])
def test_unclear_ticks(line: str) -> None:
    assert isinstance(ticks_meant(LINES, line), Unclear)


def test_not_knowing_is_never_taken_for_none() -> None:
    assert ticks_meant(LINES, "d") == NOT_KNOWN


@given(st.text(max_size=20))
def test_any_line(line: str) -> None:
    assert isinstance(answer_meant(FACT, line), str | Unclear)
    assert isinstance(ticks_meant(LINES, line), str | Unclear | Ticked)
