"""A sitting: answers, changes, checklists, going back."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.authoring import load_pack
from sharewell.cli.page import Printer
from sharewell.cli.question import question_page
from sharewell.cli.reading import Reading, Readings
from sharewell.cli.sitting import Sitting, told
from sharewell.policy.fact import NOT_KNOWN, Tick
from sharewell.policy.outcome import Outcome
from tests.cli.drive import TOYS

READING: Reading = Readings(load_pack(TOYS / "bicycle")).on(dt.date(2026, 1, 1))


def sitting(**answers: str) -> Sitting:
    """A sitting with some answers."""
    return Sitting(READING, {name.replace("_", "-"): answer for name, answer in answers.items()})


def lines(one: Sitting) -> dict[str, str]:
    """The lines of the checklist by what they say."""
    return {tick.says: tick.fact for tick in one.lines("checks")}


def test_danger_is_asked_first() -> None:
    fact = sitting().next()
    assert fact
    assert fact.name == "fire"


def test_it_asks_only_what_can_still_change_the_answer() -> None:
    one = sitting(fire="yes", recipient_kind="friend")
    assert one.next() is None
    assert one.said().determination.outcome is Outcome.SHOULD_SHARE


def test_back_takes_back_one_answer() -> None:
    one = sitting()
    one.answer("fire", "no")
    one.answer("recipient-kind", "friend")
    assert one.back()
    assert one.answers == {"fire": "no"}
    assert one.back()
    assert not one.back()


def test_a_change_keeps_the_others() -> None:
    one = sitting(fire="no", recipient_kind="friend", owner_says="yes")
    assert one.answer("recipient-kind", "medic") == []
    assert one.answers == {"fire": "no", "recipient-kind": "medic", "owner-says": "yes"}


def test_an_answer_that_does_not_fit_puts_the_older_aside() -> None:
    one = sitting(fire="no", recipient_kind="thief")
    (dropped,) = one.answer("owner-says", "yes")
    assert (dropped.fact, dropped.answer) == ("recipient-kind", "thief")
    assert one.answers == {"fire": "no", "owner-says": "yes"}
    assert one.said().determination.contradictions == ()


def test_a_fact_behind_an_empty_checklist_brings_it_into_line() -> None:
    one = sitting(fire="no", recipient_kind="friend", owner_says="yes", checks="none")
    (dropped,) = one.answer("brakes", "bad")
    assert dropped.fact == "checks"
    assert one.answers["checks"] == "some"
    assert one.answers["stolen"] == "no"
    assert one.said().determination.outcome is Outcome.NOT_YET
    assert one.back()
    assert one.answers["checks"] == "none"


def test_an_empty_checklist_leaves_the_usual_answers() -> None:
    one = sitting(fire="no", recipient_kind="friend", owner_says="yes")
    one.tick("checks", ())
    assert one.answers["checks"] == "none"
    assert {each.fact for each in one.said().determination.declared} == {"brakes", "stolen", "lamp"}


def test_a_tick_answers_its_fact_and_leaves_what_was_seen() -> None:
    one = sitting(fire="no", recipient_kind="medic")
    brakes = next(tick for tick in one.lines("checks") if tick.fact == "brakes")
    one.tick("checks", [brakes])
    assert one.answers["brakes"] == "bad"
    assert one.answers["stolen"] == "no"
    main, left = told(one.answers, READING)
    assert "brakes" in main
    assert "stolen" in left


def test_two_lines_of_one_fact_are_asked_about() -> None:
    one = sitting(fire="no", recipient_kind="friend", owner_says="yes")
    both = [tick for tick in READING.edition.facts["checks"].ticks if tick.fact == "lamp"]
    one.tick("checks", both)
    assert one.answers["checks"] == "some"
    assert "lamp" not in one.answers


def test_not_sure_about_a_line_is_not_known() -> None:
    one = sitting(fire="no", recipient_kind="friend", owner_says="yes")
    one.tick("checks", [], ["brakes"])
    assert one.answers["brakes"] == NOT_KNOWN
    assert one.said().determination.outcome is Outcome.REFER


def test_ticking_again_replaces_the_first_time() -> None:
    one = sitting(fire="no", recipient_kind="friend", owner_says="yes")
    first = one.lines("checks")
    one.tick("checks", [next(tick for tick in first if tick.fact == "brakes")])
    assert one.tick("checks", ()) == []
    assert one.answers["checks"] == "none"
    assert "brakes" not in one.answers
    assert one.back()
    assert one.answers["brakes"] == "bad"


@given(st.data())
def test_the_bound_goes_down_with_every_answer_and_is_kept(data: st.DataObject) -> None:
    one = sitting()
    bounds = [one.at_most()]
    while fact := one.next():
        if one.answer(fact.name, data.draw(st.sampled_from([*fact.domain, NOT_KNOWN]))):
            return  # an older answer was put aside, and may be asked again
        bounds.append(one.at_most())
    assert bounds[-1] == 0
    assert all(later < earlier for earlier, later in pairwise(bounds))


@pytest.mark.parametrize(
    ("left", "asked", "says"),
    [
        (30, 0, "Question 1. Most checks take 6 to 15 questions."),
        (30, 15, "Question 16. More than most checks take. Type q to stop and see what is known so far."),
        (10, 15, "Question 16. At most 9 more."),
        (2, 3, "Question 4. At most 1 more."),
        (1, 3, "Question 4. This is the last."),
    ],
)
def test_what_is_said_of_the_questions_left(left: int, asked: int, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = sitting()
    monkeypatch.setattr(Sitting, "at_most", lambda _: left)
    monkeypatch.setattr(Sitting, "asked", asked)
    fact = one.next()
    assert fact is not None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        Printer(plain=True).show(question_page(fact, (), one))
    assert says in " ".join(printed.getvalue().split())


@given(st.data())
def test_any_sitting_ends_without_a_contradiction(data: st.DataObject) -> None:
    """Whatever is answered and changed, the newest answers fit together, and all can be taken back."""
    one = sitting()
    facts = READING.edition.facts
    for _ in range(data.draw(st.integers(0, 8))):
        name = data.draw(st.sampled_from(sorted(facts)))
        as_checklist = data.draw(st.booleans())
        if facts[name].ticks and as_checklist:
            ticks: list[Tick] = data.draw(st.lists(st.sampled_from(one.lines(name)), unique=True, max_size=3))
            one.tick(name, ticks)
        else:
            one.answer(name, data.draw(st.sampled_from([*facts[name].domain, NOT_KNOWN])))
        assert one.said().determination.contradictions == ()
    while one.back():
        pass
    assert one.answers == {}


@given(st.data())
def test_answering_what_is_asked_settles_it(data: st.DataObject) -> None:
    one = sitting()
    for _ in range(20):
        fact = one.next()
        if fact is None:
            break
        one.answer(fact.name, data.draw(st.sampled_from([*fact.domain, NOT_KNOWN])))
    assert one.next() is None
    assert one.said().determination.outcome is not Outcome.INCOMPLETE
