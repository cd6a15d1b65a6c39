"""A page with one form: shown, taken, or shown again with what is wrong with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sharewell.casework.access import Right
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.register.person import Person
from sharewell.web.record.form import RecordForm


class OnceForm(RecordForm):
    """A form whose row has its address already, so that sending it twice makes one row."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands round a form: its heading, a line of help, the button, the way back."""

    title: str
    button: str
    back: str
    lead: str = ""
    template: str = "sharewell/record/write.html"
    more: Mapping[str, object] = field(default_factory=dict)


def writing(
    request: HttpRequest, opened: tuple[Person, Right], sheet: Sheet, *, form: RecordForm, do: Callable[[Any], object]
) -> HttpResponse:
    """The page, of a record that was opened.

    `do` is the use case, given the answers; it leads back to `sheet.back`, or to the address that it returns. What
    casework finds wrong stands beside the fields; nothing is written then.
    """
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                then = do(form.cleaned_data)
        except Unfinished as refused:
            form.take(refused)
        except AlreadyDone:
            return HttpResponseRedirect(sheet.back)
        else:
            return HttpResponseRedirect(then if isinstance(then, str) else sheet.back)
    person, right = opened
    context = {"child": person, "right": right, "section": "work", "form": form, "sheet": sheet, **sheet.more}
    return render(request, sheet.template, context)
