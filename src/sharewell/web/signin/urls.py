"""Addresses of these pages. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import path

from sharewell.web.signin import (
    account,
    demonstration,
    factor,
    finish,
    first_factor,
    invitation,
    leaving,
    password,
    provider,
)

urlpatterns = [
    path("sign-in/", password.sign_in, name="sign-in"),
    path("sign-in/factor/", factor.sign_in_factor, name="sign-in-factor"),
    path("sign-in/again/", factor.again, name="sign-in-again"),
    path("sign-in/organisation/", finish.organisation, name="sign-in-organisation"),
    path("sign-in/set-up/", first_factor.first_factor, name="sign-in-set-up"),
    path("sign-in/set-up/picture.svg", first_factor.first_picture, name="sign-in-picture"),
    path("sign-in/as/", demonstration.sign_in_as, name="sign-in-as"),
    path("sign-in/provider/", provider.to_provider, name="sign-in-provider"),
    path("sign-in/back/", provider.from_provider, name="sign-in-back"),
    path("sign-out/", leaving.leave, name="sign-out"),
    path("invitation/", invitation.invitation, name="invitation"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="account-password"),
    path("account/factor/", account.factor, name="account-factor"),
    path("account/factor/picture.svg", account.factor_picture, name="account-picture"),
    path("account/factor/<uuid:factor>/end/", account.factor_end, name="account-factor-end"),
    path("account/recovery-codes/", account.recovery_codes, name="account-recovery-codes"),
]
