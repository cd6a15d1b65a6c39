"""The same form sent twice makes one row: the form carries the address that the row will have."""

from __future__ import annotations

import uuid
from typing import TypeVar

from sharewell.casework.acting import Acting
from sharewell.register.ledger_row import LedgerHead
from sharewell.register.row import Row

R = TypeVar("R", bound=Row)


def one_at_a_time() -> None:
    """From here to the end of the transaction, nobody else writes: what was read stays true.

    The lock is the one that every writer takes at the end anyway, because it appends to the ledger.
    """
    LedgerHead.objects.select_for_update().get(pk=1)


def done_before(who: Acting, model: type[R], once: uuid.UUID) -> R | None:
    """The row that this form made when it was sent before; None the first time."""
    one_at_a_time()
    return model._default_manager.filter(pk=once, agency=who.organisation).first()
