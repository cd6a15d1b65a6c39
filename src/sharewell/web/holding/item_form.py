"""The form for one piece of information."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms

from sharewell.casework.keep_file import TOO_BIG
from sharewell.casework.record_item import Statement
from sharewell.casework.within import around
from sharewell.register.holding import Category, InformationItem, Level, Mark
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.web.record.form import DayField, RecordForm, line, radios, select, text
from sharewell.web.record.writing import OnceForm


class ItemForm(OnceForm):
    """What is known, what kind of statement it is, who told it, and how private they were told it would be."""

    title = line("Short title", help_text="Such as: late and hungry on Monday", longest=160)
    text = text("What is known", help_text="One thing only, in plain words. Put another thing in another item.", rows=6)
    mark = radios(Mark.choices, label="What kind of statement is this?")
    category = select(Category.choices, label="What is it about?")
    about = forms.MultipleChoiceField(
        label="Who is it about, besides the child?",
        help_text="Choose everybody who could be known from it.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    source_person = select((), label="Who told you?", required=False)
    source_organisation = select(
        (), label="Which organisation did it come from?", help_text="It stays their information.", required=False
    )
    source_words = line("Somebody else told you", help_text="A name, or a role", required=False, longest=300)
    protect_source = radios(
        (("no", "No"), ("yes", "Yes, it must not come out")), label="Must the name of who told you stay hidden?"
    )
    happened_on = DayField(label="When did it happen?", required=False)
    learned_on = DayField(label="When did you learn of it?", help_text="For example, 27 3 2026")
    level = radios(Level.choices, label="How private were they told it would be?")
    offered_on = DayField(label="When were they told that?", required=False)

    def __init__(self, *args: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(each.pk), each.name) for each in around(child).exclude(pk=child.pk).order_by("given_name")]
        named = [("", "Choose"), (str(child.pk), f"{child.called} (the child)"), *people]
        bodies = [(str(each.pk), each.name) for each in Organisation.objects.all()]
        for name, choices in (
            ("about", people),
            ("source_person", named),
            ("source_organisation", [("", "Choose"), *bodies]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type: it is one above
            field.choices = choices
        if not people:
            del self.fields["about"]


class ReplaceForm(ItemForm):
    """The same, and why it takes the place of the old one."""

    because = text("What was wrong, or what has changed?", rows=3)


class FileForm(RecordForm):
    """One file."""

    missing: ClassVar = {"file": "Choose a file"}
    file = forms.FileField(
        label="Choose a file",
        help_text="A letter, a picture, a note or a recording. 20 MB at most.",
        widget=forms.FileInput,
        max_length=400,
    )


class TooBigForm(FileForm):
    """The same, when the file that came was left out because it was too big."""

    missing: ClassVar = {"file": TOO_BIG}


def statement(data: dict[str, Any]) -> Statement:
    """What the form says."""
    return Statement(
        title=data["title"],
        text=data["text"],
        mark=Mark(data["mark"]),
        category=Category(data["category"]),
        learned_on=data["learned_on"],
        level=Level(data["level"]),
        offered_on=data["offered_on"],
        happened_on=data["happened_on"],
        source_person=UUID(data["source_person"]) if data["source_person"] else None,
        source_organisation=UUID(data["source_organisation"]) if data["source_organisation"] else None,
        source_words=data["source_words"],
        protect_source=data["protect_source"],
        about=tuple(UUID(each) for each in data.get("about", ())),
        once=data["once"],
    )


def filled(item: InformationItem) -> dict[str, object]:
    """An item as the form would have it, to be put right."""
    return {
        "title": item.title,
        "text": item.text,
        "mark": item.mark,
        "category": item.category,
        "about": [str(subject.person_id) for subject in item.subjects.all()],
        "source_person": item.source_person_id or "",
        "source_organisation": item.source_organisation_id or "",
        "source_words": item.source_words,
        "protect_source": item.protect_source,
        "happened_on": item.happened_on,
        "learned_on": item.learned_on,
        "level": item.level,
        "offered_on": item.offered_on,
    }
