"""`{% field_markup field %}`: one field of a form in the markup of the GOV.UK Design System."""

from __future__ import annotations

from django import forms, template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sharewell.web.record.form import kind_of

register = template.Library()
_ROW, _SHORT = 4, 14
_LABELS = {"day": "Day", "month": "Month", "year": "Year", "time": "Time"}


@register.simple_tag
def field_markup(field: forms.BoundField) -> SafeString:
    """A field with its label, hint and errors, tied together for a screen reader."""
    kind = kind_of(field)
    attributes = field.field.widget.attrs
    described = [f"{field.auto_id}-hint"] if field.help_text else []
    described += [f"{field.auto_id}-error"] if field.errors else []
    value = field.value()
    return render_to_string(
        "sharewell/record/field.html",
        {
            "field": field,
            "kind": kind,
            "described": " ".join(described),
            "rows": attributes.get("rows", 4),
            "autocomplete": attributes.get("autocomplete", "off"),
            "inputmode": attributes.get("inputmode", ""),
            "row": kind == "radios" and _is_short(field),
            "boxes": _boxes(field) if kind in ("day", "moment") else (),
            "chosen": "" if value is None else str(value),
        },
    )


def _is_short(field: forms.BoundField) -> bool:
    """Whether the answers are few and short enough to stand beside each other: yes, no, not sure."""
    labels = [str(each.choice_label) for each in field]
    return len(labels) <= _ROW and max(map(len, labels), default=0) <= _SHORT


def _boxes(field: forms.BoundField) -> list[dict[str, object]]:
    """The boxes of a date, each with its name, label and value as it was typed."""
    widget = field.field.widget
    names = [name.lstrip("_") for name in widget.widgets_names]
    value = field.value()
    values = value if isinstance(value, list) else widget.decompress(value)
    pairs = zip(names, values or [""] * len(names), strict=False)
    return [{"name": name, "label": _LABELS[name], "value": each} for name, each in pairs]
