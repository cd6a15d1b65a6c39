"""Finding a child: among those one works with, among our own records, and across agencies.

Forms are sent, never put into an address, so that no name is in a history, a log or a bookmark.
"""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from sharewell.casework.act import Act, may, require
from sharewell.casework.acting import Acting
from sharewell.casework.choose_match import choose_match
from sharewell.casework.find_own import OwnFound, find_own, find_own_exactly
from sharewell.casework.look_up import LookedUp, look_up
from sharewell.casework.refusal import Unfinished
from sharewell.web.find.find_form import ChoiceForm, ExactForm, MineForm, wanted_of
from sharewell.web.record.door import signed_in

_WRITES = ("GET", "HEAD", "POST")


@require_http_methods(_WRITES)
@signed_in
def find(request: HttpRequest, who: Acting) -> HttpResponse:
    """Children one works with, by a part of a name."""
    require(who, Act.SEARCH)
    form = MineForm(request.POST or None)
    found = find_own(who, form.cleaned_data["words"]) if request.method == "POST" and form.is_valid() else None
    context = {"form": form, "found": found, "section": "find", "starts": may(who, Act.START_RECORD)}
    return render(request, "sharewell/find/find.html", context)


@require_http_methods(_WRITES)
@signed_in
def ours(request: HttpRequest, who: Acting) -> HttpResponse:
    """Whether there is a record of ours, by all of a name and a date of birth, or a number."""
    require(who, Act.SEARCH)
    form = ExactForm(request.POST or None)
    found: OwnFound | None = None
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                found = find_own_exactly(who, wanted_of(form.cleaned_data))
        except Unfinished as refused:
            form.take(refused)
    context = {"form": form, "found": found, "section": "find", "starts": may(who, Act.START_RECORD)}
    return render(request, "sharewell/find/ours.html", context)


@require_http_methods(_WRITES)
@signed_in
def across(request: HttpRequest, who: Acting) -> HttpResponse:
    """Which services of other agencies work with a child."""
    require(who, Act.SEARCH)
    form = ExactForm(request.POST or None)
    found: LookedUp | None = None
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                found = look_up(who, wanted_of(form.cleaned_data))
        except Unfinished as refused:
            form.take(refused)
    possible = found.possible if found else ()
    context = {"form": form, "found": found, "given": form.cleaned_data if found else None, "section": "find",
               "possible": possible}  # fmt: skip
    return render(request, "sharewell/find/across.html", context)


@require_POST
@signed_in
def choose(request: HttpRequest, who: Acting) -> HttpResponse:
    """What a person thinks of a possible match."""
    form = ChoiceForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            with transaction.atomic():
                _, services = choose_match(who, said["token"], same=said["same"] == "same", reason=said["reason"])
        except Unfinished as refused:
            form.take(refused)
        else:
            again = ChoiceForm(initial={"token": said["token"]})
            chosen = {"same": said["same"] == "same", "services": services, "form": again, "section": "find"}
            return render(request, "sharewell/find/chosen.html", chosen)
    return render(request, "sharewell/find/choose.html", {"form": form, "section": "find"})
