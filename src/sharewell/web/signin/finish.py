"""The end of signing in: the organisation, the row that is kept, and a session under a new key."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.refusal import NotThere
from sharewell.casework.sign_in import sign_in
from sharewell.casework.themself import homes
from sharewell.register.practitioner import Practitioner
from sharewell.web.clock import moment
from sharewell.web.record.form import RecordForm, radios
from sharewell.web.record.session import begin
from sharewell.web.signin.half import ORGANISATION, halfway, safe, wait_for
from sharewell.web.signin.private import private


class OrganisationForm(RecordForm):
    """Which one, of several."""

    organisation = radios((), label="Which organisation are you working for now?")
    missing = {"organisation": "Choose an organisation"}  # noqa: RUF012  the base declares it


def finish(request: HttpRequest, practitioner: Practitioner, *, way: str, following: str = "") -> HttpResponse:
    """Signed in, if they work for one organisation; otherwise they choose it."""
    places = homes(practitioner, at=moment())
    if len(places) == 1:
        return _in(request, practitioner, places[0].pk, way=way, following=following)
    wait_for(request, practitioner, ORGANISATION, way=way, following=following)
    return redirect("sign-in-organisation")


def _in(request: HttpRequest, practitioner: Practitioner, place: UUID, *, way: str, following: str) -> HttpResponse:
    at = moment()
    who = sign_in(practitioner, place, way=way, at=at)
    begin(request, who.practitioner.pk, who.organisation.pk, at=at)
    return HttpResponseRedirect(safe(following)) if safe(following) else redirect("work")


@require_http_methods(["GET", "POST"])
@private
def organisation(request: HttpRequest) -> HttpResponse:
    """Choose for whom, when there are several."""
    half = halfway(request, ORGANISATION)
    if half is None:
        return redirect("sign-in")
    form = OrganisationForm(request.POST or None)
    choices = [(str(each.pk), each.name) for each in homes(half.practitioner, at=moment())]
    form.fields["organisation"].choices = choices  # type: ignore[attr-defined]  # it is a field of choices
    if request.method == "POST" and form.is_valid():
        try:
            place = UUID(form.cleaned_data["organisation"])
            return _in(request, half.practitioner, place, way=half.way, following=half.following)
        except NotThere:
            form.add_error("organisation", "You have no post there any more. Choose another")
    return render(request, "sharewell/signin/organisation.html", {"form": form, "section": ""})
