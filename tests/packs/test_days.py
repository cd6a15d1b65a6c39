"""The same story on five days: the answer changes as the law did, on the days that the sources give."""

from __future__ import annotations

from datetime import date

import pytest

from sharewell.policy.outcome import Outcome
from tests.packs.shipped import base, rules_on

DAYS = (date(2009, 6, 1), date(2016, 1, 1), date(2019, 1, 1), date(2024, 6, 1), date(2026, 11, 23))
MUST, SHOULD, MAY = Outcome.MUST_SHARE, Outcome.SHOULD_SHARE, Outcome.MAY_SHARE
ASK, WEIGH, REFER = Outcome.ASK_FIRST, Outcome.WEIGH, Outcome.REFER

TEACHER = {"sharer-kind": "maintained-school", "profession": "teacher"}
WORRY = {"concern": "child-in-need", "concern-kind": "neglect", "category": "safeguarding-record"}
STORIES = {
    # Serious Crime Act 2015 s74 put s5B into the Female Genital Mutilation Act 2003 on 31 October 2015; until then a
    # girl who was cut was referred as any child who is seriously harmed.
    "a girl tells her teacher that she was cut, and the teacher rings the police": (
        TEACHER | WORRY | {
            "concern": "harm-known", "concern-kind": "fgm", "fgm-facts": "girl-told-me", "recipient-kind": "police",
        },
        (SHOULD, MUST, MUST, MUST, MUST),
    ),
    # Modern Slavery Act 2015 s52, from 1 November 2015. In 2009 the rules have nothing on the referral mechanism.
    "police refer a child who is made to sell drugs to the Home Office": (
        {
            "concern": "harm-suspected", "concern-kind": "exploitation-or-trafficking", "trafficking": "yes",
            "first-responder": "yes", "sharer-kind": "police", "recipient-kind": "home-office",
        },
        (REFER, MUST, MUST, MUST, MUST),
    ),
    # Advice of 2008, 2015 and 2018: be open and ask below serious harm. Advice of May 2024: agreement is not needed.
    "a nursery has a worry below serious harm and thinks of telling social care": (
        WORRY | {"sharer-kind": "early-years", "profession": "other-with-children"},
        (ASK, ASK, ASK, WEIGH, WEIGH),
    ),
    # Operation Encompass: local schemes from 2011; Domestic Abuse Act 2021 s49A in force 7 November 2025.
    "police tell a school in the morning of violence at a pupil's home": (
        {
            "concern-kind": "domestic-abuse", "encompass": "yes", "sharer-kind": "police", "category": "domestic-abuse",
            "recipient-kind": "school-or-college", "routine": "routine-agreed",
        },
        (MAY, MAY, MAY, MAY, MUST),
    ),
    # Police, Crime, Sentencing and Courts Act 2022 ss44A-44E, from 12 January 2026: counselling notes start from no.
    "police ask on the new form for the counselling notes of a girl who was attacked": (
        TEACHER | {
            "recipient-kind": "police", "started-by": "them", "purpose": "crime", "category": "counselling",
            "authority": "victim-information-request", "authority-seen": "yes",
        },
        (ASK, ASK, ASK, ASK, WEIGH),
    ),
    # Children Act 2004 s14B: from 1 April 2010 until the boards ended in September 2019.
    "a local safeguarding children board asks a school what it knows": (
        TEACHER | WORRY | {
            "recipient-kind": "panel-or-partner", "started-by": "them", "authority": "s14B-lscb",
            "authority-seen": "yes",
        },
        (REFER, MUST, MUST, REFER, REFER),
    ),
    # Children Act 2004 s16LA, from 30 September 2026: a body must share what it considers to help. Before, the advice
    # of the day.
    "a teacher considers that what she knows would help social care to keep a pupil safe": (
        TEACHER | WORRY | {"duty-considered": "yes"},
        (ASK, ASK, ASK, WEIGH, MUST),
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_the_answer_is_that_of_the_law_of_the_day(story: str) -> None:
    changes, expected = STORIES[story]
    said = tuple(rules_on(day).determine(base() | changes).outcome for day in DAYS)
    assert said == expected


def test_each_story_changes_with_the_law() -> None:
    assert [story for story, (_, expected) in STORIES.items() if len(set(expected)) == 1] == []


def test_before_the_first_day_that_is_encoded_every_answer_is_get_advice() -> None:
    rules = rules_on(date(2008, 9, 30))
    assert {rules.determine(base() | changes).outcome for changes, _ in STORIES.values()} == {REFER}
