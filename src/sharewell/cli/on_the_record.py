"""The record, ready for a command: imported before any command that works on a deployment's own database.

Settings come from the environment, as for the pages.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import django
from django.db import DatabaseError, OperationalError, connection

from sharewell.cli.problem import refusal

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sharewell.config.settings")
try:
    django.setup()
except (ValueError, KeyError, OSError) as error:
    raise refusal("the settings", "settings", str(error), hint="see docs/how-to/run-the-web.md") from None

#: Where the database is, for messages; never its password.
_WHERE = "SHAREWELL_DATABASE, or the database in SHAREWELL_DATA"


def now() -> datetime:
    """The moment on this machine's clock."""
    return datetime.now(UTC)


@contextmanager
def reaching_the_database() -> Iterator[None]:
    """Say in plain words that the database does not answer, or is not set up.

    Raises: Refused.
    """
    try:
        yield
    except OperationalError:
        hint = f"see that it runs, and look at {_WHERE}"
        raise refusal("the database", "database-away", "it does not answer, or is locked", hint=hint) from None
    except DatabaseError:
        hint = "run `python -m django migrate` with the settings of the pages, then `sharewell doctor`"
        raise refusal("the database", "database-not-ready", "its tables are not as they should be", hint=hint) from None
    finally:
        if not connection.in_atomic_block:
            connection.close()
