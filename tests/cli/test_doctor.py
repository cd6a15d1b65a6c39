"""`sharewell doctor`: what is well, what is worth a look, and what must be mended, with what to do."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from sharewell.casework.deployment.check_database import check_database
from sharewell.casework.deployment.check_ledger import check_ledger
from sharewell.casework.deployment.check_surroundings import check_surroundings
from sharewell.casework.deployment.finding import Finding, State
from sharewell.register.ledger_row import LedgerHead
from tests.casework.recorded import NOW, agency, child
from tests.cli.drive import call
from tests.record import unguarded

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded(db: None) -> None:
    child(agency())


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def to_mend(found: list[Finding]) -> list[str]:
    return [each.what for each in found if each.state is State.MEND]


def test_it_tells_everything_and_ends_with_1_if_something_must_be_mended(recorded: None) -> None:
    said = call("doctor")
    assert said.code == 1
    assert "✓ Every trigger and policy that protects the record is in place." in said.out
    assert "lead to its head" in said.out
    assert "to mend" in said.err


def test_it_tells_a_monitor(recorded: None) -> None:
    told = call("doctor", "--format", "json").data
    assert {each["state"] for each in told} <= {"well", "look", "mend"}
    assert all(each["do"] for each in told if each["state"] != "well")


def test_a_ledger_that_is_well(recorded: None) -> None:
    assert to_mend(list(check_ledger(NOW))) == []
    assert [each.state for each in check_ledger(NOW, whole=True)] == [State.WELL, State.WELL]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE register_ledgerentry SET kind = 'x' WHERE sequence = 7", "Entry 8"),
        ("UPDATE register_ledgerentry SET kind = 'No Kind' WHERE sequence = 7", "Entry 7"),
        ("UPDATE register_ledgerhead SET size = size + 1", "head says"),
        ("UPDATE register_checkpoint SET note = replace(note, '1', '2')", "does not hold"),
        ("DELETE FROM register_checkpoint", "not signed"),
        ("DELETE FROM register_ledgerhead", "no head"),
    ],
)
def test_a_ledger_that_is_not(recorded: None, sql: str, words: str) -> None:
    with unguarded():
        run(sql)
        assert words in " ".join(to_mend(list(check_ledger(NOW))))


def test_a_clock_that_has_gone_back(recorded: None) -> None:
    assert "The ledger's last entry lies in the future." in to_mend(list(check_ledger(NOW - timedelta(days=1))))
    assert any("clock" in each for each in to_mend(list(check_surroundings(NOW - timedelta(days=9999)))))


def test_triggers_that_are_gone() -> None:
    where = "" if connection.vendor == "sqlite" else " ON register_decision"
    run(f"DROP TRIGGER register_decision_kept{where}")
    assert "The database lacks: trigger register_decision_kept." in to_mend(list(check_database(NOW)))


@pytest.mark.postgresql
def test_a_superuser_and_a_server_that_forgets() -> None:
    told = to_mend(list(check_database(NOW)))
    assert any("superuser" in each for each in told)
    assert any("power fails" in each for each in told)  # the tests' own cluster is fast and forgets


def test_a_backup_that_is_old_or_never_was(tmp_path: Path, settings: LazySettings) -> None:
    settings.DATA = tmp_path
    settings.SECRET_KEY = "kJ3mQ9xT7vB2nL5wR8yC4zD6fG1hS0pA" * 2
    assert "No backup was ever made here." in to_mend(list(check_surroundings(NOW)))
    (tmp_path / "latest-backup").write_text((NOW - timedelta(days=3)).isoformat(), encoding="ascii")
    assert "The latest backup is 3 days old." in to_mend(list(check_surroundings(NOW)))
    (tmp_path / "latest-backup").write_text((NOW - timedelta(hours=3)).isoformat(), encoding="ascii")
    assert to_mend(list(check_surroundings(NOW))) == []


def test_keys_and_addresses(tmp_path: Path, settings: LazySettings) -> None:
    settings.DATA = tmp_path
    (tmp_path / "secret-key").write_text("x", encoding="ascii")
    (tmp_path / "secret-key").chmod(0o644)
    settings.SECRET_KEY, settings.DEBUG, settings.HTTPS = "password", True, False
    settings.ALLOWED_HOSTS = ["sharewell.example.gov.uk"]
    told = " ".join(to_mend(list(check_surroundings(NOW))))
    for words in ("easy to guess", "Others on this machine", "Faults are shown", "does not insist on HTTPS"):
        assert words in told
    settings.ALLOWED_HOSTS = ["*"]
    assert "It answers to any name." in to_mend(list(check_surroundings(NOW)))


def test_a_database_without_tables_is_said_to_be_so(recorded: None) -> None:
    LedgerHead.objects.all().delete()
    assert to_mend(list(check_ledger(NOW))) == ["The ledger has no head: nothing can be recorded."]
