"""The forms about names and numbers; and beginning a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django import forms

from sharewell.casework.start_record import Known
from sharewell.register.person import BirthCertainty, IdentifierKind
from sharewell.web.record.form import DayField, RecordForm, line, radios, text


class PersonForm(RecordForm):
    """What is written of a person."""

    given_name = line("First name", longest=120)
    family_name = line("Family name", required=False, longest=120)
    known_as = line("What they like to be called", required=False, longest=120)
    born_on = DayField(label="Date of birth", required=False)
    born_certainty = radios(BirthCertainty.choices, label="How is the date of birth known?", required=False)
    expected_on = DayField(label="If not yet born: when is the baby expected?", required=False)
    died_on = DayField(label="If they have died: when?", required=False)
    pronouns = line("Pronouns", required=False, longest=40)
    language = line("Language they speak best", required=False, longest=80)
    communication = text("How they take things in and say things best", required=False, rows=2)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class StartForm(RecordForm):
    """Beginning a child’s record."""

    missing: ClassVar[Mapping[str, str]] = {"reason": "Say what you have to do with the child"}
    given_name = line("First name", longest=120, help_text="For a baby not yet born, write Baby")
    family_name = line("Family name", longest=120)
    known_as = line("What they like to be called", required=False, longest=120)
    born_on = DayField(label="Date of birth", required=False)
    born_certainty = radios(BirthCertainty.choices, label="How is the date of birth known?", required=False)
    expected_on = DayField(label="If not yet born: when is the baby expected?", required=False)
    language = line("Language they speak best", required=False, longest=80)
    communication = text("How they take things in and say things best", required=False, rows=2)
    reason = line("What do you have to do with this child?", longest=300, help_text="Such as: I am her form tutor")
    once = forms.UUIDField(widget=forms.HiddenInput)
    despite = forms.CharField(widget=forms.HiddenInput, required=False)


class NumberForm(RecordForm):
    """A number of a child."""

    kind = radios(IdentifierKind.choices, label="Which number is it?")
    value = line("Number", longest=40)
    source = line("Where did you read it?")


class NumberEndForm(RecordForm):
    """Why a number is wrong."""

    reason = line("Why is it wrong?", longest=300)


_OF_A_CHILD = (
    "given_name", "family_name", "known_as", "born_on", "born_certainty", "expected_on", "pronouns", "language",
    "communication",
)  # fmt: skip


def known_of(data: Mapping[str, object]) -> Known:
    """What a form says of a child."""
    said = {name: data[name] for name in _OF_A_CHILD if name in data}
    return Known(**said)  # type: ignore[arg-type]  # the form has its fields
