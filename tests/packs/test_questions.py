"""How many questions an answer takes: published scenarios and random cases, asked in the guide's order."""

from __future__ import annotations

from functools import cache
from statistics import median

from sharewell.policy.ask import Interview
from sharewell.policy.outcome import Outcome
from sharewell.replay.interview import Replayed, completed, drawn_cases, replayed
from tests.packs.shipped import TODAY, published, rules_on, situations

MEDIAN, LONG = 8, 14
RANDOM_CASES = 200
SEED = 2026


@cache
def interview() -> Interview:
    return Interview(rules_on(TODAY))


@cache
def of_published() -> dict[str, tuple[Replayed, Outcome]]:
    """The first part of each published scenario: its interview, and the outcome of all its answers."""
    said = {}
    for case in published():
        answers = next(situations(case))
        whole = rules_on(TODAY).determine(answers).outcome
        said[case.name] = (replayed(interview(), completed(interview().edition, answers)), whole)
    return said


@cache
def of_random() -> dict[str, tuple[Replayed, Outcome]]:
    cases = drawn_cases(interview().edition, RANDOM_CASES, seed=SEED)
    return {
        f"case {i}": (replayed(interview(), answers), rules_on(TODAY).determine(answers).outcome)
        for i, answers in enumerate(cases)
    }


def counts(said: dict[str, tuple[Replayed, Outcome]]) -> list[int]:
    return sorted(len(each.asked) for each, _ in said.values())


def within_limits(numbers: list[int]) -> bool:
    return median(numbers) <= MEDIAN and numbers[int(0.95 * len(numbers))] <= LONG


def test_a_published_scenario_takes_few_questions() -> None:
    assert within_limits(counts(of_published())), counts(of_published())


def test_a_random_case_takes_few_questions() -> None:
    assert within_limits(counts(of_random())), counts(of_random())


def test_the_interview_gives_the_outcome_of_all_the_answers() -> None:
    odd = {
        name: (whole, outcome)
        for name, (each, whole) in (of_published() | of_random()).items()
        if (outcome := rules_on(TODAY).determine(each.answers).outcome) is not whole
    }
    assert odd == {}


def test_no_question_is_asked_twice() -> None:
    said = of_published() | of_random()
    assert [name for name, (each, _) in said.items() if len(set(each.asked)) < len(each.asked)] == []
