"""The whole database as one file, of one moment, while people work; and back again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection

from sharewell.register.guards import SERVICE, lay


class DumpError(Exception):
    """The database could not be written out or taken back; the text says why, without content."""


def dump(to: Path) -> None:
    """Write the database out.

    Raises: DumpError.
    """
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_sqlite_file())) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target, pages=2000, sleep=0.01)  # in steps, so that nobody who writes waits for long
            target.execute("PRAGMA journal_mode = DELETE")
        to.chmod(0o600)
        return
    _program("pg_dump", "--format=custom", "--no-owner", "--file", str(to))


def load(source: Path) -> None:
    """Put a database that was written out in the place of this one.

    Raises: DumpError; for SQLite, before anything is replaced.
    """
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(source)) as looked_at:
            if looked_at.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise DumpError("the database in the backup is damaged")
        connection.close()
        target = _sqlite_file()
        ours = target.with_name(f"{target.name}.restoring")
        shutil.copyfile(source, ours)
        ours.chmod(0o600)
        for beside in ("-wal", "-shm"):
            target.with_name(f"{target.name}{beside}").unlink(missing_ok=True)
        ours.replace(target)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [SERVICE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {SERVICE} NOLOGIN")
    connection.close()
    name = str(connection.settings_dict["NAME"])
    _program(
        "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--dbname", name, str(source)
    )
    lay(connection)


def holds_something() -> bool:
    """Whether there is a record here already."""
    if connection.vendor == "sqlite" and not _sqlite_file().exists():
        return False
    return "register_ledgerhead" in connection.introspection.table_names()


def _sqlite_file() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _program(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs against our database. Its password is passed where nobody can list it."""
    told = connection.settings_dict
    options = {str(key): str(value) for key, value in (told.get("OPTIONS") or {}).items()}
    where = {
        "PGDATABASE": told["NAME"],
        "PGUSER": told["USER"],
        "PGPASSWORD": told["PASSWORD"],
        "PGHOST": told["HOST"] or options.get("host", ""),
        "PGPORT": told["PORT"],
        "PGSSLMODE": options.get("sslmode", ""),
    }
    found = _where(name)
    if not found:
        raise DumpError(f"{name} is not on this machine: install PostgreSQL's client programs, or name them in PG_BIN")
    done = subprocess.run(  # noqa: S603  a program of PostgreSQL, with arguments of our own
        [found, *arguments],
        env={**os.environ, **{key: str(value) for key, value in where.items() if value}},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        raise DumpError(f"{name}: {lines[0] if lines else 'it failed'}")


def _where(name: str) -> str | None:
    """The program of the newest PostgreSQL here: it reads an older server, not a newer one."""
    if named := os.environ.get("PG_BIN"):
        return shutil.which(name, path=named)
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name), reverse=True)
    return shutil.which(name, path=os.pathsep.join([*map(str, folders), os.environ.get("PATH", "")]))
