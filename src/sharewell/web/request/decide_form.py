"""The form of a decision: short where it follows the rules, with room for everything a record needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from sharewell.casework.deciding import Deciding, Followed, ItemChoice, Law, Told, Weighed
from sharewell.register.advice import Advice
from sharewell.register.decision import Choice, Harm
from sharewell.register.holding import InformationItem
from sharewell.register.person import Person
from sharewell.web.record.form import DayField, RecordForm, line, radios, text

_ITEM = (("whole", "All of it goes"), ("part", "Part of it goes"), ("none", "Held back"))
_TOLD = (
    ("before", "Told before"), ("will", "Will be told"), ("after", "Told afterwards"), ("not", "Not told"),
)  # fmt: skip
_FOLLOWED = (("yes", "I follow it"), ("part", "In part"), ("no", "I do not"))
#: When to look again at not having told somebody, if no other day is chosen.
_AGAIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the form is about: things held, people who may be told, advice that was given, thoughts to tick."""

    on: date
    items: Sequence[InformationItem]
    people: Sequence[Person]
    child: UUID
    advice: Sequence[Advice]
    share_prompts: Sequence[str]
    keep_prompts: Sequence[str]


class DecideForm(RecordForm):
    """What is decided, and everything that goes with it."""

    missing: ClassVar[Mapping[str, str]] = {
        "choice": "Say what you decide",
        "rationale": "Write your reasons",
        "signature": "Type your name",
        "harm": "Say what harm there is, if any",
        "harm_of_sharing": "Say what harm sharing could do, even if it is none",
        "harm_of_not_sharing": "Say what harm not sharing could do, even if it is none",
    }

    once = forms.UUIDField(widget=forms.HiddenInput)
    determination = forms.UUIDField(widget=forms.HiddenInput)
    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)
    share_thought = forms.MultipleChoiceField(
        label="Tick what you thought about", required=False, widget=forms.CheckboxSelectMultiple
    )
    harm_of_sharing = text("The harm of sharing, as you see it", required=False, rows=3)
    keep_thought = forms.MultipleChoiceField(
        label="Tick what you thought about", required=False, widget=forms.CheckboxSelectMultiple
    )
    harm_of_not_sharing = text("The harm of not sharing, as you see it", required=False, rows=3)
    good_of_sharing = text("What good could sharing do?", required=False, rows=2)
    good_of_not_sharing = text("What good could keeping it private do?", required=False, rows=2)
    harm = radios(Harm.choices, label="What harm is there a sign of?")
    choice = radios(Choice.choices, label="What do you decide?")
    rationale = text("Your reasons", help_text="Write them so that the child could read them one day.")
    departs_because = text(
        "If your choice differs from what the rules say, why?", help_text="You may differ. Say why.", required=False,
        rows=3,
    )  # fmt: skip
    review_on = DayField(
        label="On which day will you look at this again?",
        help_text="Needed if you do not share now. For example, 27 3 2027.",
        required=False,
    )
    replaces_because = text("What has changed since the decision before?", required=False, rows=3)
    signature = line("Type your name to sign this")
    concern = text("What you saw or heard, and when", required=False, rows=3)
    concern_source = line("Who told you", required=False, longest=300)
    concern_on = DayField(label="On which day?", required=False)
    immediate_risk = text("Is anybody at risk right away?", required=False, rows=2)
    necessity = text("Why is this needed for the purpose?", required=False, rows=2)
    could_less_do = text("Would less do, or would it do without names?", required=False, rows=2)
    impact_assessment = text("Impact assessment (DPIA), if there is one", required=False, rows=2)
    told_requester = text("What did you tell those who asked?", required=False, rows=2)
    reconsider_if = text("What would make you think again?", required=False, rows=2)
    retention = line("How long is this kept?", required=False, longest=60)

    def __init__(self, data: Any = None, *, parts: Parts, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.parts = parts
        # What is asked for when something is given is not asked for when nothing is.
        self.giving = data is None or data.get("choice", "") in (Choice.SHARE, Choice.SHARE_PART)
        self._ticks("share_thought", parts.share_prompts)
        self._ticks("keep_thought", parts.keep_prompts)
        for thought, harm in (("share_thought", "harm_of_sharing"), ("keep_thought", "harm_of_not_sharing")):
            self.fields[harm].required = not (data and data.getlist(thought))
        for item in parts.items:
            self.fields[f"item_{item.pk}"] = radios(_ITEM, label=item.title, required=self.giving)
            self.fields[f"item_why_{item.pk}"] = line("Why, if not all of it", required=False, longest=600)
            self.fields[f"item_protected_{item.pk}"] = line("Whose name is protected in it", required=False)
        for person in parts.people:
            self._person(person)
        for each in parts.advice:
            self.fields[f"advice_{each.pk}"] = radios(_FOLLOWED, label="Do you follow this advice?")
            self.fields[f"advice_why_{each.pk}"] = line("If not, why?", required=False, longest=600)

    def _ticks(self, name: str, prompts: Sequence[str]) -> None:
        self.fields[name].choices = [(each, each) for each in prompts]  # type: ignore[attr-defined]  # a choice field

    def _person(self, person: Person) -> None:
        label = f"Is {person.called} told?"
        self.fields[f"told_{person.pk}"] = radios(_TOLD, label=label, required=self.giving)
        self.fields[f"told_on_{person.pk}"] = DayField(
            label="On which day?", help_text="Leave empty for today.", required=False
        )
        self.fields[f"told_why_{person.pk}"] = line("If not told, why?", required=False, longest=600)
        self.fields[f"told_again_{person.pk}"] = DayField(
            label="When will you look at that again?",
            required=False,
            initial=self.parts.on + _AGAIN,
        )

    def item_rows(self) -> list[dict[str, object]]:
        """The items with their fields, for the page."""
        return [
            {
                "item": each,
                "given": self[f"item_{each.pk}"],
                "more": [self[f"item_{name}_{each.pk}"] for name in ("why", "protected")],
            }
            for each in self.parts.items
        ]

    def person_rows(self) -> list[dict[str, object]]:
        """The people with their fields: whether they are told, and what that needs."""
        return [
            {
                "person": each,
                "told": self[f"told_{each.pk}"],
                "more": [self[f"told_{name}_{each.pk}"] for name in ("on", "why", "again")],
            }
            for each in self.parts.people
        ]

    def advice_rows(self) -> list[dict[str, object]]:
        """The advice with its fields."""
        return [
            {"advice": each, "fields": [self[f"advice_{each.pk}"], self[f"advice_why_{each.pk}"]]}
            for each in self.parts.advice
        ]

    def deciding(self, law: Law, level: str) -> Deciding:
        """What a complete form says."""
        said = self.cleaned_data
        confirmed = {name: said[name] for name in ("necessity", "could_less_do", "impact_assessment")}
        return Deciding(
            choice=Choice(said["choice"]),
            determination=said["determination"],
            rationale=said["rationale"],
            signature=said["signature"],
            once=said["once"],
            departs_because=said["departs_because"],
            review_on=said["review_on"],
            reconsider_if=said["reconsider_if"],
            told_requester=said["told_requester"],
            retention=said["retention"],
            replaces=said["replaces"],
            replaces_because=said["replaces_because"],
            law=replace(law, level_offered=level, **confirmed),
            weighed=Weighed(
                harm=said["harm"],
                harm_of_sharing=_thought(said["harm_of_sharing"], said["share_thought"]),
                harm_of_not_sharing=_thought(said["harm_of_not_sharing"], said["keep_thought"]),
                concern=said["concern"],
                concern_source=said["concern_source"],
                concern_on=said["concern_on"],
                immediate_risk=said["immediate_risk"],
                good_of_sharing=said["good_of_sharing"],
                good_of_not_sharing=said["good_of_not_sharing"],
                factors=(*said["share_thought"], *said["keep_thought"]),
            ),
            items=tuple(
                ItemChoice(
                    each.pk, said[f"item_{each.pk}"], said[f"item_why_{each.pk}"], said[f"item_protected_{each.pk}"]
                )
                for each in self.parts.items
                if said[f"item_{each.pk}"]
            ),
            told=tuple(told for each in self.parts.people if (told := self._told(each.pk))),
            advice=tuple(
                Followed(each.pk, said[f"advice_{each.pk}"], said[f"advice_why_{each.pk}"])
                for each in self.parts.advice
                if said[f"advice_{each.pk}"]
            ),
        )

    def _told(self, person: UUID) -> Told | None:
        """What was said about telling somebody; today, where no day was given."""
        said = self.cleaned_data
        told = said[f"told_{person}"]
        if not told:
            return None
        return Told(
            told=told,
            person=person,
            told_on=(said[f"told_on_{person}"] or self.parts.on) if told in ("before", "after") else None,
            why_not=said[f"told_why_{person}"] if told == "not" else "",
            ask_again_on=said[f"told_again_{person}"] if told == "not" else None,
        )


def _thought(words: str, ticked: Sequence[str]) -> str:
    """What was written; what was only thought about, where nothing was."""
    return words.strip() or ("I thought about: " + " ".join(ticked) if ticked else "")
