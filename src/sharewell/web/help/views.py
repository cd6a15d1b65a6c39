"""Pages of help. They ask nothing and keep nothing."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.web.help.glossary import groups
from sharewell.web.help.ring import situations
from sharewell.web.help.said import help_page


@require_GET
def how(request: HttpRequest) -> HttpResponse:
    """What the guide does, what it does not do, and where its rules come from."""
    return _said(request, "how")


@require_GET
def ring(request: HttpRequest) -> HttpResponse:
    """Whom to ring, by what has happened; the place's own numbers first."""
    place = settings.SHAREWELL_PLACE
    local = [line for line in (place.duty, place.out_of_hours, *place.advice) if line]
    return _shown(request, "ring", {"local": local, "situations": situations(place)})


@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """What the words mean."""
    return _shown(request, "words", {"groups": groups()})


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """How the pages were tested, and what was not."""
    return _said(request, "accessibility")


@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept: nothing by the guide; by the signed-in record, what it says."""
    return _said(request, "privacy")


def _said(request: HttpRequest, name: str) -> HttpResponse:
    return _shown(request, "page", {"page": help_page(name)})


def _shown(request: HttpRequest, name: str, context: dict[str, object]) -> HttpResponse:
    return render(request, f"sharewell/help/{name}.html", {"section": "help", **context})
