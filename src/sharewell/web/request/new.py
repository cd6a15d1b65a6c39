"""A new request about a child, and the correction of one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.make_request import make_request
from sharewell.casework.open_request import open_request
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.replace_request import replace_request
from sharewell.web.record.door import signed_in
from sharewell.web.request.request_form import FIRST, MORE, OTHERS, THEM, RequestForm, blank, filled
from sharewell.web.request.shown import shown


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new_request(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Somebody asks us, or we wish to tell."""
    found, right = open_child(who, child, part="new request", act=Act.MAKE_REQUEST)
    form = RequestForm(request.POST if request.method == "POST" else None, who=who, child=found, initial=blank())
    if request.method == "POST" and form.is_valid():
        try:
            made = make_request(who, child, wanted=form.wanted(), once=form.cleaned_data["once"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("request-guide", made.pk)
    return shown(request, "new", _context(form, child=found, right=right))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def correct_request(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """The same form, filled in: what is sent replaces the request, which stays readable."""
    require(who, Act.MAKE_REQUEST)
    old, child, right = open_request(who, pk, part="request")
    form = RequestForm(request.POST if request.method == "POST" else None, who=who, child=child, initial=filled(old))
    if request.method == "POST" and form.is_valid():
        try:
            made = replace_request(who, pk, wanted=form.wanted(), once=form.cleaned_data["once"])
        except Unfinished as refused:
            form.take(refused)
        except AlreadyDone as done:
            return redirect("decision", done.row)
        else:
            return redirect("request", made.pk)
    return shown(request, "new", {**_context(form, child=child, right=right), "old": old})


def _context(form: RequestForm, **more: object) -> dict[str, object]:
    groups = {"first": FIRST, "items": ("items",), "them": THEM, "more": MORE, "others": OTHERS}
    fields = {name: [form[each] for each in names if each in form.fields] for name, names in groups.items()}
    opened = {f"{name}_open": any(field.errors for field in found) for name, found in fields.items()}
    return {"form": form, **{f"{name}_fields": found for name, found in fields.items()}, **opened, **more}
