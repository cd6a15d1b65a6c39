"""Breaking the glass: opening a record of one’s agency without a relationship, for an hour."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.act import require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.behind_glass import behind_glass
from sharewell.casework.break_glass import OPEN, break_glass
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.register.relationship import GlassReason
from sharewell.web.find.find_form import GlassForm
from sharewell.web.record.door import signed_in

_MINUTES = int(OPEN.total_seconds() // 60)


@require_http_methods(("GET", "HEAD", "POST"))
@signed_in
def glass(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """The form, without a word about the child; then the record."""
    behind_glass(who, child)
    require_fresh(who)  # before the form, so that nobody writes a reason twice
    form = GlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            with transaction.atomic():
                break_glass(who, child, reason=GlassReason(said["reason"]), words=said["words"])
        except Unfinished as refused:
            form.take(refused)
        except AlreadyDone:
            return redirect("child", child)
        else:
            return redirect("child", child)
    return render(request, "sharewell/find/glass.html", {"form": form, "minutes": _MINUTES, "section": "find"})
