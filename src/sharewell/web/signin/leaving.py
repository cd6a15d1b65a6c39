"""Signing out: the session ends on the server, and the browser is told to forget."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from sharewell.casework.acting import transaction_of
from sharewell.casework.sign_in import sign_out
from sharewell.web.record.door import who_is
from sharewell.web.signin.private import private


@require_POST
@private
def leave(request: HttpRequest) -> HttpResponse:
    """End the session, whoever it is."""
    who = who_is(request)
    if who is not None:
        with transaction_of(who):
            sign_out(who)
    request.session.flush()
    response = render(request, "sharewell/signin/signed_out.html")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
