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

#: Whom the pages act as on PostgreSQL. It owns nothing.
SERVICE = "sharewell_service"
#: The setting that names the agency, for one transaction.
AGENCY = "sharewell.agency"
#: Tables whose rows the service may remove: digests of names that changed, and sessions that ended.
_REMOVABLE = ("register_indexkey", "django_session")


def lay(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger, policy and grant in its place, or put it there again."""
    every = _models()
    statements = _sqlite(every) if connection.vendor == "sqlite" else _postgresql(every)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def kept(every: Iterable[type[models.Model]]) -> Iterator[type[models.Model]]:
    """The models whose rows are added and never changed."""
    return (model for model in every if getattr(model, "KEPT", False))


def _models() -> list[type[models.Model]]:
    return list(apps.get_app_config("register").get_models())


def _name(field: models.Field[object, object] | None) -> str:
    return str(field.column) if field is not None else ""


def _sqlite(every: list[type[models.Model]]) -> Iterator[str]:
    for model in kept(every):
        table, key = model._meta.db_table, _name(model._meta.pk)
        yield f'DROP TRIGGER IF EXISTS "{table}_kept"'
        yield (
            f'CREATE TRIGGER "{table}_kept" BEFORE UPDATE ON "{table}" BEGIN '
            f"SELECT RAISE(ABORT, '{table}: a kept row is never changed'); END"
        )
        yield f'DROP TRIGGER IF EXISTS "{table}_stays"'
        yield (
            f'CREATE TRIGGER "{table}_stays" BEFORE DELETE ON "{table}" '
            f"WHEN NOT EXISTS (SELECT 1 FROM register_tombstone WHERE \"table\" = '{table}' "
            f"AND replace(\"row\", '-', '') = replace(CAST(OLD.\"{key}\" AS TEXT), '-', '')) BEGIN "
            f"SELECT RAISE(ABORT, '{table}: a kept row goes only when erased, with a tombstone'); END"
        )


def _postgresql(every: list[type[models.Model]]) -> Iterator[str]:
    yield (
        f"DO $$ BEGIN CREATE ROLE {SERVICE} NOLOGIN; "
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    )
    yield f"GRANT USAGE ON SCHEMA public TO {SERVICE}"
    yield _REFUSE
    yield _ERASE
    yield _LOOK_UP
    for model in every:
        table = model._meta.db_table
        rights = "SELECT, INSERT" if getattr(model, "KEPT", False) else "SELECT, INSERT, UPDATE"
        yield f'REVOKE ALL ON "{table}" FROM {SERVICE}, PUBLIC'
        yield f'GRANT {rights} ON "{table}" TO {SERVICE}'
        yield from _by_agency(model)
    for model in kept(every):
        table, key = model._meta.db_table, _name(model._meta.pk)
        yield f'DROP TRIGGER IF EXISTS "{table}_kept" ON "{table}"'
        yield (
            f'CREATE TRIGGER "{table}_kept" BEFORE UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION register_refuse('{key}')"
        )
        yield f'DROP TRIGGER IF EXISTS "{table}_whole" ON "{table}"'
        yield (
            f'CREATE TRIGGER "{table}_whole" BEFORE TRUNCATE ON "{table}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION register_refuse_all()"
        )
    for table in _REMOVABLE:
        yield (
            f"DO $$ BEGIN IF to_regclass('{table}') IS NOT NULL THEN "
            f"EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {SERVICE}'; END IF; END $$"
        )
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {SERVICE}"
    for function in ("register_erase(text, text)", "register_look_up(text[])"):
        yield f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {function} TO {SERVICE}"


def _by_agency(model: type[models.Model]) -> Iterator[str]:
    """Row-level security: rows of the agency that acts, by default none."""
    fields = {field.name for field in model._meta.concrete_fields}
    table = model._meta.db_table
    now = f"(SELECT nullif(current_setting('{AGENCY}', true), ''))"
    if "agency" in fields:
        condition = f"agency_id = {now}::uuid"
    elif table == "register_ledgerentry":
        condition = f"organisation = {now} OR organisation = ''"
    else:
        return
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'DROP POLICY IF EXISTS by_agency ON "{table}"'
    yield f'CREATE POLICY by_agency ON "{table}" TO {SERVICE} USING ({condition}) WITH CHECK ({condition})'


_REFUSE = """
CREATE OR REPLACE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT 1 FROM register_tombstone WHERE "table" = TG_TABLE_NAME AND "row" = to_jsonb(OLD) ->> TG_ARGV[0]
  ) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '%: a kept row is never changed, and goes only when erased, with a tombstone', TG_TABLE_NAME;
END $$;
CREATE OR REPLACE FUNCTION register_refuse_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: kept rows are never removed together', TG_TABLE_NAME; END $$
"""

# Erasure is the owner's to do and the service's to ask for: one row, of its own agency, with its tombstone there.
_ERASE = f"""
CREATE OR REPLACE FUNCTION register_erase(which text, this text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE gone bigint; key text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM register_tombstone WHERE "table" = which AND "row" = this
    AND agency_id = nullif(current_setting('{AGENCY}', true), '')::uuid)
  THEN RAISE EXCEPTION 'no tombstone of this agency names that row'; END IF;
  SELECT a.attname INTO key FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = which::regclass AND i.indisprimary;
  EXECUTE format('DELETE FROM %I WHERE %I::text = $1', which, key) USING this;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$
"""

# A search across agencies meets keyed digests only, through this door only: agency, person and kind of key, no more.
_LOOK_UP = """
CREATE OR REPLACE FUNCTION register_look_up(keys text[])
RETURNS TABLE (agency uuid, person uuid, kind text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT agency_id, person_id, kind::text FROM register_indexkey WHERE key = ANY (keys)
$$
"""
