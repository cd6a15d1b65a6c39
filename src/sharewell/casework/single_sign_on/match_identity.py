"""Whose account an identity is. An account is made by people: signing in makes none."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sharewell.casework.acting import transaction_of
from sharewell.casework.credential.waiting import tried_as
from sharewell.casework.keep import change_shared
from sharewell.casework.refusal import NotSignedIn
from sharewell.casework.single_sign_on.identify import Identity
from sharewell.casework.themself import homes, themself
from sharewell.register.factor import SignIn, SignInResult
from sharewell.register.practitioner import Practitioner
from sharewell.register.scope import acting_for

WAY = "single sign-on"


def match_identity(identity: Identity, *, at: datetime) -> Practitioner:
    """The practitioner: by the subject they came with before, or once by an address that the provider verified.

    Raises: NotSignedIn; the try is kept.
    """
    subject = subject_of(identity)
    with acting_for(None):
        found = Practitioner.objects.filter(subject=subject).first()
        met = found is not None
        if found is None and identity.email:
            found = Practitioner.objects.filter(email=identity.email, subject="").first()
        if found is None or found.closed_at is not None or not homes(found, at=at):
            result = SignInResult.NOT_KNOWN if found is None else SignInResult.CLOSED
            tried = tried_as(identity.email or subject)
            SignIn.objects.create(practitioner=found, tried=tried, result=result, way=WAY, at=at)
            found = None
    if found is None:
        raise NotSignedIn
    if not met:
        who = themself(found, at=at)
        with transaction_of(who):
            change_shared(who, found, "single-sign-on-linked", subject=subject)
    return found


def subject_of(identity: Identity) -> str:
    """Who it is at which provider, in a fixed length: two providers may use the same name for two people."""
    return hashlib.sha256(f"{identity.issuer}\n{identity.subject}".encode()).hexdigest()
