"""The answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sharewell.web.guide.sitting import Sitting


def show(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The answer page."""
    return render(request, "sharewell/answer/answer.html", {})


answer = as_pdf = as_text = weigh = show
