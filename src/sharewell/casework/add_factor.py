"""Adding an app as a second factor: a secret is made and sealed, and counts once its first code was right."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db.models import QuerySet

from sharewell.casework.act import require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.check_factor import SEALED_AT, secret_of
from sharewell.casework.credential.one_time_code import address_for_app, new_secret, step_of
from sharewell.casework.credential.seal import seal
from sharewell.casework.keep import change_shared, keep_shared
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.factor import Factor, FactorKind

ISSUER = "Sharewell"


def has_factor(who: Acting) -> bool:
    """Whether the person has a second factor that counts. Recovery codes alone do not."""
    return live_factors(who).exclude(kind=FactorKind.RECOVERY).exists()


def live_factors(who: Acting) -> QuerySet[Factor]:
    """The person’s factors that count."""
    return Factor.objects.filter(
        practitioner=who.practitioner, confirmed_at__isnull=False, ended_at__isnull=True
    ).order_by("added_at", "label")


def begin_factor(who: Acting) -> Factor:
    """An app that does not count yet; one that was begun before and never finished is used again.

    Raises: NeedsFreshFactor for somebody who has a factor already.
    """
    if has_factor(who):
        require_fresh(who)
    begun = Factor.objects.filter(
        practitioner=who.practitioner, kind=FactorKind.TOTP, confirmed_at__isnull=True, ended_at__isnull=True
    ).first()
    if begun is not None:
        return begun
    row = uuid4()
    sealed = seal(new_secret().encode(), row=row, place=SEALED_AT)
    factor = Factor(
        id=row,
        practitioner=who.practitioner,
        kind=FactorKind.TOTP,
        label="App on a phone",
        sealed=sealed,
        added_at=who.at,
    )
    keep_shared(who, factor, "factor-begun")
    return factor


def add_factor(who: Acting, factor: UUID, *, code: str, label: str = "") -> Factor:
    """Let an app that was begun count from now on: `code` is what it shows.

    Raises: NotThere, NeedsFreshFactor, or Unfinished for a wrong code.
    """
    if has_factor(who):
        require_fresh(who)
    begun = begun_factor(who, factor)
    step = step_of(secret_of(begun), "".join(code.split()), at=who.at, after=begun.counter)
    if step is None:
        raise Unfinished({"code": "That code is not right. Wait for the next one in the app and type that"})
    named = label.strip() or begun.label
    change_shared(who, begun, "factor-added", confirmed_at=who.at, counter=step, label=named)
    return begun


def begun_factor(who: Acting, factor: UUID) -> Factor:
    """The person’s app that does not count yet.

    Raises: NotThere.
    """
    mine = Factor.objects.select_for_update().filter(practitioner=who.practitioner, kind=FactorKind.TOTP)
    found = mine.filter(pk=factor, confirmed_at__isnull=True, ended_at__isnull=True).first()
    if found is None:
        raise NotThere("factor", factor)
    return found


def address_of_factor(who: Acting, factor: UUID) -> str:
    """What the QR code of an app that was begun holds. Never given again once it counts.

    Raises: NotThere.
    """
    return address_for_app(secret_of(begun_factor(who, factor)), email=who.practitioner.email, issuer=ISSUER)


def secret_to_type(who: Acting, factor: UUID) -> str:
    """The secret of an app that was begun, in groups of four, for who cannot use a camera.

    Raises: NotThere.
    """
    secret = secret_of(begun_factor(who, factor))
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
