"""The forms that look for a child. What is typed into them is never in an address."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.casework.search_for import Wanted
from sharewell.register.involvement import KeyKind
from sharewell.register.relationship import GlassReason
from sharewell.web.record.form import DayField, RecordForm, line, radios, text

_NUMBERS = [(KeyKind.NHS.value, "NHS number"), (KeyKind.UPN.value, "UPN"), (KeyKind.ULN.value, "ULN")]


class MineForm(RecordForm):
    """A part of a name."""

    words = line("Part of a name", longest=120)


class ExactForm(RecordForm):
    """A name with a date of birth, or a number; and what it is for."""

    given_name = line("First name", required=False, longest=120)
    family_name = line("Family name", required=False, longest=120)
    born_on = DayField(label="Date of birth", required=False)
    kind = radios([("", "I have no number"), *_NUMBERS], label="Or a number", required=False)
    number = line("The number", required=False, longest=20)
    purpose = line("What do you need to know this for?", longest=300)


class ChoiceForm(RecordForm):
    """The same child, or not."""

    token = line("", longest=400)
    same = radios([("same", "It is the same child"), ("not", "It is another child")], label="What do you think?")
    reason = line("What makes you sure?", longest=300)


class GlassForm(RecordForm):
    """Why a record must be opened without a relationship."""

    reason = radios(GlassReason.choices, label="Why must you see it now?")
    words = text("What has happened?", rows=3, help_text="A sentence or two. Somebody will read it within two days")


def wanted_of(data: Mapping[str, object]) -> Wanted:
    """What was asked for; with a number, the number alone."""
    kind = KeyKind(str(data["kind"])) if data["kind"] else None
    return Wanted(
        purpose=str(data["purpose"]),
        given_name=str(data["given_name"]),
        family_name=str(data["family_name"]),
        born_on=data["born_on"],  # type: ignore[arg-type]  # the form made a day of it
        kind=kind,
        number=str(data["number"]),
    )
