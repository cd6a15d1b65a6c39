"""Accepting an invitation: its code and a password of one’s own."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.accept_invitation import accept_invitation
from sharewell.casework.refusal import Unfinished
from sharewell.web.clock import moment
from sharewell.web.record.form import RecordForm
from sharewell.web.signin.half import SET_UP, wait_for
from sharewell.web.signin.private import private

PASSWORD_HELP = "At least 12 characters. Three words that do not belong together work well."  # noqa: S105  words


class InvitationForm(RecordForm):
    """The code, and the password twice."""

    code = forms.CharField(label="Invitation code", max_length=60)
    password = forms.CharField(
        label="Your new password",
        help_text=PASSWORD_HELP,
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    repeat = forms.CharField(
        label="The same password again",
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    missing = {  # noqa: RUF012
        "code": "Type the code of your invitation",
        "password": "Choose a password",
        "repeat": "Type the password again",
    }

    def clean(self) -> dict[str, object]:
        """The two must be the same."""
        said = self.cleaned_data
        if said.get("password") and said.get("repeat") and said["password"] != said["repeat"]:
            self.add_error("repeat", "This is not the same as the password above")
        return said


@require_http_methods(["GET", "POST"])
@private
def invitation(request: HttpRequest) -> HttpResponse:
    """Set the password; the second factor comes next."""
    form = InvitationForm(request.POST) if request.method == "POST" else InvitationForm(initial=_given(request))
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            practitioner = accept_invitation(said["code"], said["password"], at=moment())
        except Unfinished as refused:
            form.take(refused)
        else:
            wait_for(request, practitioner, SET_UP, way="invitation")
            return redirect("sign-in-set-up")
    return render(request, "sharewell/signin/invitation.html", {"form": form, "section": ""})


def _given(request: HttpRequest) -> dict[str, str]:
    """The code from the link. It stands after the question mark, so that no log holds it."""
    return {"code": request.GET.get("code", "")[:60]}
