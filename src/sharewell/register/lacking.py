"""What the database lacks of what `guards.lay` puts into it: asked of its catalogue, for tests and check-ups."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from sharewell.register.guards import SERVICE, kept, of_agencies, registered, triggers


def lacking(connection: BaseDatabaseWrapper) -> list[str]:
    """Everything that should be there and is not, or is there and should not be; empty if all is in place."""
    found = list(_triggers(connection))
    if connection.vendor == "postgresql":
        found += [*_role(connection), *_policies(connection), *_rights(connection)]
    return found


def _triggers(connection: BaseDatabaseWrapper) -> Iterator[str]:
    present = {
        name
        for (name,) in _all(
            connection,
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            if connection.vendor == "sqlite"
            else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
        )
    }
    for model in kept(registered()):
        for name in triggers(model._meta.db_table, connection.vendor):
            if name not in present:
                yield f"trigger {name}"


def _role(connection: BaseDatabaseWrapper) -> Iterator[str]:
    sql = "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = %s"
    match _all(connection, sql, SERVICE):
        case []:
            yield f"role {SERVICE}"
        case [(True,)]:
            yield f"role {SERVICE} without rights over the server"
    sql = "SELECT tablename FROM pg_tables WHERE tableowner = %s"
    for (table,) in _all(connection, sql, SERVICE):
        yield f"table {table} owned by somebody other than {SERVICE}"


def _policies(connection: BaseDatabaseWrapper) -> Iterator[str]:
    rows = _all(connection, "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r'")
    secured = {name for (name,) in rows}
    sql = "SELECT tablename FROM pg_policies WHERE policyname = 'by_agency' AND qual IS NOT NULL AND with_check = qual"
    governed = {name for (name,) in _all(connection, sql)}
    for model, _ in of_agencies(registered()):
        table = model._meta.db_table
        if table not in secured:
            yield f"row-level security on {table}"
        if table not in governed:
            yield f"policy by_agency on {table}"


def _rights(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Kept rows that the service could change."""
    sql = "SELECT has_table_privilege(%s, %s, 'UPDATE, DELETE, TRUNCATE')"
    if not _all(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", SERVICE):
        return
    for model in kept(registered()):
        if _all(connection, sql, SERVICE, model._meta.db_table) == [(True,)]:
            yield f"table {model._meta.db_table} that {SERVICE} cannot change"


def _all(connection: BaseDatabaseWrapper, sql: str, *given: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given or None)
        return [tuple(row) for row in cursor.fetchall()]
