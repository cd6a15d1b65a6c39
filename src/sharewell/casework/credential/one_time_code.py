"""One-time codes from an app (RFC 6238): six digits, thirty seconds, and each step counts once."""

from __future__ import annotations

import hmac
from datetime import datetime

import pyotp

_STEP = 30
#: Clocks of phones are a little off: one step early or late is taken.
_OFF = (0, -1, 1)


def new_secret() -> str:
    """A secret of 160 bits, as apps want it."""
    return pyotp.random_base32(32)


def address_for_app(secret: str, *, email: str, issuer: str) -> str:
    """What a QR code holds: it tells the app the secret, whose it is and who asks for it."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def step_of(secret: str, code: str, *, at: datetime, after: int) -> int | None:
    """The time step that a code belongs to; None if it is wrong, or its step is not after the last one used."""
    now = int(at.timestamp()) // _STEP
    app = pyotp.TOTP(secret)
    right = [step for step in (now + off for off in _OFF) if hmac.compare_digest(app.generate_otp(step), code)]
    return next((step for step in right if step > after), None)
