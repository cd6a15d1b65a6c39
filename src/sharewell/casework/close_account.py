"""Closing an account: nobody signs in with it any more. What they wrote stays theirs."""

from __future__ import annotations

from uuid import UUID

from sharewell.casework.act import Act, require, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change_shared
from sharewell.casework.reset_account import ours_alone
from sharewell.register.practitioner import Practitioner


def close_account(who: Acting, practitioner: UUID) -> Practitioner:
    """Close it; open sessions end at once.

    Raises: MayNot for one’s own account, or one that another partner relies on too; NeedsFreshFactor; NotThere.
    """
    require(who, Act.MANAGE_PEOPLE)
    require_fresh(who)
    found = ours_alone(who, practitioner)
    change_shared(who, found, "account-closed", closed_at=who.at, signed_out_at=who.at)
    return found
