# ruff: noqa: S608  names of our own tables stand in these statements
"""The database itself refuses to change a kept row, and to remove one that no tombstone names."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction

from sharewell.register.guards import SERVICE, drop, kept, lay, registered, triggers
from sharewell.register.lacking import lacking
from sharewell.register.ledger_row import Opening, Tombstone
from tests.register.rows import anything_goes, made

pytestmark = pytest.mark.django_db
KEPT = list(kept(registered()))
on_postgresql = pytest.mark.postgresql
each_kept = pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)


def run(sql: str, *given: Any) -> int:
    """One statement in a savepoint; gives how many rows it was about."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, given or None)
        return int(cursor.rowcount)


def key_of(row: models.Model) -> tuple[str, Any]:
    """The column of a row's key, and its value as the database has it."""
    key = row._meta.pk
    return str(key.column), key.get_db_prep_value(row.pk, connection)


def test_decisions_consents_and_the_ledger_are_kept() -> None:
    names = {model.__name__ for model in KEPT}
    assert {"Decision", "Consent", "Disclosure", "Advice", "LedgerEntry", "Opening", "Checkpoint", "Tombstone"} <= names
    assert {"Viewing", "Denial", "BrokenGlass", "Search", "SafetyMark", "View", "CompetenceAssessment"} <= names


def test_everything_is_in_place() -> None:
    assert lacking(connection) == []


def test_laying_twice_changes_nothing() -> None:
    lay(connection)
    assert lacking(connection) == []


def test_a_planted_lack_is_found() -> None:
    with anything_goes():
        name = triggers("register_decision", connection.vendor)[0]
        run(f'DROP TRIGGER "{name}"' + ("" if connection.vendor == "sqlite" else " ON register_decision"))
        assert lacking(connection) == [f"trigger {name}"]
        drop(connection)
        assert len(lacking(connection)) == sum(len(triggers("x", connection.vendor)) for _ in KEPT)


@on_postgresql
def test_a_planted_right_policy_or_owner_is_found() -> None:
    with anything_goes():
        run(f"GRANT DELETE ON register_decision TO {SERVICE}")
        run("DROP POLICY by_agency ON register_consent")
        run("ALTER TABLE register_person DISABLE ROW LEVEL SECURITY")
        run(f"ALTER TABLE register_job OWNER TO {SERVICE}")
        assert set(lacking(connection)) == {
            f"table register_decision that {SERVICE} cannot change",
            "policy by_agency on register_consent",
            "row-level security on register_person",
            f"table register_job owned by somebody other than {SERVICE}",
        }


@each_kept
def test_a_kept_row_is_never_changed_and_never_removed(model: type[models.Model]) -> None:
    with anything_goes():
        row = made(model)
        row.save(force_insert=True)
        table = model._meta.db_table
        key, value = key_of(row)
        for column in [field.column for field in model._meta.concrete_fields]:
            with pytest.raises(DatabaseError, match="never changed"):
                run(f'UPDATE "{table}" SET "{column}" = "{column}"')
        with pytest.raises(DatabaseError, match="tombstone"):
            run(f'DELETE FROM "{table}" WHERE "{key}" = %s', value)
        with pytest.raises(DatabaseError, match="tombstone"):
            run(f'DELETE FROM "{table}"')
        if connection.vendor == "sqlite":
            columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
            with pytest.raises(DatabaseError, match="never replaced"):
                run(f'INSERT OR REPLACE INTO "{table}" ({columns}) SELECT {columns} FROM "{table}"')
        assert model._default_manager.filter(pk=row.pk).exists()


@on_postgresql
@each_kept
def test_a_kept_table_is_never_emptied(model: type[models.Model]) -> None:
    with pytest.raises(DatabaseError, match="never removed together"):
        run(f'TRUNCATE "{model._meta.db_table}" CASCADE')


@each_kept
def test_a_tombstone_lets_one_row_go(model: type[models.Model]) -> None:
    with anything_goes():
        one, other = made(model), made(model)
        one.save(force_insert=True)
        other.save(force_insert=True)
        named = (one.table, one.row) if isinstance(one, Opening) else (model._meta.db_table, str(one.pk))
        made(Tombstone, table=named[0], row=named[1]).save(force_insert=True)
        key, value = key_of(one)
        assert run(f'DELETE FROM "{model._meta.db_table}" WHERE "{key}" = %s', value) == 1
        key, value = key_of(other)
        with pytest.raises(DatabaseError, match="tombstone"):
            run(f'DELETE FROM "{model._meta.db_table}" WHERE "{key}" = %s', value)


@on_postgresql
@each_kept
def test_the_service_has_no_right_to_change_a_kept_table(model: type[models.Model]) -> None:
    table = model._meta.db_table
    with transaction.atomic():
        run(f"SET LOCAL ROLE {SERVICE}")
        for sql in (
            f'UPDATE "{table}" SET "{key_of(model())[0]}" = NULL',
            f'DELETE FROM "{table}"',
            f"TRUNCATE {table}",
        ):
            with pytest.raises(DatabaseError, match="permission denied"):
                run(sql)
        run("RESET ROLE")
