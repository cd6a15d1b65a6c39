"""A backup is tested by restoring it: on another machine, with the same record and a ledger that verifies."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.deployment import ROOT, Deployment
from tests.faults.test_killed import kinds

PASSPHRASE = "correct horse battery staple"  # noqa: S105  it opens nothing


@pytest.fixture(params=kinds())
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Deployment, Deployment]]:
    """A deployment, and a new machine to restore it on."""
    with ExitStack() as stack:
        made = []
        for name in ("old", "new"):
            (tmp_path / name).mkdir()
            made.append(Deployment(tmp_path / name, request.param))
            stack.callback(made[-1].stop)
            del made[-1].environment["SHAREWELL_SECRET_KEY"]
        yield made[0], made[1]


def sharewell(deployment: Deployment, *arguments: object, passphrase: str = PASSPHRASE) -> tuple[int, str]:
    """Run one command as whoever runs that deployment; exit code and all it said."""
    done = subprocess.run(
        [sys.executable, "-c", "from sharewell.cli.main import main; main()", *map(str, arguments)],
        env={**deployment.environment, "SHAREWELL_BACKUP_PASSPHRASE": passphrase},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_what_was_backed_up_is_what_is_restored(two: tuple[Deployment, Deployment], tmp_path: Path) -> None:
    old, new = two
    old.work("prepare", "3")
    laid = old.folder / "files" / "ab" / "abcd-ef"
    laid.parent.mkdir(parents=True)
    laid.write_bytes(os.urandom(3_000_000))
    before = old.work("check")
    target = tmp_path / "monday.sharewell"

    code, said = sharewell(old, "backup", target)
    assert code == 0, said
    assert "read back and whole" in said
    assert target.stat().st_mode & 0o077 == 0
    assert b"Ashby" not in target.read_bytes()
    assert not list(old.folder.glob("sharewell-*"))
    code, said = sharewell(old, "backup", target)
    assert (code, "there is a file of that name" in said) == (2, True)

    code, said = sharewell(new, "restore", target, "--over", passphrase="not the passphrase at all")  # noqa: S106
    assert (code, "passphrase or key is not the right one" in said) == (2, True)
    code, said = sharewell(new, "restore", target)
    assert (code, "there is a record here already" in said) == (2, True)
    damaged = tmp_path / "damaged.sharewell"
    damaged.write_bytes(target.read_bytes()[:-2_000_000])
    code, said = sharewell(new, "restore", damaged, "--over")
    assert (code, "altered or cut off" in said) == (2, True)
    assert new.work("check")["size"] == 0, "nothing may be touched by a backup that is not whole"

    code, said = sharewell(new, "restore", target, "--over")
    assert code == 0, said
    assert "The ledger verifies" in said
    after = new.work("check")
    assert after == before
    assert (new.folder / "files" / "ab" / "abcd-ef").read_bytes() == laid.read_bytes()
    assert (new.folder / "secret-key").read_text() == (old.folder / "secret-key").read_text()
    again = new.work("prepare", "1")
    assert again["waiting"]
    assert new.work("check")["faults"] == []
    code, said = sharewell(new, "doctor", "--ledger")
    assert "The whole ledger verifies" in said
    assert "Every trigger and policy that protects the record is in place" in said


def test_a_backup_is_never_without_a_passphrase(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    deployment = Deployment(tmp_path / "old", "sqlite")
    code, said = sharewell(deployment, "backup", tmp_path / "x", passphrase="short")  # noqa: S106
    assert (code, "too short" in said) == (2, True)
    assert not (tmp_path / "x").exists()
