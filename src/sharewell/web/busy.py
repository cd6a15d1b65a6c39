"""When the database does not answer: a page that says so and asks to try again, and never a fault.

The embedded database lets one page write at a time. A page that waited its turn in vain ends here, and so does one
whose PostgreSQL is being started again.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

#: After how many seconds a browser, or whoever else asks, may try again.
WAIT = 5
_AWAY = (OperationalError, InterfaceError)


class Busy:
    """Middleware: what a page raises because the database is busy or away becomes that page, with status 503."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the page answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for it; None for any other fault, which is not ours to tell."""
        if not isinstance(exception, _AWAY):
            return None
        request.__dict__.pop("who", None)  # the bar of a signed-in page would ask the database again
        sent = request.method == "POST"
        response = render(request, "sharewell/refusal/busy.html", {"sent": sent}, status=503)
        response.headers["Retry-After"] = str(WAIT)
        response.headers["Cache-Control"] = "no-store"
        return response
