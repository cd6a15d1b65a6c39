"""`sharewell ledger export` and `checkpoint`: what they write is what `verify` reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from sharewell.register.ledger_row import Checkpoint, LedgerHead
from tests.casework.recorded import agency, child
from tests.cli.drive import call

pytestmark = pytest.mark.django_db


def test_what_is_exported_verifies(tmp_path: Path) -> None:
    child(agency())
    folder = tmp_path / "export"
    said = call("ledger", "export", str(folder))
    assert said.code == 0, said.err
    assert sorted(path.name for path in folder.iterdir()) == ["ledger.jsonl", "ledger.key", "rows.jsonl"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())
    verified = call("ledger", "verify", str(folder), "--key", str(folder / "ledger.key"))
    assert verified.code == 0, verified.out
    size = LedgerHead.objects.get().size
    assert f"{size} entries" in verified.out
    assert f"{size} rows looked at" in verified.out
    assert "after the last checkpoint" not in verified.out
    assert b"Larch" not in b"".join(path.read_bytes() for path in folder.iterdir())


def test_opened_rows_can_be_worked_out_alone(tmp_path: Path) -> None:
    child(agency())
    folder = tmp_path / "export"
    assert call("ledger", "export", str(folder), "--opened").code == 0
    rows = (folder / "rows.jsonl").read_bytes()
    assert b"Larch" in rows
    assert call("ledger", "verify", str(folder), "--key", str(folder / "ledger.key")).code == 0
    (folder / "rows.jsonl").write_bytes(rows.replace(b"Larch", b"Birch"))
    assert "row-altered" in call("ledger", "verify", str(folder), "--key", str(folder / "ledger.key")).out


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="ascii")
    said = call("ledger", "export", str(tmp_path))
    assert said.code == 2
    assert "name a new folder" in said.err


def test_a_checkpoint_is_printed_and_printed_again(tmp_path: Path) -> None:
    child(agency())
    first = call("ledger", "checkpoint")
    assert first.code == 0
    assert first.out.startswith("ledger.example.org/tests\n")
    made = Checkpoint.objects.count()
    assert call("ledger", "checkpoint").out == first.out
    assert Checkpoint.objects.count() == made
    (tmp_path / "note.txt").write_text(first.out, encoding="utf-8")
    folder = tmp_path / "export"
    call("ledger", "export", str(folder))
    said = call("ledger", "verify", str(folder), "--checkpoint", str(tmp_path / "note.txt"))
    assert said.code == 0, said.out


def test_the_public_key_is_printed_and_nothing_is_signed() -> None:
    said = call("ledger", "checkpoint", "--key")
    assert said.out.startswith("ledger.example.org/tests+")
    assert "PRIVATE" not in said.out
    assert not Checkpoint.objects.exists()
