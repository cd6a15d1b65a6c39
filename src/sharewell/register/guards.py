# ruff: noqa: S608  names of our own tables, columns and roles stand in these statements, and nothing from outside
"""What the database itself refuses, in SQLite and PostgreSQL alike, whoever asks.

- A kept row is never changed, and goes only if a tombstone names it.
- On PostgreSQL the service role cannot change or remove kept rows at all, and sees rows of the agency it acts for and
  no others. The agency is set for one transaction: `register.scope`.

`lay` can be run again at any time; every migration that makes a table ends with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from sharewell.register.functions import AGENCY, CALLABLE, ERASE, FORGET, LISTED, LOOK_UP, NOTE_SEARCH, REFUSE

#: Whom the pages act as on PostgreSQL. It owns nothing.
SERVICE = "sharewell_service"
#: Tables whose rows the service may remove: digests of names that changed, and sessions that ended.
_REMOVABLE = ("register_indexkey", "django_session")
_OPENING = "register_opening"


def lay(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger, policy and grant in its place, or put it there again."""
    every = registered()
    statements = _sqlite(every) if connection.vendor == "sqlite" else _postgresql(every)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for whoever owns the database, before a migration that has to rewrite kept rows."""
    with connection.cursor() as cursor:
        for model in kept(registered()):
            table = model._meta.db_table
            where = "" if connection.vendor == "sqlite" else f' ON "{table}"'
            for name in triggers(table, connection.vendor):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{where}')


def triggers(table: str, vendor: str) -> tuple[str, ...]:
    """The names of the triggers that a kept table has."""
    ends = ("kept", "stays", "once") if vendor == "sqlite" else ("kept", "whole")
    return tuple(f"{table}_{end}" for end in ends)


def kept(every: Iterable[type[models.Model]]) -> Iterator[type[models.Model]]:
    """The models whose rows are added and never changed."""
    return (model for model in every if getattr(model, "KEPT", False))


def of_agencies(every: Iterable[type[models.Model]]) -> Iterator[tuple[type[models.Model], str]]:
    """The models whose rows belong to an agency, each with the condition that shows a row to it."""
    now = f"(SELECT nullif(current_setting('{AGENCY}', true), ''))"
    for model in every:
        if "agency" in {field.name for field in model._meta.concrete_fields}:
            yield model, f"agency_id = {now}::uuid"
        elif model._meta.db_table == "register_ledgerentry":
            yield model, f"organisation = {now} OR organisation = ''"


def registered() -> list[type[models.Model]]:
    """Every model of the register."""
    return list(apps.get_app_config("register").get_models())


def _key(model: type[models.Model]) -> str:
    return str(model._meta.pk.column)


def _sqlite(every: list[type[models.Model]]) -> Iterator[str]:
    for model in kept(every):
        table, key = model._meta.db_table, _key(model)
        changed, stays, once = triggers(table, "sqlite")
        named = f"'{table}'", f'OLD."{key}"'
        if table == _OPENING:  # what opens an entry goes with the row that it opens
            named = 'OLD."table"', 'OLD."row"'
        yield f'DROP TRIGGER IF EXISTS "{changed}"'
        yield (
            f'CREATE TRIGGER "{changed}" BEFORE UPDATE ON "{table}" BEGIN '
            f"SELECT RAISE(ABORT, '{table}: a kept row is never changed'); END"
        )
        yield f'DROP TRIGGER IF EXISTS "{stays}"'
        yield (
            f'CREATE TRIGGER "{stays}" BEFORE DELETE ON "{table}" '
            f'WHEN NOT EXISTS (SELECT 1 FROM register_tombstone WHERE "table" = {named[0]} '
            f"AND replace(\"row\", '-', '') = replace(CAST({named[1]} AS TEXT), '-', '')) BEGIN "
            f"SELECT RAISE(ABORT, '{table}: a kept row goes only when erased, with a tombstone'); END"
        )
        # `INSERT OR REPLACE` removes a row without asking the trigger above.
        yield f'DROP TRIGGER IF EXISTS "{once}"'
        yield (
            f'CREATE TRIGGER "{once}" BEFORE INSERT ON "{table}" '
            f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE "{key}" = NEW."{key}") BEGIN '
            f"SELECT RAISE(ABORT, '{table}: a kept row is never replaced'); END"
        )


def _postgresql(every: list[type[models.Model]]) -> Iterator[str]:
    # Databases of one cluster share its roles, and two may be laid at the same time.
    yield (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{SERVICE}') THEN "
        f"CREATE ROLE {SERVICE} NOLOGIN; END IF; "
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    )
    yield (
        f"DO $$ BEGIN IF NOT pg_has_role(current_user, '{SERVICE}', 'USAGE') THEN "
        f"GRANT {SERVICE} TO CURRENT_USER; END IF; END $$"
    )
    yield f"GRANT USAGE ON SCHEMA public TO {SERVICE}"
    yield REFUSE
    yield ERASE
    yield FORGET
    yield LOOK_UP
    yield LISTED
    yield NOTE_SEARCH
    for model in every:
        table = model._meta.db_table
        rights = "SELECT, INSERT" if getattr(model, "KEPT", False) else "SELECT, INSERT, UPDATE"
        yield f'REVOKE ALL ON "{table}" FROM {SERVICE}, PUBLIC'
        yield f'GRANT {rights} ON "{table}" TO {SERVICE}'
    for model, condition in of_agencies(every):
        table = model._meta.db_table
        yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
        yield f'DROP POLICY IF EXISTS by_agency ON "{table}"'
        yield f'CREATE POLICY by_agency ON "{table}" TO {SERVICE} USING ({condition}) WITH CHECK ({condition})'
    for model in kept(every):
        table = model._meta.db_table
        each, whole = triggers(table, "postgresql")
        yield f'DROP TRIGGER IF EXISTS "{each}" ON "{table}"'
        yield (
            f'CREATE TRIGGER "{each}" BEFORE UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION register_refuse('{_key(model)}')"
        )
        yield f'DROP TRIGGER IF EXISTS "{whole}" ON "{table}"'
        yield (
            f'CREATE TRIGGER "{whole}" BEFORE TRUNCATE ON "{table}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION register_refuse_all()"
        )
    for table in _REMOVABLE:
        yield (
            f"DO $$ BEGIN IF to_regclass('{table}') IS NOT NULL THEN "
            f"EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {SERVICE}'; END IF; END $$"
        )
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {SERVICE}"
    for function in CALLABLE:
        yield f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {function} TO {SERVICE}"
