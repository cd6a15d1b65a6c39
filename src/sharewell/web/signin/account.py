"""One’s own account: second factors, password, recovery codes, and who signed in when."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sharewell.casework.acting import Acting
from sharewell.casework.add_factor import live_factors
from sharewell.casework.end_factor import end_factor
from sharewell.casework.make_recovery_codes import make_recovery_codes
from sharewell.casework.refusal import Unfinished
from sharewell.casework.see_sign_ins import see_sign_ins
from sharewell.casework.set_password import set_password
from sharewell.casework.themself import homes
from sharewell.register.factor import FactorKind
from sharewell.web.record.door import signed_in
from sharewell.web.record.form import RecordForm
from sharewell.web.record.session import begin
from sharewell.web.signin.invitation import PASSWORD_HELP
from sharewell.web.signin.setting_up import picture, set_up


class PasswordForm(RecordForm):
    """The password of now, and the new one."""

    old = forms.CharField(
        label="Your password now",
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label="Your new password",
        help_text=PASSWORD_HELP,
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    missing = {"old": "Type the password you have now", "new": "Choose a new password"}  # noqa: RUF012


@require_GET
@signed_in
def account(request: HttpRequest, who: Acting) -> HttpResponse:
    """The page of one’s own account."""
    return _page(request, who)


def _page(request: HttpRequest, who: Acting, **more: object) -> HttpResponse:
    live = live_factors(who)
    shown = {
        "factors": live.exclude(kind=FactorKind.RECOVERY),
        "codes_left": live.filter(kind=FactorKind.RECOVERY).count(),
        "sign_ins": see_sign_ins(who),
        "places": homes(who.practitioner, at=who.at),
        "section": "account",
    }
    return render(request, "sharewell/signin/account.html", {**shown, **more})


@require_http_methods(["GET", "POST"])
@signed_in
def password(request: HttpRequest, who: Acting) -> HttpResponse:
    """A new password. Every other session ends, and this one goes on under a new key."""
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            set_password(who, old=form.cleaned_data["old"], new=form.cleaned_data["new"])
        except Unfinished as refused:
            form.take(refused)
        else:
            begin(request, who.practitioner.pk, who.organisation.pk, at=who.at)
            return redirect("account")
    return render(request, "sharewell/signin/password.html", {"form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def factor(request: HttpRequest, who: Acting) -> HttpResponse:
    """One more second factor."""

    def done(codes: tuple[str, ...], way: str) -> HttpResponse:  # noqa: ARG001  all the same here
        if codes:
            return render(request, "sharewell/signin/new_codes.html", {"codes": codes})
        return redirect("account")

    addresses = {"picture": reverse("account-picture")}
    return set_up(request, who, template="sharewell/signin/one_more.html", addresses=addresses, done=done)


@require_GET
@signed_in
def factor_picture(request: HttpRequest, who: Acting) -> HttpResponse:  # noqa: ARG001  the door hands it over
    """The picture for the app."""
    return picture(who)


@require_POST
@signed_in
def factor_end(request: HttpRequest, who: Acting, factor: UUID) -> HttpResponse:
    """Let one of them count no more."""
    try:
        end_factor(who, factor)
    except Unfinished as refused:
        return _page(request, who, problem=refused.problems["factor"])
    return redirect("account")


@require_POST
@signed_in
def recovery_codes(request: HttpRequest, who: Acting) -> HttpResponse:
    """New recovery codes, shown this once."""
    return render(request, "sharewell/signin/new_codes.html", {"codes": make_recovery_codes(who)})
