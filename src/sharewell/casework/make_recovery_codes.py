"""Recovery codes: ten, each good once, for the day the phone is lost."""

from __future__ import annotations

import base64
import secrets

from sharewell.casework.act import require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.add_factor import live_factors
from sharewell.casework.check_factor import recovery_digest
from sharewell.casework.keep import change_shared, keep_shared
from sharewell.register.factor import Factor, FactorKind

HOW_MANY = 10


def make_recovery_codes(who: Acting, *, first: bool = False) -> tuple[str, ...]:
    """New codes, told this once; the old ones end. `first`: they come with the first factor, which was just shown.

    Raises: NeedsFreshFactor.
    """
    old = list(live_factors(who).filter(kind=FactorKind.RECOVERY))
    if old or not first:
        require_fresh(who)
    for factor in old:
        change_shared(who, factor, "factor-ended", ended_at=who.at)
    codes = tuple(base64.b32encode(secrets.token_bytes(10)).decode() for _ in range(HOW_MANY))
    for number, code in enumerate(codes, 1):
        factor = Factor(
            practitioner=who.practitioner,
            kind=FactorKind.RECOVERY,
            label=f"Recovery code {number}",
            sealed=recovery_digest(who.practitioner, code),
            added_at=who.at,
            confirmed_at=who.at,
        )
        keep_shared(who, factor, "recovery-code-made")
    return tuple("-".join(code[at : at + 4] for at in range(0, len(code), 4)) for code in codes)
