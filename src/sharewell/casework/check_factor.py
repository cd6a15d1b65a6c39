"""The second step of signing in, and the second factor shown again: a code from an app, or a recovery code."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import datetime

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.credential.one_time_code import step_of
from sharewell.casework.credential.seal import digest, opened
from sharewell.casework.credential.waiting import take_turns, tried_as, waits_until
from sharewell.casework.keep import change_shared
from sharewell.casework.refusal import MustWait, NotSignedIn
from sharewell.casework.themself import themself
from sharewell.register.factor import Factor, FactorKind, SignIn, SignInResult
from sharewell.register.practitioner import Practitioner

#: The table and column that a secret is sealed for.
SEALED_AT = "register_factor:sealed"


def check_factor(practitioner: Practitioner, code: str, *, at: datetime) -> FactorKind:
    """Which kind of factor a code was right for. A time step and a recovery code count once; a wrong try is kept.

    It must not be called inside a transaction that a refusal undoes.

    Raises: NotSignedIn, MustWait, or NotThere for somebody without a post.
    """
    said = "".join(code.split()).replace("-", "").upper()
    return judged(practitioner, lambda who: _by_app(who, said) or _by_recovery(who, said), way="code", at=at)


def judged(
    practitioner: Practitioner, judge: Callable[[Acting], FactorKind | None], *, way: str, at: datetime
) -> FactorKind:
    """What a judge says of a factor that was shown, unless too many were wrong; None is kept as a wrong try.

    Raises: as `check_factor`.
    """
    tried = tried_as(practitioner.email)
    who = themself(practitioner, at=at)
    with transaction_of(who):
        take_turns(tried)
        until = waits_until(tried, at)
        kind = None if until else judge(who)
        if kind is None:
            result = SignInResult.LOCKED if until else SignInResult.WRONG_FACTOR
            SignIn.objects.create(practitioner=practitioner, tried=tried, result=result, way=way, at=at)
    if until is not None:
        raise MustWait(until)
    if kind is None:
        raise NotSignedIn
    return kind


def secret_of(factor: Factor) -> str:
    """The secret that an app shares with us.

    Raises: SealBrokenError.
    """
    return opened(bytes(factor.sealed), row=factor.pk, place=SEALED_AT).decode()


def recovery_digest(practitioner: Practitioner, code: str) -> bytes:
    """What is kept of a recovery code."""
    return bytes.fromhex(digest("recovery code", f"{practitioner.pk}:{code}"))


def _by_app(who: Acting, code: str) -> FactorKind | None:
    for factor in _live(who, FactorKind.TOTP):
        step = step_of(secret_of(factor), code, at=who.at, after=factor.counter)
        if step is not None:
            change_shared(who, factor, "factor-used", counter=step, used_at=who.at)
            return FactorKind.TOTP
    return None


def _by_recovery(who: Acting, code: str) -> FactorKind | None:
    sought = recovery_digest(who.practitioner, code)
    for factor in _live(who, FactorKind.RECOVERY):
        if hmac.compare_digest(bytes(factor.sealed), sought):
            change_shared(who, factor, "factor-used", used_at=who.at, ended_at=who.at)
            return FactorKind.RECOVERY
    return None


def _live(who: Acting, kind: FactorKind) -> list[Factor]:
    """The factors that count, locked so that one showing cannot count twice."""
    mine = Factor.objects.select_for_update().filter(practitioner=who.practitioner, kind=kind)
    return list(mine.filter(confirmed_at__isnull=False, ended_at__isnull=True).order_by("added_at"))
