"""Ending a second factor: a lost phone, a passkey no longer used."""

from __future__ import annotations

from uuid import UUID

from sharewell.casework.act import require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.add_factor import live_factors
from sharewell.casework.keep import change_shared
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.factor import FactorKind


def end_factor(who: Acting, factor: UUID) -> None:
    """Let one of the person’s own factors count no more. The last one stays: another is added first.

    Raises: NeedsFreshFactor, NotThere, or Unfinished.
    """
    require_fresh(who)
    mine = list(live_factors(who).exclude(kind=FactorKind.RECOVERY).select_for_update())
    found = next((each for each in mine if each.pk == factor), None)
    if found is None:
        raise NotThere("factor", factor)
    if len(mine) == 1:
        raise Unfinished({"factor": "This is your only one. Add another first, then end this one"})
    change_shared(who, found, "factor-ended", ended_at=who.at)
