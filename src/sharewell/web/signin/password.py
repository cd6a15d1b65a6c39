"""Signing in: address and password."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.add_factor import has_factor
from sharewell.casework.check_password import check_password
from sharewell.casework.may_begin_factor import may_begin_factor
from sharewell.casework.refusal import MustWait, NotSignedIn
from sharewell.casework.single_sign_on.match_identity import WAY
from sharewell.casework.themself import themself
from sharewell.register.practitioner import Practitioner
from sharewell.web.clock import moment
from sharewell.web.record.door import who_is
from sharewell.web.record.form import RecordForm
from sharewell.web.signin.half import FACTOR, SET_UP, safe, wait_for
from sharewell.web.signin.private import private

#: One sentence for an address nobody has, a wrong password, and a closed account.
WRONG = "That address and password do not go together. Check both and try again"


class SignInForm(RecordForm):
    """Address and password."""

    email = forms.CharField(
        label="Your work email address",
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "username", "inputmode": "email"}),
    )
    password = forms.CharField(
        label="Password",
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    next = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    missing = {"email": "Type your work email address", "password": "Type your password"}  # noqa: RUF012


@require_http_methods(["GET", "POST"])
@private
def sign_in(request: HttpRequest) -> HttpResponse:
    """The first step. Who is signed in already goes on."""
    if request.method == "GET":
        following = safe(request.GET.get("next", ""))
        if who_is(request) is not None:
            return HttpResponseRedirect(following) if following else redirect("work")
        return _page(request, SignInForm(initial={"next": following}))
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    at = moment()
    try:
        practitioner = check_password(form.cleaned_data["email"], form.cleaned_data["password"], at=at)
    except NotSignedIn:
        form.add_error(None, WRONG)
    except MustWait as refused:
        form.add_error(None, wait_words(refused.until, at))
    else:
        return next_step(request, practitioner, way="password", following=safe(form.cleaned_data["next"]))
    return _page(request, form)


def next_step(request: HttpRequest, practitioner: Practitioner, *, way: str, following: str) -> HttpResponse:
    """Where to go once the first step was right: show the second factor, or make one."""
    at = moment()
    if has_factor(themself(practitioner, at=at)):
        wait_for(request, practitioner, FACTOR, way=way, following=following)
        return redirect("sign-in-factor")
    if may_begin_factor(practitioner, at=at) or way == WAY:
        wait_for(request, practitioner, SET_UP, way=way, following=following)
        return redirect("sign-in-set-up")
    return render(request, "sharewell/signin/no_factor.html", status=403)


def wait_words(until: datetime, at: datetime) -> str:
    """How long to wait, in whole minutes."""
    minutes = int((until - at).total_seconds() // 60) + 1
    return f"Too many wrong tries. Wait {minutes} minute{'' if minutes == 1 else 's'}, then try again"


def _page(request: HttpRequest, form: SignInForm) -> HttpResponse:
    about = {
        "form": form,
        "section": "sign-in",
        "provider": settings.SHAREWELL_SINGLE_SIGN_ON,
        "demonstration": settings.SHAREWELL_DEMONSTRATION,
    }
    return render(request, "sharewell/signin/sign_in.html", about)
