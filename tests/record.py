"""Tests and a database that refuses to be emptied: a test that commits leaves the tables as it found them.

Also what makes row-level security hold in tests as it does in a real deployment: on PostgreSQL nothing is appended to
the ledger but by the role that the pages act as.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

from sharewell.casework.verify_ledger import verify_ledger
from sharewell.ledger.fault import Code
from sharewell.register.guards import SERVICE, drop, lay
from sharewell.register.ledger_row import LedgerHead
from tests.postgresql import ON_POSTGRESQL

_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
#: Tests make rows for themselves without recording them.
_MADE_BY_TESTS = {Code.ROW_WITHOUT_ENTRY}
_APPENDS = 'INSERT INTO "register_ledgerentry"'
Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, keep the tests that have a database: the others have run already, and say the same."""
    keep = [item for item in items if (_has_a_database(item) if ON_POSTGRESQL else _is_for_either(item))]
    kept = set(keep)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = keep


def _has_a_database(item: pytest.Item) -> bool:
    asked = _DATABASE & set(getattr(item, "fixturenames", ()))
    return bool(asked or item.get_closest_marker("django_db") or item.get_closest_marker("postgresql"))


def _is_for_either(item: pytest.Item) -> bool:
    return item.get_closest_marker("postgresql") is None


@contextmanager
def unguarded() -> Iterator[None]:
    """The database without its triggers, as whoever owns it could have it; with them again afterwards."""
    if connection.vendor == "sqlite":
        drop(connection)
        yield
        lay(connection)
        return
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            yield
        finally:
            cursor.execute("SET session_replication_role = DEFAULT")


@pytest.fixture(scope="session", autouse=True)
def _tables_can_be_emptied() -> Iterator[None]:
    """After a test that commits, Django empties every table: as the owner, with the guards down for that long."""
    empty = BaseDatabaseOperations.execute_sql_flush
    patched = pytest.MonkeyPatch()

    def flush(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        with unguarded():
            empty(self, sql_list)
        LedgerHead.objects.get_or_create(pk=1)

    patched.setattr(BaseDatabaseOperations, "execute_sql_flush", flush)
    yield
    patched.undo()


@pytest.fixture(autouse=True)
def _recorded_rows_hold(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test of a use case, every row that was recorded is still what its entry committed to."""
    tampers = getattr(request.module, "TAMPERS", False)
    in_a_transaction = request.path.parent.name == "casework" and "db" in request.fixturenames and not tampers
    if in_a_transaction:
        request.getfixturevalue("db")
    yield
    if in_a_transaction and not connection.needs_rollback:
        wrong = [str(each) for each in verify_ledger().faults if each.code not in _MADE_BY_TESTS]
        assert not wrong, "\n".join(wrong[:5])


def _as_the_service(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Let a statement through, unless it appends to the ledger as somebody else."""
    if sql.startswith(_APPENDS):
        with connection.connection.cursor() as cursor:
            who = cursor.execute("SELECT current_user").fetchone()[0]
        assert who == SERVICE, f"a use case ran as {who}: put it into `transaction_of`"
    return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def _use_cases_run_as_the_service(request: pytest.FixtureRequest) -> Iterator[None]:
    if connection.vendor != "postgresql" or "register" in request.path.parts[-2:-1]:
        yield
        return
    with connection.execute_wrapper(_as_the_service):
        yield
