"""The main job on the packs of this house: from the first question to the answer, by file and in a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from sharewell.cli.intake import Intake
from sharewell.cli.packs import chosen
from sharewell.cli.reading import Readings
from sharewell.cli.sitting import Sitting
from sharewell.policy.checklist import ticks_for
from sharewell.policy.outcome import SHARING, Outcome
from tests.cli.drive import call, talk
from tests.cli.test_determine import SHAPE, faults

pytestmark = [
    pytest.mark.usefixtures("real_packs"),
    pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning"),  # from Python 3.12, in pexpect itself
]
DAYS = ("2009-06-01", "2016-01-01", "2019-01-01", "2024-06-01", "2026-11-23")
DANGER = ("immediate-danger=yes", "recipient-kind=social-care")


@pytest.mark.parametrize("pack", ["england", "hampshire"])
@pytest.mark.parametrize("day", DAYS)
def test_danger_is_answered_at_once_on_any_day(pack: str, day: str) -> None:
    said = call("determine", "--pack", pack, "--on", day, "--format", "json", *DANGER)
    assert said.code == 0
    assert faults(said.data, SHAPE) == []
    assert Outcome(said.data["outcome"]) in SHARING
    assert said.data["open"] == []


def test_before_the_first_day_it_is_get_advice() -> None:
    assert call("determine", "--on", "2001-01-01", "--format", "json", *DANGER).data["outcome"] == "refer"


def test_the_vocabulary_answers_itself() -> None:
    """Every answer that `facts` lists is taken by `determine`."""
    facts = call("facts", "--format", "json").data
    assert len(facts) > 50
    intake = Intake({fact.name: fact for fact in chosen("england").facts})
    for fact in facts:
        for answer in [*fact["answers"], {"name": "not-known"}]:
            assert intake.typed(f"{fact['name']}={answer['name']}") == (fact["name"], answer["name"])
    assert not intake.problems


def test_each_case_of_the_pack_can_be_answered_as_a_page() -> None:
    for case in chosen("england").cases[:12]:
        typed = [f"{name}={answer}" for name, answer in case.facts]
        said = call("determine", "--on", case.on.isoformat(), *typed)
        assert said.code == 0, said.err
        assert "You make the decision" in said.out


def test_an_emergency_in_a_terminal() -> None:
    said = talk(["ask", "--on", "2026-11-23"], ["yes", "social", "q"], packs=None)
    text = " ".join(said.screen.replace("│", " ").split())
    assert said.code == 0
    assert text.index("Ring 999 now.") < text.index("Who would receive it?")
    assert "Share: holding back would need a good reason" in text
    assert "Nothing stops you telling the people who can act now." in text


def replayed(sitting: Sitting, answers: dict[str, str]) -> int:
    """Answer what is asked as somebody would who knows `answers`; gives the number of questions."""
    count = 0
    while fact := sitting.next():
        count += 1
        assert count < 60
        if fact.ticks:
            for name, answer in ticks_for(sitting.reading.edition, fact.name, answers).items():
                sitting.answers[name] = answer
        else:
            sitting.answer(fact.name, answers.get(fact.name, "not-known"))
    return count


def test_published_cases_are_asked_to_an_end() -> None:
    """Nobody is left in the middle of an interview. How few questions it takes is measured in `bench`."""
    pack = chosen("england")
    readings = Readings(pack)
    counts = []
    for case in pack.cases:
        if case.published is None or case.items or case.recipients:
            continue
        reading = readings.on(case.on)
        sitting = Sitting(reading, {})
        counts.append(replayed(sitting, dict(case.facts)))
        assert sitting.said().determination.outcome is not Outcome.INCOMPLETE
    assert len(counts) >= 40
    assert max(counts) <= 30


def test_answers_are_kept_from_a_terminal(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    said = talk(["ask", "--on", "2026-11-23", "--save", str(file)], ["no", "b", "no", "q"], packs=None)
    assert said.code == 0
    assert 'immediate-danger: "no"' in file.read_text(encoding="utf-8")
    assert "#" in file.read_text(encoding="utf-8")
