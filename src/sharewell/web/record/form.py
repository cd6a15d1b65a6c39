"""Forms of the signed-in pages: Django's, with the markup of the GOV.UK Design System and plain words for errors.

A field's `kind` tells the template `sharewell/record/field.html` which markup to use.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.utils.datastructures import MultiValueDict

from sharewell.casework.acting import LONDON
from sharewell.casework.refusal import Unfinished


class DayWidget(forms.MultiWidget):
    """Day, month and year in three boxes."""

    def __init__(self) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {}
        boxes.update({name: forms.TextInput() for name in ("day", "month", "year")})
        super().__init__(boxes)

    def decompress(self, value: date | None) -> list[object]:
        """The three boxes of a date."""
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """A day. Refused with the words a person needs: which part is missing, or that there is no such day."""

    widget = DayWidget

    def __init__(self, **kwargs: Any) -> None:
        boxes = [forms.CharField(required=False, max_length=n) for n in (2, 9, 4)]
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> date | None:
        """The day of three boxes."""
        parts = [str(part).strip() for part in data_list] if data_list else []
        if not any(parts):
            return None
        if not all(parts):
            missing = [name for name, part in zip(("day", "month", "year"), parts, strict=False) if not part]
            raise forms.ValidationError(f"The date needs a {' and a '.join(missing)}")
        try:
            return date(int(parts[2]), _month(parts[1]), int(parts[0]))
        except ValueError:
            raise forms.ValidationError("There is no such date: use numbers, such as 27 3 2024") from None


class MomentWidget(forms.MultiWidget):
    """Day, month, year and time in four boxes."""

    def __init__(self) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {}
        boxes.update({name: forms.TextInput() for name in ("day", "month", "year", "time")})
        super().__init__(boxes)

    def decompress(self, value: datetime | None) -> list[object]:
        """The four boxes of a moment, as clocks in England show it."""
        if not value:
            return ["", "", "", ""]
        local = value.astimezone(LONDON)
        return [local.day, local.month, local.year, local.strftime("%H:%M")]


class MomentField(forms.MultiValueField):
    """A day and a time in England."""

    widget = MomentWidget

    def __init__(self, **kwargs: Any) -> None:
        boxes = [forms.CharField(required=False, max_length=n) for n in (2, 9, 4, 8)]
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> datetime | None:
        """The moment of four boxes."""
        parts = [str(part).strip() for part in data_list] if data_list else []
        if not any(parts):
            return None
        try:
            day = date(int(parts[2]), _month(parts[1]), int(parts[0]))
            hour, _, minute = parts[3].replace(".", ":").partition(":")
            return datetime.combine(day, time(int(hour), int(minute or 0)), tzinfo=LONDON)
        except (ValueError, IndexError):
            raise forms.ValidationError("Give a date and a time, such as 27 3 2024 and 16:55") from None


def _month(text: str) -> int:
    """A month by its number or its name."""
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    short = text[:3].lower()
    return names.index(short) + 1 if short in names else int(text)


class RecordForm(forms.Form):
    """The base of every form: no browser checks, errors in our words, and problems of casework beside the fields."""

    use_required_attribute = False
    #: Field name to the words when it is left out.
    missing: ClassVar[Mapping[str, str]] = {}

    def __init__(self, data: MultiValueDict[str, str] | Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        self._worded: set[str] = set()
        self._word()

    def _word(self) -> None:
        """Our words for what is left out, of each field once: a form may choose others afterwards."""
        for name in self.fields.keys() - self._worded:
            field = self.fields[name]
            field.error_messages["required"] = self.missing.get(name) or _left_out(field, name)
            field.error_messages["invalid_choice"] = "Choose one of the answers on the list"
        self._worded.update(self.fields)

    def full_clean(self) -> None:
        """Look at everything, also at fields that were added after the form was made."""
        self._word()
        super().full_clean()

    def take(self, refused: Unfinished) -> None:
        """Put what casework found beside the fields it found it in."""
        for name, words in refused.problems.items():
            self.add_error(name if name in self.fields else None, words)


def _left_out(field: forms.Field, name: str) -> str:
    label = str(field.label or name.replace("_", " "))
    return f"Answer “{label}”" if label.endswith("?") else f"Fill in “{label}”"


#: Widget to markup, the more particular first.
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (MomentWidget, "moment"),
    (DayWidget, "day"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.HiddenInput, "hidden"),
    (forms.PasswordInput, "password"),
)


def kind_of(field: forms.BoundField) -> str:
    """Which markup a field wants."""
    return next((kind for widget, kind in _KINDS if isinstance(field.field.widget, widget)), "input")


def radios(choices: Any, *, label: str, help_text: str = "", required: bool = True) -> forms.ChoiceField:
    """One of a few, all in sight."""
    return forms.ChoiceField(
        choices=choices, label=label, help_text=help_text, required=required, widget=forms.RadioSelect
    )


def select(choices: Any, *, label: str, help_text: str = "", required: bool = True) -> forms.ChoiceField:
    """One of many."""
    return forms.ChoiceField(choices=[("", "Choose"), *choices], label=label, help_text=help_text, required=required)


def line(label: str, *, help_text: str = "", required: bool = True, longest: int = 200) -> forms.CharField:
    """A short text."""
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=longest)


def text(label: str, *, help_text: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """A longer text."""
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=20_000, widget=forms.Textarea({"rows": rows})
    )
