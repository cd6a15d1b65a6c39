"""The forms of what comes after a decision: what was given, that it arrived, what came of it, looking again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from sharewell.casework.record_disclosure import Given
from sharewell.register.decision import DecisionItem
from sharewell.register.disclosure import FollowUpKind
from sharewell.register.organisation import Channel
from sharewell.web.record.form import DayField, MomentField, RecordForm, line, radios, text


class GivenForm(RecordForm):
    """What was in fact given, to whom, how, on which conditions."""

    missing: ClassVar[Mapping[str, str]] = {
        "recipient_name": "Say who was given it", "channel": "Say how it went",
    }  # fmt: skip

    once = forms.UUIDField(widget=forms.HiddenInput)
    recipient_name = line("Who was given it?")
    recipient_role = line("What do they do there?", required=False)
    channel = radios(Channel.choices, label="How did it go?")
    sent_at = MomentField(label="When?", help_text="Leave empty for now.", required=False)
    identity_check = text("How did you make sure it was them?", required=False, rows=2)
    security = text("How was it kept safe on the way?", required=False, rows=2)
    conditions = text("What did you say they may use it for?", required=False, rows=2)
    onward = text("What did you say about passing it on?", required=False, rows=2)
    keep_until = line("How long may they keep it?", required=False)
    why_they_need_it = text("Why do they need it?", required=False, rows=2)

    def __init__(self, data: Any = None, *, pieces: Sequence[DecisionItem], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.pieces = pieces
        for each in pieces:
            self.fields[f"went_{each.item_id}"] = radios(
                (("yes", "It went"), ("no", "It did not go")), label=each.item.title
            )
            if each.given == "part":
                self.fields[f"words_{each.item_id}"] = text("The words that went", required=False, rows=3)

    def given(self, organisation: UUID | None) -> Given:
        """What a complete form says."""
        said = self.cleaned_data
        own = {name: said[name] for name in GivenForm.base_fields if name not in ("once", "channel")}
        return Given(
            channel=Channel(said["channel"]),
            organisation=organisation,
            items=tuple(
                (each.item_id, said.get(f"words_{each.item_id}", ""))
                for each in self.pieces
                if said[f"went_{each.item_id}"] == "yes"
            ),
            **own,
        )


class ReceiptForm(RecordForm):
    """That it arrived."""

    missing: ClassVar[Mapping[str, str]] = {"confirmed_by": "Say who confirmed it"}

    once = forms.UUIDField(widget=forms.HiddenInput)
    confirmed_by = line("Who says that it arrived?")
    confirmed_at = MomentField(label="When did they say so?", help_text="Leave empty for now.", required=False)
    reference = line("Their reference", required=False, longest=120)


class AfterForm(RecordForm):
    """What came of a decision."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = radios(FollowUpKind.choices, label="What is it?")
    text = text("What came of it, or what is to be done?")
    due_on = DayField(label="If something is to be done, by which day?", required=False)


class AgainForm(RecordForm):
    """Looking at a decision again."""

    again = radios(
        (("stands", "It stands"), ("replace", "I want to decide again")), label="What do you conclude?"
    )  # fmt: skip
    reason = text("Why?", help_text="Write it so that the child could read it one day.")
