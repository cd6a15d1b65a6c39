"""The form of an information request: theirs or ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms

from sharewell.casework.acting import Acting
from sharewell.casework.make_request import Subject, Wanted
from sharewell.register.family import Relationship
from sharewell.register.holding import InformationItem
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.request import Compatible, Direction, InformationRequest, Kind, Trigger
from sharewell.web.record.form import MomentField, RecordForm, line, radios, select, text

#: What is asked of everybody; the rest of the form is folded.
FIRST = ("direction", "organisation", "organisation_words", "person", "purpose", "asked_for")
#: Who stands on the other side, and how we know.
THEM = ("person_name", "person_position", "identity_checked_how", "why_they_need_it")
#: Dates, the law quoted, agreements.
MORE = (
    "trigger", "kind", "received_at", "needed_by", "power_quoted", "duty_reference", "duty_deadline", "compatible",
    "compatible_words", "agreement_reference", "controllers",
)  # fmt: skip
#: Somebody else whom it is about.
OTHERS = ("subject", "subject_line", "subject_why")


class RequestForm(RecordForm):
    """Who wants what, about this child, for what."""

    missing: ClassVar[Mapping[str, str]] = {
        "direction": "Say whether somebody asks, or you wish to tell",
        "purpose": "Say what it is for",
    }

    once = forms.UUIDField(widget=forms.HiddenInput)
    direction = radios(Direction.choices, label="Who began this?")
    organisation = select(
        (), label="Which organisation?", help_text="The one that asks, or that would be told.", required=False
    )
    organisation_words = line("If it is not on the list, its name", required=False)
    person = select((), label="If it is somebody in the family, who?", required=False)
    purpose = line(
        "What is it for?", help_text="One main reason, in plain words. “To keep Sam safe at weekends.”", longest=300
    )
    asked_for = text(
        "What was asked for, or what do you wish to tell?",
        help_text="What they want. What is given in the end is written down separately.",
        required=False,
    )
    items = forms.MultipleChoiceField(
        label="Which of the things we hold is it about?", required=False, widget=forms.CheckboxSelectMultiple
    )
    person_name = line("The person who asks, or whom you would tell", required=False)
    person_position = line("What they do there", required=False)
    identity_checked_how = line(
        "How did you make sure who they are?",
        help_text="“Rang back on the number we had.” Leave this empty if you have not yet.",
        required=False,
        longest=300,
    )
    why_they_need_it = text("Why do they need it?", required=False, rows=3)
    trigger = radios([each for each in Trigger.choices if each[0] != Trigger.EMERGENCY], label="What set it going?")
    kind = radios([each for each in Kind.choices if each[0] != Kind.EMERGENCY], label="Once, or regularly?")
    received_at = MomentField(label="When did it come in?", required=False, help_text="Leave empty for now.")
    needed_by = MomentField(label="When is it needed by?", required=False)
    power_quoted = line("Which law or right was quoted?", required=False, longest=300)
    duty_reference = line("Duty or court order: its reference and what it covers", required=False, longest=300)
    duty_deadline = MomentField(label="Deadline in the order", required=False)
    compatible = radios(
        Compatible.choices, label="Is this the purpose for which it was first collected?", required=False
    )
    compatible_words = text("If not the same, how does it fit?", required=False, rows=2)
    agreement_reference = line("Information-sharing agreement", required=False)
    controllers = line("Who is responsible for the data on each side", required=False, longest=300)

    subject = line("Who else is the information about?", required=False)
    subject_line = radios(
        (("needed", "Needed for this"), ("reduce", "To be reduced"), ("remove", "To be left out")),
        label="Is what it says about them needed?",
        required=False,
    )
    subject_why = text("Why?", required=False, rows=2)

    def __init__(self, data: Any = None, *, who: Acting, child: Person, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        bodies = Organisation.objects.exclude(pk=who.organisation.pk).filter(left_on__isnull=True)
        self._list("organisation", [(str(each.pk), each.name) for each in bodies])
        kin = Relationship.objects.filter(child=child).select_related("other").order_by("other__given_name")
        family = [(str(each.other_id), f"{each.other.name} ({each.get_kinship_display().lower()})") for each in kin]
        self._list("person", [*family, (str(child.pk), f"{child.name} (the child)")])
        held = InformationItem.objects.filter(child=child, replaced_by__isnull=True).order_by("-learned_on")[:60]
        self.fields["items"].choices = [(str(each.pk), each.title) for each in held]  # type: ignore[attr-defined]
        if not held:
            del self.fields["items"]

    def _list(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", "Choose"), *choices]  # type: ignore[attr-defined]  # a select

    def wanted(self) -> Wanted:
        """What a complete form says."""
        said = dict(self.cleaned_data)
        said.pop("once")
        other = {name: said.pop(name) for name in OTHERS}
        subjects = (
            (Subject(other["subject_line"] or "reduce", other["subject_why"], described=other["subject"]),)
            if other["subject"]
            else ()
        )
        return Wanted(
            **{
                **said,
                "direction": Direction(said["direction"]),
                "trigger": Trigger(said["trigger"]),
                "kind": Kind(said["kind"]),
                "organisation": UUID(said["organisation"]) if said["organisation"] else None,
                "person": UUID(said["person"]) if said["person"] else None,
                "subjects": subjects,
                "items": tuple(UUID(each) for each in said.get("items", ())),
            }
        )


def blank() -> dict[str, object]:
    """What a new form begins with."""
    return {"once": uuid4(), "trigger": Trigger.REQUEST, "kind": Kind.ONE_OFF}


def filled(row: InformationRequest) -> dict[str, object]:
    """What the form of a correction begins with: what the request says now."""
    said = {name: getattr(row, name) for name in (*FIRST, *THEM, *MORE)}
    return {
        **said,
        "once": uuid4(),
        "organisation": row.organisation_id or "",
        "person": row.person_id or "",
        "items": [str(each) for each in row.items.values_list("item_id", flat=True)],
    }
