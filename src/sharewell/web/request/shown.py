"""A page of this room, with its place in the bar."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def shown(request: HttpRequest, page: str, context: Mapping[str, object]) -> HttpResponse:
    """The page `sharewell/request/<page>.html`: it belongs to one's own work unless it says otherwise."""
    return render(request, f"sharewell/request/{page}.html", {"section": "work", **context})
