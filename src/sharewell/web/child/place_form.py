"""The forms about addresses and safe ways to reach somebody."""

from __future__ import annotations

from django import forms

from sharewell.register.person import AddressKind, ContactWay
from sharewell.web.record.form import DayField, RecordForm, line, radios, select, text


class Of(RecordForm):
    """A form that is about the child or somebody in their life."""

    person = select([], label="Whose is it?")

    def __init__(self, *args: object, people: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class AddressForm(Of):
    """An address."""

    kind = select(AddressKind.choices, label="What is this address?")
    lines = text("Address", rows=3)
    postcode = line("Postcode", required=False, longest=10)
    from_on = DayField(label="Since when?", required=False)
    source = line("How do you know?", help_text="Who told you, or what you read")
    sealed = radios(
        [("no", "No"), ("yes", "Yes: seal it")],
        label="Must it stay hidden from somebody?",
        help_text="A refuge, a foster placement, a parent who fled. If you are not sure, seal it",
    )
    seal_because = line("If yes, why?", required=False, longest=600)


class ConfirmForm(RecordForm):
    """How somebody made sure of an address."""

    how = line("How did you make sure?", help_text="Such as: visited, and both were at home")


class ReachForm(Of):
    """A safe way to reach somebody."""

    way = radios(ContactWay.choices, label="How can they be reached safely?")
    value = line("Number, address, or whom to go through", required=False)
    safe_times = line("When is it safe?", required=False)
    code_word = line("A word you have agreed", required=False, longest=80, help_text="So that they know it is you")
    leave_no_message = forms.MultipleChoiceField(
        label="Messages",
        required=False,
        choices=[("yes", "Never leave a message, on a machine or with anybody")],
        widget=forms.CheckboxSelectMultiple,
    )
    note = text("Anything else", required=False, rows=2)
