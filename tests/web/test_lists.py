"""Long lists stand under headings, and what is said about how many questions follow is so."""

from __future__ import annotations

import random
import re

import pytest

from sharewell.policy.checklist import usual
from sharewell.policy.fact import NOT_KNOWN
from sharewell.web.clock import today
from sharewell.web.guide.groups import headings
from sharewell.web.guide.page import progress, question
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.trail import Rules, Step, Trail
from sharewell.web.guide.words import printed
from sharewell.web.reading.shelf import pack_names, reading

LONG = 15


@pytest.mark.parametrize("pack", pack_names())
def test_every_line_of_a_long_list_stands_under_a_heading(pack: str) -> None:
    facts = reading(pack, today()).edition.facts
    lists, _ = headings()
    long = {name for name, fact in facts.items() if max(len(fact.answers), len(fact.ticks)) > LONG}
    assert long <= lists.keys()
    for name, wanted in lists.items():
        there = {tick.fact for tick in facts[name].ticks} or set(facts[name].domain)
        placed = [each for names in wanted.values() for each in names]
        assert len(placed) == len(set(placed)), f"{name}: one line stands twice"
        assert there <= set(placed), f"{name}: no heading for {there - set(placed)}"


@pytest.mark.parametrize("fact", ["recipient-kind", "purpose", "special-matter", "usual-checks"])
def test_no_line_is_lost_and_they_are_numbered_down_the_page(fact: str) -> None:
    sitting = Sitting(reading("england", today()), Trail(Rules("england")))
    shown = sitting.facts[fact]
    groups = question(sitting, shown)["groups"]
    assert isinstance(groups, tuple)
    items = [each for group in groups for each in group.items]
    assert len(items) == (len(sitting.lines(shown)) if shown.ticks else len(shown.answers))
    assert [each["id"] for each in items] == [f"a{number}" for number in range(1, len(items) + 1)]


@pytest.mark.parametrize("seed", range(40))
def test_no_more_questions_come_than_were_said(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  nothing secret
    trail = Trail(Rules("england"))
    said: list[int | None] = []
    while fact := (sitting := Sitting(reading("england", today()), trail)).next:
        found = re.search(r"At most (\d+) more", progress(sitting, fact))
        said.append(int(found[1]) if found else 0 if "last" in progress(sitting, fact) else None)
        answers = [usual(sitting.reading.edition, fact.name), *fact.domain, NOT_KNOWN]
        draw.shuffle(answers)
        steps = (trail.then(Step(((fact.name, answer),))) for answer in answers)
        # An answer that does not fit an earlier one has that asked again: the page says so, and the number may rise.
        trail = next(each for each in steps if not Sitting(sitting.reading, each).dropped)
    for place, most in enumerate(said):
        assert most is None or len(said) - place - 1 <= most
    told = [most for most in said if most is not None]
    assert told == sorted(told, reverse=True), "the number goes up"


@pytest.mark.parametrize("said", ["none", NOT_KNOWN])
def test_a_checklist_without_a_tick_is_asked_anew_without_one(said: str) -> None:
    trail = Trail(Rules("england"), (Step((("special-matter", said),)),))
    sitting = Sitting(reading("england", today()), trail)
    groups = question(sitting, sitting.facts["special-matter"], chosen=sitting.answers)["groups"]
    assert isinstance(groups, tuple)
    assert not [each for group in groups for each in group.items if each["checked"]]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Route C: overriding public interest", "overriding public interest"),
        ("Children's social care or the MASH", "Children’s social care or the safeguarding hub (MASH)"),
        ("It is from an education, health and care (EHC) plan", "It is from an education, health and care (EHC) plan"),
        (
            "SEND rights pass then. Listed in the SEND list",
            "special needs (SEND) rights pass then. Listed in the SEND list",
        ),
    ],
)
def test_shorthand_of_the_rules_is_put_in_words(written: str, plain: str) -> None:
    assert printed(written) == plain
