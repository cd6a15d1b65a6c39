"""Single sign-on: to the provider, and back from it."""

from __future__ import annotations

import logging
from dataclasses import asdict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from sharewell.casework.refusal import NotSignedIn
from sharewell.casework.single_sign_on.begin_single_sign_on import Begun, begin_single_sign_on
from sharewell.casework.single_sign_on.fault import SingleSignOnFailed
from sharewell.casework.single_sign_on.identify import identify
from sharewell.casework.single_sign_on.match_identity import WAY, match_identity
from sharewell.casework.single_sign_on.provider import Provider
from sharewell.web.clock import moment
from sharewell.web.signin.finish import finish
from sharewell.web.signin.half import safe
from sharewell.web.signin.password import next_step
from sharewell.web.signin.private import private

_LOG = logging.getLogger("sharewell.signin")


@require_GET
@private
def to_provider(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider."""
    try:
        address, begun = begin_single_sign_on(_provider(), back=_back(request))
    except SingleSignOnFailed as failed:
        return _failed(request, failed.why)
    request.session.flush()
    request.session["provider"] = {**asdict(begun), "following": safe(request.GET.get("next", ""))}
    return HttpResponseRedirect(address)


@require_GET
@private
def from_provider(request: HttpRequest) -> HttpResponse:
    """The browser comes back. What was remembered is good for one answer."""
    provider = _provider()
    kept = request.session.pop("provider", None)
    if kept is None:
        return _failed(request, "nothing-begun")
    following = kept.pop("following")
    at = moment()
    try:
        identity = identify(provider, request.GET.dict(), Begun(**kept), back=_back(request), at=at)
        practitioner = match_identity(identity, at=at)
    except SingleSignOnFailed as failed:
        return _failed(request, failed.why)
    except NotSignedIn:
        return render(request, "sharewell/signin/not_known.html", {"provider": provider}, status=403)
    if provider.second_factor & identity.shown:
        return finish(request, practitioner, way=WAY, following=following)
    return next_step(request, practitioner, way=WAY, following=following)


def _provider() -> Provider:
    provider: Provider | None = settings.SHAREWELL_SINGLE_SIGN_ON
    if provider is None:
        raise Http404
    return provider


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("sign-in-back"))


def _failed(request: HttpRequest, why: str) -> HttpResponse:
    _LOG.warning("single sign-on: %s", why)
    return render(request, "sharewell/signin/provider_failed.html", {"provider": _provider()}, status=502)
