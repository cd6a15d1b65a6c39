"""Making a second factor: an app by its picture or its letters, or a passkey. The first one, or one more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

import segno
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sharewell.casework.acting import Acting
from sharewell.casework.add_factor import add_factor, address_of_factor, begin_factor, has_factor, secret_to_type
from sharewell.casework.add_passkey import add_passkey, ask_new_passkey
from sharewell.casework.make_recovery_codes import make_recovery_codes
from sharewell.casework.refusal import Unfinished
from sharewell.web.record.form import RecordForm, line
from sharewell.web.signin.half import keep_challenge, take_challenge
from sharewell.web.signin.site import site_of


class AppForm(RecordForm):
    """The first code that the app shows."""

    code = forms.CharField(
        label="The 6 numbers that your app shows now",
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    label = line("A name for this phone", help_text="So that you can tell it from another.", required=False, longest=80)
    missing = {"code": "Type the 6 numbers that your app shows"}  # noqa: RUF012


def set_up(
    request: HttpRequest,
    who: Acting,
    *,
    template: str,
    addresses: Mapping[str, str],
    done: Callable[[tuple[str, ...], str], HttpResponse],
) -> HttpResponse:
    """The page that makes a factor. `done` is called with recovery codes, if these are the first, and the way.

    It is called inside a transaction of `who`.

    Raises: NeedsFreshFactor.
    """
    first = not has_factor(who)
    form = AppForm(request.POST if request.method == "POST" else None)
    begun = begin_factor(who)
    if request.method == "POST":
        try:
            if request.POST.get("passkey"):
                challenge = take_challenge(request)
                add_passkey(who, site_of(request), challenge=challenge, answer=request.POST["passkey"])
                return done(make_recovery_codes(who, first=True) if first else (), "passkey")
            if form.is_valid():
                add_factor(who, begun.pk, code=form.cleaned_data["code"], label=form.cleaned_data["label"])
                return done(make_recovery_codes(who, first=True) if first else (), "totp")
        except Unfinished as refused:
            form.is_valid()
            if "passkey" in refused.problems:
                form.errors.clear()
            form.take(refused)
    challenge, options = ask_new_passkey(who, site_of(request))
    keep_challenge(request, challenge)
    shown = {"section": "", "form": form, "secret": secret_to_type(who, begun.pk), "options": options, **addresses}
    return render(request, template, shown)


def picture(who: Acting) -> HttpResponse:
    """The picture of the app that was begun, at an address of its own: a page may hold no picture within it.

    Raises: NeedsFreshFactor.
    """
    begun = begin_factor(who)
    drawn = BytesIO()
    segno.make(address_of_factor(who, begun.pk), error="m", micro=False).save(
        drawn, kind="svg", scale=5, border=4, dark="#000", light="#fff", xmldecl=True, svgclass=None, lineclass=None
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
