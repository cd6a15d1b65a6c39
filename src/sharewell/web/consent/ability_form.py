"""Forms that ask the questions of the two tests, in words anybody can say aloud. Their source: `words.toml`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sharewell.casework.assess_capacity import Ability
from sharewell.casework.assess_competence import Understanding
from sharewell.register.competence import CapacityOutcome, Competence, Finding
from sharewell.register.person import Person
from sharewell.web.consent import choices
from sharewell.web.consent.words import words
from sharewell.web.record.form import DayField, line, radios, select, text
from sharewell.web.record.writing import OnceForm

_C = words()["competence"]
_M = words()["capacity"]
_ABOUT = "Which decision is this about?"
_SAME = "Use the words of the purpose, such as: so that the club can plan"
_SHOWS = "What did they say or do that shows it?"


class CompetenceForm(OnceForm):
    """For a child under 16."""

    decision_about = line(_ABOUT, help_text=_SAME, longest=300)
    request = select((), label="Which information request is it about?", required=False)
    understands_what = radios(Finding.choices, label=_C["understands_what"])
    understands_who = radios(Finding.choices, label=_C["understands_who"])
    understands_consequences = radios(Finding.choices, label=_C["understands_consequences"])
    understands_choice = radios(Finding.choices, label=_C["understands_choice"])
    weighs = radios(Finding.choices, label=_C["weighs"])
    keeps_view = radios(Finding.choices, label=_C["keeps_view"])
    under_pressure = radios(Finding.choices, label=_C["under_pressure"])
    help_given = text("What did you do to help them?", required=False, rows=3)
    reasoning = text(_SHOWS)
    outcome = radios(Competence.choices, label="What does it come to?")
    assessed_on = DayField(label="On which day?")
    place = line("Where, and who was there?", required=False)

    def __init__(self, *args: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices.offer(self, "request", choices.requests(child))


class CapacityForm(OnceForm):
    """For somebody of 16 or over."""

    decision_about = line(_ABOUT, help_text=_SAME, longest=300)
    request = select((), label="Which information request is it about?", required=False)
    help_given = text(_M["help_given"], help_text="Words, pictures, signs, time, a place, somebody they trust", rows=3)
    understands = radios(Finding.choices, label=_M["understands"])
    retains = radios(Finding.choices, label=_M["retains"])
    weighs = radios(Finding.choices, label=_M["weighs"])
    communicates = radios(Finding.choices, label=_M["communicates"])
    impairment = radios(Finding.choices, label=_M["impairment"])
    impairment_words = text(_M["impairment_words"], required=False, rows=3)
    because_of_impairment = radios(Finding.choices, label=_M["because_of_impairment"])
    may_regain = radios(Finding.choices, label=_M["may_regain"])
    reasoning = text(_SHOWS)
    outcome = radios(CapacityOutcome.choices, label="What does it come to?")
    consulted = text(_M["consulted"], help_text="If they cannot decide this", required=False, rows=3)
    best_interests = text(_M["best_interests"], help_text="If they cannot decide this", required=False)
    assessed_on = DayField(label="On which day?")

    def __init__(self, *args: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices.offer(self, "request", choices.requests(child))


_FINDINGS = (
    "understands_what", "understands_who", "understands_consequences", "understands_choice", "weighs", "keeps_view",
    "under_pressure",
)  # fmt: skip
_STAGES = ("impairment", "understands", "retains", "weighs", "communicates", "because_of_impairment", "may_regain")


def understanding(data: dict[str, Any]) -> Understanding:
    """What the form for a child says."""
    return Understanding(
        decision_about=data["decision_about"],
        **{name: Finding(data[name]) for name in _FINDINGS},
        outcome=Competence(data["outcome"]),
        reasoning=data["reasoning"],
        assessed_on=data["assessed_on"],
        help_given=data["help_given"],
        place=data["place"],
        request=UUID(data["request"]) if data.get("request") else None,
        once=data["once"],
    )


def ability(data: dict[str, Any]) -> Ability:
    """What the form for somebody of 16 or over says."""
    return Ability(
        decision_about=data["decision_about"],
        **{name: Finding(data[name]) for name in _STAGES},
        help_given=data["help_given"],
        outcome=CapacityOutcome(data["outcome"]),
        reasoning=data["reasoning"],
        assessed_on=data["assessed_on"],
        impairment_words=data["impairment_words"],
        consulted=data["consulted"],
        best_interests=data["best_interests"],
        request=UUID(data["request"]) if data.get("request") else None,
        once=data["once"],
    )
