"""For whom a transaction acts. On PostgreSQL the database then shows rows of that agency and no others."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from sharewell.register.guards import AGENCY, SERVICE


@contextmanager
def acting_for(agency: uuid.UUID | None) -> Iterator[None]:
    """One transaction for one agency; with none, for nobody: whatever belongs to an agency is out of sight.

    The role and the agency are set for this transaction alone, so that a connection used again carries nothing over.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL ROLE {SERVICE}")
                cursor.execute(f"SELECT set_config('{AGENCY}', %s, true)", [str(agency) if agency else ""])
        yield
