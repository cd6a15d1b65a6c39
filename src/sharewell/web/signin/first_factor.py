"""The first second factor, on the way in: nobody gets past it with a password alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.acting import transaction_of
from sharewell.casework.refusal import NeedsFreshFactor
from sharewell.casework.themself import themself
from sharewell.web.clock import moment
from sharewell.web.signin.finish import finish
from sharewell.web.signin.half import SET_UP, halfway
from sharewell.web.signin.private import private
from sharewell.web.signin.setting_up import picture, set_up


@require_http_methods(["GET", "POST"])
@private
def first_factor(request: HttpRequest) -> HttpResponse:
    """Make it, see the recovery codes, and go in."""
    half = halfway(request, SET_UP)
    if half is None:
        return redirect("sign-in")

    def done(codes: tuple[str, ...], way: str) -> HttpResponse:
        into = finish(request, half.practitioner, way=f"{half.way}, {way}", following=half.following)
        return render(request, "sharewell/signin/codes.html", {"codes": codes, "onward": into.headers["Location"]})

    addresses = {"picture": reverse("sign-in-picture")}
    who = themself(half.practitioner, at=moment())
    try:
        with transaction_of(who):
            return set_up(request, who, template="sharewell/signin/set_up.html", addresses=addresses, done=done)
    except NeedsFreshFactor:  # made meanwhile, in another window
        return redirect("sign-in")


@require_GET
@private
def first_picture(request: HttpRequest) -> HttpResponse:
    """The picture for the app."""
    half = halfway(request, SET_UP)
    if half is None:
        return HttpResponse(status=404)
    who = themself(half.practitioner, at=moment())
    try:
        with transaction_of(who):
            return picture(who)
    except NeedsFreshFactor:
        return HttpResponse(status=404)
