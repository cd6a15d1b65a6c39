"""Half signed in: who it may be, which step is next, and where they wanted to go. It opens no page of the record."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from sharewell.casework.themself import homes
from sharewell.register.practitioner import Practitioner
from sharewell.web.clock import moment

#: So long may somebody look for their phone.
LONGEST = timedelta(minutes=15)
FACTOR, SET_UP, ORGANISATION = "factor", "set-up", "organisation"


@dataclass(frozen=True, slots=True)
class Half:
    """Who it may be, the step that is next, how they came so far, and where they wanted to go."""

    practitioner: Practitioner
    step: str
    way: str
    following: str


def wait_for(request: HttpRequest, practitioner: Practitioner, step: str, *, way: str, following: str = "") -> None:
    """One step was right: under a new key, the next one is waited for."""
    request.session.flush()
    request.session["half"] = {
        "practitioner": str(practitioner.pk),
        "step": step,
        "way": way,
        "following": following,
        "at": moment().isoformat(),
    }


def halfway(request: HttpRequest, step: str) -> Half | None:
    """Who waits at this step; None if nobody, if it was too long ago, or if the account has ended meanwhile."""
    held = request.session.get("half")
    if not held or held["step"] != step or moment() - datetime.fromisoformat(held["at"]) > LONGEST:
        return None
    found = Practitioner.objects.filter(pk=UUID(held["practitioner"]), closed_at__isnull=True).first()
    if found is None or not homes(found, at=moment()):
        return None
    began = datetime.fromisoformat(held["at"])
    if found.signed_out_at is not None and began < found.signed_out_at:
        return None
    return Half(found, step, held["way"], held["following"])


def keep_challenge(request: HttpRequest, challenge: bytes) -> None:
    """Remember what a passkey is to sign."""
    request.session["challenge"] = base64.b64encode(challenge).decode()


def take_challenge(request: HttpRequest) -> bytes:
    """What a passkey was to sign: given once, and empty if there is none."""
    return base64.b64decode(request.session.pop("challenge", ""))


def safe(following: str) -> str:
    """An address of ours to go on to; empty for any other."""
    ours = following.startswith("/") and url_has_allowed_host_and_scheme(following, allowed_hosts=None)
    return following if ours else ""
