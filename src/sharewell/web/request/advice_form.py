"""The forms of asking for advice and of giving it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import uuid4

from django import forms

from sharewell.casework.ask_advice import Question
from sharewell.register.advice import Rota
from sharewell.web.record.form import MomentField, RecordForm, radios, text

#: By when an answer is asked for, if no other moment is chosen.
_USUAL = timedelta(hours=24)


class AskForm(RecordForm):
    """A question to a rota."""

    missing: ClassVar[Mapping[str, str]] = {"rota": "Say whom you ask", "question": "Say what you want to know"}

    once = forms.UUIDField(widget=forms.HiddenInput)
    rota = radios(Rota.choices, label="Whom do you ask?")
    without_names = radios(
        (("yes", "Without names"), ("no", "With names: they may open the record")),
        label="How do you describe it?",
    )
    described = text(
        "What it is about",
        help_text="Without names, say “the child” and “their mother”. We check the names on the record.",
        required=False,
        rows=5,
    )
    question = text("What do you want to know?", rows=3)
    reply_by = MomentField(label="When do you need an answer by?")

    def asking(self) -> Question:
        """What a complete form says."""
        said = self.cleaned_data
        return Question(
            Rota(said["rota"]), said["question"], said["described"], said["reply_by"], said["without_names"] == "yes"
        )


def blank(at: datetime) -> dict[str, object]:
    """What a new question begins with."""
    return {"once": uuid4(), "without_names": "yes", "reply_by": at + _USUAL}


class AnswerForm(RecordForm):
    """An adviser's answer."""

    missing: ClassVar[Mapping[str, str]] = {"text": "Write your advice"}

    once = forms.UUIDField(widget=forms.HiddenInput)
    text = text("Your advice", help_text="Say what you would do, and why. They decide.", rows=6)


class ApprovalForm(RecordForm):
    """A second person's word on a proposal."""

    word = radios((("approved", "I agree"), ("declined", "I send it back")), label="What do you say?")
    reason = text("Why?", help_text="Needed if you send it back.", required=False)
