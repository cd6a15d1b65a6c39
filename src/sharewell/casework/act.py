"""Which role may do which act. Default deny: an act that is not listed for a role is refused."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from sharewell.casework.acting import Acting
from sharewell.casework.refusal import MayNot, NeedsFreshFactor
from sharewell.register.practitioner import Role


class Act(Enum):
    """Something that a use case does. What it is done to is checked besides: see `access`."""

    SEARCH = "search"
    OPEN_RECORD = "open-record"
    BREAK_GLASS = "break-glass"
    START_RECORD = "start-record"
    CHANGE_RECORD = "change-record"
    MARK_SAFETY = "mark-safety"
    LIFT_SAFETY = "lift-safety"
    RECORD_CONSENT = "record-consent"
    ASSESS = "assess"
    MAKE_REQUEST = "make-request"
    DECIDE = "decide"
    DISCLOSE = "disclose"
    ADVISE = "advise"
    APPROVE = "approve"
    ALLOCATE = "allocate"
    REVIEW_GLASS = "review-glass"
    SEE_WHO_LOOKED = "see-who-looked"
    READ_LEDGER = "read-ledger"
    HOLD = "hold"
    ERASE = "erase"
    MANAGE_PEOPLE = "manage-people"


_CASE = frozenset(
    {
        Act.SEARCH, Act.OPEN_RECORD, Act.BREAK_GLASS, Act.START_RECORD, Act.CHANGE_RECORD, Act.MARK_SAFETY,
        Act.RECORD_CONSENT, Act.ASSESS, Act.MAKE_REQUEST, Act.DECIDE, Act.DISCLOSE, Act.SEE_WHO_LOOKED,
    }
)  # fmt: skip

#: Role to acts. A manager can read it; a test holds the page that shows it to this.
MATRIX: Mapping[Role, frozenset[Act]] = {
    Role.PRACTITIONER: _CASE,
    Role.DUTY: _CASE | {Act.ALLOCATE},
    Role.ADVISER: _CASE | {Act.ADVISE, Act.LIFT_SAFETY},
    Role.APPROVER: _CASE | {Act.ADVISE, Act.APPROVE, Act.ALLOCATE, Act.LIFT_SAFETY},
    Role.GOVERNANCE: frozenset(
        {
            Act.SEARCH, Act.OPEN_RECORD, Act.SEE_WHO_LOOKED, Act.REVIEW_GLASS, Act.READ_LEDGER, Act.HOLD, Act.ERASE,
            Act.ADVISE,
        }
    ),
    Role.ADMINISTRATOR: frozenset({Act.MANAGE_PEOPLE, Act.ALLOCATE}),
}  # fmt: skip


def may(who: Acting, act: Act) -> bool:
    """Whether one of the roles that they hold allows the act."""
    return any(act in MATRIX[role] for role in who.roles)


def require(who: Acting, act: Act) -> None:
    """Nothing if they may.

    Raises: MayNot.
    """
    if not may(who, act):
        raise MayNot(act.value)


def require_fresh(who: Acting) -> None:
    """Nothing if their second factor was shown a few minutes ago.

    Raises: NeedsFreshFactor.
    """
    if who.fresh_until is None or who.fresh_until <= who.at:
        raise NeedsFreshFactor
