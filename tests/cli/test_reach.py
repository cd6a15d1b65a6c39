"""A day that the rules do not reach: said on standard error, and the answer stays what it is."""

from __future__ import annotations

import json
from datetime import date

import pytest

from sharewell.cli.day import in_words
from sharewell.policy.reach import last_review
from sharewell.replay.shelf import open_pack
from tests.cli.drive import call

pytestmark = pytest.mark.usefixtures("real_packs")
LAST = last_review(open_pack("england")) or date.max
BEFORE = "warning: 14 October 1066 is before 1 October 2008, when the rules of `england` begin."
BEYOND = f"warning: 31 December 9999 is after {in_words(LAST)}, and nobody has looked at the sources of `england`"


@pytest.mark.parametrize(("day", "warned"), [("1066-10-14", BEFORE), ("9999-12-31", BEYOND)])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_day_out_of_reach_is_warned_of(day: str, warned: str, form: str) -> None:
    said = call("determine", "immediate-danger=no", "--on", day, "--format", form)
    assert said.code == 0
    assert said.err.count("warning:") == 1
    assert warned in said.err
    assert "warning" not in said.out
    if form == "json":
        assert said.data["outcome"] == ("refer" if warned is BEFORE else "incomplete")


def test_a_day_within_reach_is_not() -> None:
    for day in ("2008-10-01", "2016-01-01", LAST.isoformat()):
        assert call("determine", "immediate-danger=no", "--on", day).err == ""


def test_a_batch_says_it_once_for_all_its_lines() -> None:
    days = ["1066-10-14", "1999-01-01", "1999-01-01", "2016-01-01", "9999-12-31"]
    lines = [json.dumps({"id": day, "on": day, "facts": {"immediate-danger": "no"}}) for day in days]
    said = call("determine", "--batch", stdin="\n".join(lines))
    assert len(said.lines) == len(days)
    assert said.err.count("warning:") == 2
    assert "2 days lie before 1 October 2008" in said.err
    assert BEYOND in said.err


def test_a_conversation_says_it_before_the_first_question() -> None:
    assert BEFORE in call("ask", "--on", "1066-10-14", stdin="q\n").err
