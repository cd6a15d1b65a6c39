"""The addresses of the site, and one at which each refusal can be looked at."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import path

from sharewell.config.urls import handler400, handler403, handler404, handler500
from sharewell.config.urls import urlpatterns as site
from sharewell.web.refusal import views

__all__ = ["handler400", "handler403", "handler404", "handler500"]


#: Each refusal by its name.
KINDS: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "unreadable": views.unreadable,
    "forbidden": views.forbidden,
    "forged": views.forged,
    "broken": views.broken,
}


def refused(request: HttpRequest, kind: str) -> HttpResponse:
    """A refusal."""
    return KINDS[kind](request)


urlpatterns = [*site, path("refused/<slug:kind>/", refused)]
