"""Accounts for tests of signing in: a password, an app, and its codes at any moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pyotp
from django.contrib.auth.hashers import make_password

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_factor import add_factor, begin_factor
from sharewell.casework.check_factor import secret_of
from sharewell.register.factor import SignIn
from tests.casework.conftest import NOW

PASSWORD = "violet harbour 27 spoons"  # noqa: S105  nobody’s


def with_password(who: Acting, password: str = PASSWORD) -> Acting:
    """The same person, who can type a password now."""
    who.practitioner.password = make_password(password)
    type(who.practitioner).objects.filter(pk=who.practitioner.pk).update(password=who.practitioner.password)
    return who


def with_app(who: Acting) -> str:
    """An app for them that counts already; its secret."""
    earlier = replace(who, at=who.at - timedelta(days=1))
    with transaction_of(earlier):
        factor = begin_factor(earlier)
        secret = secret_of(factor)
        add_factor(earlier, factor.pk, code=code_of(secret, earlier.at))
    return secret


def code_of(secret: str, at: datetime = NOW) -> str:
    """What the app shows at a moment."""
    return pyotp.TOTP(secret).at(at)


def fresh(who: Acting) -> Acting:
    """The same person, who showed their second factor just now."""
    return replace(who, fresh_until=who.at + timedelta(minutes=10))


def later(who: Acting, **by: float) -> Acting:
    """The same person some time later."""
    return replace(who, at=who.at + timedelta(**by))


def results() -> list[str]:
    """How every try ended, the first one first."""
    return list(SignIn.objects.order_by("at", "pk").values_list("result", flat=True))
