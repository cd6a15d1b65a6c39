"""Which database: the embedded one, or a PostgreSQL that one setting names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

#: A database as Django's settings want it.
Database = dict[str, object]


def database_from(address: str, data: Path) -> Database:
    """The database of `postgresql://name:password@host:port/database?sslmode=...`; SQLite in `data` when empty.

    Raises: ValueError for an address of another kind, or one that names no database.
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "sharewell.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 5,
                # The last one: a row that `INSERT OR REPLACE` would remove is asked for like any other.
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                "PRAGMA recursive_triggers=ON",
            },
        }
    parts = urlsplit(address)
    name = parts.path.lstrip("/")
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise ValueError("SHAREWELL_DATABASE must look like postgresql://name:password@host:5432/database")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(name),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
