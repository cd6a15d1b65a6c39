"""Forms come from our own pages: a POST that another site started is refused. See docs/adr/0009.

The guide changes nothing on the server and has no cookie, so there is nothing to forge; this only stops other sites
from putting answers into somebody's mouth.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from sharewell.web.refusal.views import forged

_SAME = {"same-origin", "none", ""}


def from_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that this request was started by a page of another site."""
    if request.headers.get("Sec-Fetch-Site", "") not in _SAME:
        return True
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()


def same_origin(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: refuse a form of another site, and say on every page who may use it."""

    def respond(request: HttpRequest) -> HttpResponse:
        refused = request.method == "POST" and from_elsewhere(request)
        response = forged(request) if refused else get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return respond
