"""A form that cannot be taken as it is: refused with a clear page, and nothing in it that can be believed is lost."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sharewell.web.guide import page
from sharewell.web.guide.form import Sent, sitting_of
from sharewell.web.reading.reach import WHICH_DAYS


def unbelievable(request: HttpRequest, form: Sent) -> HttpResponse:
    """Altered or stale: what could be read, and a way on from there."""
    sitting = sitting_of(form.trail)
    context = {**page.carried(sitting.trail), "given": page.given(sitting)}
    return render(request, "sharewell/guide/unbelievable.html", context, status=400)


def no_such_day(request: HttpRequest, form: Sent, pack: str) -> HttpResponse:
    """A day that is none, or that no rulebook will ever reach: which days can be read, and the form to say another."""
    context = {**page.carried(form.trail), "which_days": WHICH_DAYS, "new_pack": pack}
    return render(request, "sharewell/guide/no_such_day.html", context, status=400)
