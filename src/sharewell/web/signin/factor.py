"""The second factor: at signing in, and again before an act that wants it fresh."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.add_factor import has_factor
from sharewell.casework.check_factor import check_factor
from sharewell.casework.check_passkey import ask_passkey, check_passkey
from sharewell.casework.refusal import MustWait, NotSignedIn
from sharewell.register.factor import FactorKind
from sharewell.register.practitioner import Practitioner
from sharewell.web.clock import moment
from sharewell.web.record.door import who_is
from sharewell.web.record.form import RecordForm
from sharewell.web.record.session import refresh_factor
from sharewell.web.signin.demonstration import invented
from sharewell.web.signin.finish import finish
from sharewell.web.signin.half import FACTOR, halfway, keep_challenge, safe, take_challenge
from sharewell.web.signin.password import wait_words
from sharewell.web.signin.private import private
from sharewell.web.signin.site import site_of

WRONG_CODE = "That code is not right, or was used before. Wait for the next one in your app and type that"
WRONG_PASSKEY = "The passkey did not work. Try again, or type a code instead"


class CodeForm(RecordForm):
    """One box for a code from an app or a recovery code."""

    code = forms.CharField(
        label="Code",
        help_text="The 6 numbers in your app, or one of your recovery codes.",
        max_length=40,
        widget=forms.TextInput({"autocomplete": "one-time-code"}),
    )
    next = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    missing = {"code": "Type the code from your app"}  # noqa: RUF012


@require_http_methods(["GET", "POST"])
@private
def sign_in_factor(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    half = halfway(request, FACTOR)
    if half is None:
        return redirect("sign-in")

    def go_on(kind: FactorKind) -> HttpResponse:
        return finish(request, half.practitioner, way=f"{half.way}, {kind.value}", following=half.following)

    return _ask(request, half.practitioner, go_on, "sharewell/signin/factor.html")


@require_http_methods(["GET", "POST"])
@private
def again(request: HttpRequest) -> HttpResponse:
    """The second factor once more, for somebody who is signed in."""
    who = who_is(request)
    if who is None:
        return redirect("sign-in")
    if invented(who.practitioner):
        refresh_factor(request, at=moment())
        return redirect(safe(request.GET.get("next", "")) or "work")
    if not has_factor(who):  # who came by single sign-on may have none of ours yet
        return redirect("account-factor")
    request.who = who  # type: ignore[attr-defined]  # for the frame round the page

    def go_on(kind: FactorKind) -> HttpResponse:  # noqa: ARG001  any kind will do
        refresh_factor(request, at=moment())
        following = safe(request.POST.get("next", ""))
        return HttpResponseRedirect(following) if following else redirect("work")

    return _ask(request, who.practitioner, go_on, "sharewell/signin/again.html")


def _ask(
    request: HttpRequest, practitioner: Practitioner, go_on: Callable[[FactorKind], HttpResponse], template: str
) -> HttpResponse:
    """Look at what was shown, if anything, and ask for it if it is not right."""
    form = CodeForm(initial={"next": safe(request.GET.get("next", ""))})
    if request.method == "POST":
        at = moment()
        by_key = bool(request.POST.get("passkey"))
        form = CodeForm({**request.POST.dict(), **({"code": "passkey"} if by_key else {})})
        if form.is_valid():
            try:
                return go_on(_shown(request, practitioner, form.cleaned_data["code"], by_key=by_key))
            except NotSignedIn:
                form.add_error("code", WRONG_PASSKEY if by_key else WRONG_CODE)
            except MustWait as refused:
                form.add_error("code", wait_words(refused.until, at))
        form.data = {**form.data, "code": ""}
    asked = ask_passkey(practitioner, site_of(request))
    if asked:
        keep_challenge(request, asked[0])
    return render(request, template, {"form": form, "options": asked[1] if asked else "", "section": ""})


def _shown(request: HttpRequest, practitioner: Practitioner, code: str, *, by_key: bool) -> FactorKind:
    at = moment()
    if not by_key:
        return check_factor(practitioner, code, at=at)
    challenge, answer = take_challenge(request), request.POST["passkey"]
    return check_passkey(practitioner, site_of(request), challenge=challenge, answer=answer, at=at)
