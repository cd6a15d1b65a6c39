"""The door of every signed-in page: who it is, for whom they act, and one transaction round the whole page.

Reading and writing happen in that transaction, so what a page shows and the viewing it records are one thing. What
casework refuses becomes a page here; what was denied is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import wraps
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from sharewell.casework.acting import Acting, acting, transaction_of
from sharewell.casework.keep import keep
from sharewell.casework.refusal import ChangedMeanwhile, MayNot, NeedsFreshFactor, NotThere, Refusal, Unfinished
from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Practitioner
from sharewell.register.relationship import Denial
from sharewell.web.clock import moment
from sharewell.web.record.session import signed

View = Callable[..., HttpResponse]
_LOG = logging.getLogger(__name__)


def signed_in(view: View) -> View:
    """A page for practitioners: `view(request, who, ...)`. Without a session it leads to signing in, and back."""

    @sensitive_post_parameters()
    @wraps(view)
    def respond(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        who = who_is(request)
        if who is None:
            return _sign_in_first(request)
        request.who = who  # type: ignore[attr-defined]  # for the frame round the page
        with transaction_of(who):
            try:
                with transaction.atomic():
                    response = view(request, who, *args, **kwargs)
            except Refusal as refusal:
                response = _refused(request, who, refusal)
            except IntegrityError:  # such as an identifier, sent in a form, that another row has already
                _LOG.exception("the database refused a row")
                response = _nothing_saved(request, (), 409)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return respond


def who_is(request: HttpRequest) -> Acting | None:
    """Who has signed in, as they may act now; None if nobody, or if they may no longer act."""
    session = signed(request, moment())
    if session is None:
        return None
    practitioner = Practitioner.objects.filter(pk=session.practitioner).first()
    organisation = Organisation.objects.filter(pk=session.organisation).first()
    if practitioner is None or organisation is None:
        return None
    if practitioner.signed_out_at is not None and session.began_at < practitioner.signed_out_at:
        return None
    return acting(practitioner, organisation, at=moment(), fresh_until=session.fresh_until)


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    query = f"?{urlencode({'next': request.path})}" if request.method == "GET" else ""
    return HttpResponseRedirect(reverse("sign-in") + query)


def _refused(request: HttpRequest, who: Acting, refusal: Refusal) -> HttpResponse:
    """The page of a refusal. One that may be somebody looking where they should not is kept."""
    match refusal:
        case NotThere():
            _deny(who, refusal.what, refusal.sought, refusal.code)
            return render(request, "sharewell/record/not_there.html", {"what": refusal.what}, status=404)
        case MayNot():
            _deny(who, refusal.act, None, refusal.code)
            return render(request, "sharewell/record/may_not.html", status=403)
        case ChangedMeanwhile():
            return render(request, "sharewell/record/changed.html", status=409)
        case NeedsFreshFactor():
            return HttpResponseRedirect(f"{reverse('sign-in-again')}?{urlencode({'next': _page_of(request)})}")
        case Unfinished():
            return _nothing_saved(request, refusal.problems.values(), 400)
        case _:
            return _nothing_saved(request, (), 409)


def _nothing_saved(request: HttpRequest, problems: Iterable[str], status: int) -> HttpResponse:
    """For what no page expected: that nothing was saved, what is missing if that is known, and what to do."""
    return render(request, "sharewell/record/refused.html", {"problems": list(problems)}, status=status)


def _deny(who: Acting, what: str, sought: UUID | None, reason: str) -> None:
    keep(who, Denial(what=what, sought=sought, reason=reason), "access-denied")


def _page_of(request: HttpRequest) -> str:
    """The page to come back to: after a form was sent, the one that it stood on."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    ours = request.method == "POST" and came_from.netloc == request.get_host()
    return came_from.path if ours else request.path
