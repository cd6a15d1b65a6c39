"""Beginning a child’s record; first it is said which records that one may open look alike."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.alike import alike
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.start_record import start_record, wrong_with
from sharewell.register.person import Person
from sharewell.web.child.name_form import StartForm, known_of
from sharewell.web.record.door import signed_in


@require_http_methods(("GET", "HEAD", "POST"))
@signed_in
def start(request: HttpRequest, who: Acting) -> HttpResponse:
    """The form; then, if a child who is alike is known, the question whether it is the same one; then the record."""
    require(who, Act.START_RECORD)
    form = StartForm(request.POST or None, initial={"once": uuid4()})
    same: tuple[Person, ...] = ()
    if request.method == "POST" and form.is_valid():
        known = known_of(form.cleaned_data)
        sure = form.cleaned_data["despite"] == "yes" or any(wrong_with(known, who.on))
        same = () if sure else tuple(alike(who, known))
        if not same:
            try:
                with transaction.atomic():
                    made = start_record(who, known, reason=form.cleaned_data["reason"], once=form.cleaned_data["once"])
            except Unfinished as refused:
                form.take(refused)
            except AlreadyDone as done:
                return redirect("child", done.row)
            else:
                return redirect("child", made.pk)
    return render(request, "sharewell/child/start.html", {"form": form, "same": same, "section": "find"})
