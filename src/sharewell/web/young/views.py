"""Pages that a child or a young person can read alone. They ask nothing, keep nothing and can be left fast."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.web.young.easy import lines
from sharewell.web.young.picture import PICTURES

#: Where the way out leads: a page that nobody wonders about.
WEATHER = "https://www.bbc.co.uk/weather"


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Which page is yours?"""
    return _page(request, "front")


@require_GET
def younger(request: HttpRequest) -> HttpResponse:
    """For 8 to 11."""
    return _page(request, "younger")


@require_GET
def older(request: HttpRequest) -> HttpResponse:
    """For 12 to 17."""
    return _page(request, "older")


@require_GET
def easy(request: HttpRequest) -> HttpResponse:
    """Easy read, with pictures: one idea a line."""
    return _page(request, "easy", sections=lines(), **{name: PICTURES[name] for name in ("phone", "safe", "help")})


@require_GET
def your_say(request: HttpRequest) -> HttpResponse:
    """Words to use, and what to do if nobody listens."""
    return _page(request, "your_say")


def _page(request: HttpRequest, name: str, **more: object) -> HttpResponse:
    context = {"section": "young", "weather": WEATHER, "page": name, **more}
    return render(request, f"sharewell/young/{name}.html", context)
