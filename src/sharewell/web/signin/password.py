"""Signing in: address and password."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def sign_in(_request: HttpRequest) -> HttpResponse:
    """The page that asks for them."""
    return HttpResponse("")
