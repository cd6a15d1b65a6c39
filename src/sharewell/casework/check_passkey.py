"""The second factor shown with a passkey."""

from __future__ import annotations

from datetime import datetime

from webauthn import generate_authentication_options, options_to_json, verify_authentication_response
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import PublicKeyCredentialDescriptor, UserVerificationRequirement

from sharewell.casework.acting import Acting
from sharewell.casework.add_passkey import Site
from sharewell.casework.check_factor import judged
from sharewell.casework.keep import change_shared
from sharewell.register.factor import Factor, FactorKind
from sharewell.register.practitioner import Practitioner


def ask_passkey(practitioner: Practitioner, site: Site) -> tuple[bytes, str] | None:
    """A challenge to be kept in the session, and the options for the browser as JSON; None for who has no passkey."""
    held = [bytes(each.credential) for each in _live(practitioner) if each.credential]
    if not held:
        return None
    options = generate_authentication_options(
        rp_id=site.host,
        allow_credentials=[PublicKeyCredentialDescriptor(id=each) for each in held],
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return options.challenge, options_to_json(options)


def check_passkey(practitioner: Practitioner, site: Site, *, challenge: bytes, answer: str, at: datetime) -> FactorKind:
    """Whether a browser signed this challenge, on this site, with a passkey of the person. A wrong try is kept.

    It must not be called inside a transaction that a refusal undoes.

    Raises: NotSignedIn, MustWait, or NotThere for somebody without a post.
    """
    return judged(
        practitioner, lambda who: _by_passkey(who, site, challenge, answer), way=FactorKind.PASSKEY.value, at=at
    )


def _by_passkey(who: Acting, site: Site, challenge: bytes, answer: str) -> FactorKind | None:
    try:
        shown = parse_authentication_credential_json(answer)
        factor = next(
            (
                each
                for each in _live(who.practitioner, lock=True)
                if each.credential and bytes(each.credential) == shown.raw_id
            ),
            None,
        )
        if factor is None:
            return None
        verified = verify_authentication_response(
            credential=shown,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=bytes(factor.sealed),
            credential_current_sign_count=factor.counter,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        return None
    change_shared(who, factor, "factor-used", counter=verified.new_sign_count, used_at=who.at)
    return FactorKind.PASSKEY


def _live(practitioner: Practitioner, *, lock: bool = False) -> list[Factor]:
    every = Factor.objects.select_for_update() if lock else Factor.objects.all()
    mine = every.filter(practitioner=practitioner, kind=FactorKind.PASSKEY)
    return list(mine.filter(confirmed_at__isnull=False, ended_at__isnull=True).order_by("added_at"))
