"""The database, looked over: is it there, is it safe against losing power, has it all that keeps the record?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from sharewell.casework.deployment.finding import Finding, look, mend, well
from sharewell.register.lacking import lacking

_OLDEST = {"sqlite": (3, 37), "postgresql": (14,)}
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_LAY = "run `python -m django migrate` as the owner of the tables; if it stays, see docs/how-to/postgresql.md"
_APART = timedelta(seconds=10)


def check_database(at: datetime) -> Iterator[Finding]:
    """Everything about the database itself. Ends at the first thing without which the rest cannot be asked."""
    try:
        connection.ensure_connection()
    except DatabaseError:
        yield mend("The database does not answer.", "start it, and look at SHAREWELL_DATABASE and SHAREWELL_DATA")
        return
    name, version = _NAMES[connection.vendor], connection.get_database_version()
    said = f"{name} {'.'.join(map(str, version))} answers"
    if version < _OLDEST[connection.vendor]:
        yield mend(f"{said}, and is too old.", f"use {name} {'.'.join(map(str, _OLDEST[connection.vendor]))} or later")
    else:
        yield well(f"{said}.")
    yield from _sqlite() if connection.vendor == "sqlite" else _postgresql(at)
    plan = MigrationExecutor(connection)
    waiting = plan.migration_plan(plan.loader.graph.leaf_nodes())
    if waiting:
        yield mend(f"{len(waiting)} migrations are not applied.", "run `python -m django migrate`")
        return
    yield well("All migrations are applied.")
    missing = lacking(connection)
    for each in missing[:20]:
        yield mend(f"The database lacks: {each}.", _LAY)
    if not missing:
        yield well("Every trigger and policy that protects the record is in place.")


def is_ready() -> bool:
    """Whether the tables are there to be asked."""
    try:
        return "register_ledgerhead" in connection.introspection.table_names()
    except DatabaseError:
        return False


def _sqlite() -> Iterator[Finding]:
    if _one("PRAGMA journal_mode") == "wal" and _one("PRAGMA synchronous") == 2:
        yield well("What is confirmed is on disk.")
    else:
        yield mend("The database may lose what was confirmed when power fails.", "use the settings as they come")
    if _one("PRAGMA foreign_keys") != 1 or _one("PRAGMA recursive_triggers") != 1:
        yield mend("Foreign keys or triggers do not always hold.", "use the settings as they come")


def _postgresql(at: datetime) -> Iterator[Finding]:
    if (
        _one("SHOW fsync") == "on"
        and _one("SHOW synchronous_commit") != "off"
        and _one("SHOW full_page_writes") == "on"
    ):
        yield well("What is confirmed is on disk.")
    else:
        yield mend(
            "The server may lose what was confirmed when power fails.",
            "set fsync, full_page_writes and synchronous_commit to on",
        )
    if _one("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"):
        yield mend(
            "This sign-in is a superuser, or sees past row-level security.",
            "let the pages sign in with a role that may only act as sharewell_service: docs/how-to/postgresql.md",
        )
    elif _one("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'register\\_%%' AND tableowner = current_user"):
        yield look(
            "This sign-in owns the tables.", "let the pages sign in with a lesser role: docs/how-to/postgresql.md"
        )
    else:
        yield well("This sign-in owns nothing.")
    if not _one("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()") and _one("SELECT inet_server_addr()"):
        yield mend("The connection to the database is not encrypted.", "add ?sslmode=verify-full to SHAREWELL_DATABASE")
    theirs = _one("SELECT now()")
    if isinstance(theirs, datetime) and abs(theirs - at) > _APART:
        yield mend("The clock of the database differs from ours.", "keep both by the same time server")


def _one(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone()
    found: object = row[0] if row else None
    return found
