"""For whom a transaction acts. On PostgreSQL the database then shows rows of that agency and no others."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from sharewell.register.functions import AGENCY
from sharewell.register.guards import SERVICE

#: The threads of one process wait here for their turn to write to SQLite. The database itself would have them ask again
#: and again, with longer and longer pauses, and the unlucky one would wait for seconds.
_TURN = threading.RLock()
_LONGEST = 5.0


@contextmanager
def acting_for(agency: uuid.UUID | None) -> Iterator[None]:
    """One transaction for one agency; with none, for nobody: whatever belongs to an agency is out of sight.

    The role and the agency are set for this transaction alone, so that a connection used again carries nothing over.
    Inside another transaction, what held there holds again afterwards.

    Raises: OperationalError where the turn to write does not come within seconds.
    """
    if connection.vendor != "postgresql":
        with _turn(), transaction.atomic():
            yield
        return
    inside = connection.in_atomic_block
    with transaction.atomic():
        before = _now() if inside else None
        _set(SERVICE, str(agency) if agency else "")
        yield
        if before is not None:  # where it failed, going back to the savepoint has done it
            _set(*before)


@contextmanager
def _turn() -> Iterator[None]:
    if not _TURN.acquire(timeout=_LONGEST):
        raise OperationalError("database is locked")
    try:
        yield
    finally:
        _TURN.release()


def _now() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role'), coalesce(current_setting(%s, true), '')", [AGENCY])
        role, agency = cursor.fetchone()
    return role, agency


def _set(role: str, agency: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true), set_config(%s, %s, true)", [role, AGENCY, agency])
