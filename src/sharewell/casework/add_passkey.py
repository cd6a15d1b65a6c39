"""Adding a passkey: the browser makes a key for this place alone, and shows that it holds it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from webauthn import generate_registration_options, options_to_json, verify_registration_response
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AttestationConveyancePreference,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from sharewell.casework.act import require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.add_factor import ISSUER, has_factor, live_factors
from sharewell.casework.keep import keep_shared
from sharewell.casework.refusal import Unfinished
from sharewell.register.factor import Factor, FactorKind

_WORDS = "The passkey could not be added. Try again, or use an app on a phone"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a passkey is good: the host name, and the origin as a browser writes it."""

    host: str
    origin: str


def ask_new_passkey(who: Acting, site: Site) -> tuple[bytes, str]:
    """A challenge to be kept in the session, and the options for the browser as JSON.

    Raises: NeedsFreshFactor for somebody who has a factor already.
    """
    if has_factor(who):
        require_fresh(who)
    held = live_factors(who).filter(kind=FactorKind.PASSKEY).values_list("credential", flat=True)
    options = generate_registration_options(
        rp_id=site.host,
        rp_name=ISSUER,
        user_id=who.practitioner.pk.bytes,
        user_name=who.practitioner.email,
        user_display_name=who.practitioner.name,
        attestation=AttestationConveyancePreference.NONE,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.DISCOURAGED, user_verification=UserVerificationRequirement.PREFERRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=bytes(each)) for each in held if each],
    )
    return options.challenge, options_to_json(options)


def add_passkey(who: Acting, site: Site, *, challenge: bytes, answer: str, label: str = "") -> Factor:
    """Take the key that a browser made for this challenge, on this site.

    Raises: NeedsFreshFactor, or Unfinished for an answer that is not good.
    """
    if has_factor(who):
        require_fresh(who)
    try:
        shown = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        raise Unfinished({"passkey": _WORDS}) from None
    if Factor.objects.filter(credential=shown.credential_id).exists():
        raise Unfinished({"passkey": "This passkey is there already"})
    factor = Factor(
        id=uuid4(),
        practitioner=who.practitioner,
        kind=FactorKind.PASSKEY,
        label=label.strip() or "Passkey",
        sealed=shown.credential_public_key,
        credential=shown.credential_id,
        counter=shown.sign_count,
        added_at=who.at,
        confirmed_at=who.at,
    )
    keep_shared(who, factor, "factor-added")
    return factor
