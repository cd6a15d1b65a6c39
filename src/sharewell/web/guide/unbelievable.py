"""A form that was altered or is stale: refused with a clear page, and nothing in it that can be believed is lost."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sharewell.web.guide import page
from sharewell.web.guide.form import Sent, sitting_of


def unbelievable(request: HttpRequest, form: Sent) -> HttpResponse:
    """What could be read, and a way on from there."""
    sitting = sitting_of(form.trail)
    context = {**page.carried(sitting.trail), "given": page.given(sitting)}
    return render(request, "sharewell/guide/unbelievable.html", context, status=400)
