"""The pages for what could not be done. Each says whom to ring, and none needs anything to work but its template."""
# ruff: noqa: ARG001  Django calls these with what went wrong; the pages do not show it

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _page(request: HttpRequest, name: str, status: int) -> HttpResponse:
    response = render(request, f"sharewell/refusal/{name}.html", status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A form that cannot be read at all."""
    return _page(request, "unreadable", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No permission: the same words whether the page exists or not."""
    return _page(request, "forbidden", 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came from somewhere else."""
    return _page(request, "forged", 403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page."""
    return _page(request, "missing", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Our fault."""
    return _page(request, "broken", 500)
