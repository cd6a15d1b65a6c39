"""Restore a deployment from a backup: read whole and checked first, then put in place, then the ledger is verified."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from sharewell.casework.deployment.backup import DATABASE, FILES, KEYS, Contents, read_back
from sharewell.casework.deployment.chest import ChestError
from sharewell.casework.deployment.dump import holds_something, load
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.ledger.verify import Report
from sharewell.register.ledger_row import Checkpoint


class WouldOverwrite(Exception):  # noqa: N818  it says what would happen
    """There is a record here already, and nobody said that it may be replaced."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, what verification of the ledger says, and what is still to be done, in plain words.

    signed: whether the ledger has the checkpoint that the backup was made with.
    """

    contents: Contents
    report: Report
    to_do: tuple[str, ...]
    signed: bool

    @property
    def well(self) -> bool:
        """Whether the ledger verifies and holds the checkpoint that the backup was made with."""
        return self.report.clean and self.signed


def restore(source: Path, secret: bytes, *, over: bool = False) -> Restored:
    """Put a backup in the place of what is here.

    Nothing is touched before all of the backup was read and found whole. `over`: what is here may be replaced.

    Raises: WouldOverwrite; ChestError, DumpError; OSError.
    """
    if not over and (holds_something() or any(Path(settings.SHAREWELL_FILES).glob("*/*"))):
        raise WouldOverwrite
    Path(settings.DATA).mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sharewell-", dir=settings.DATA) as folder:
        with source.open("rb") as file:
            contents = read_back(file, secret, Path(folder))
        if contents.database != connection.vendor:
            raise ChestError(f"the backup is of {contents.database}, and this deployment has {connection.vendor}")
        load(Path(folder) / DATABASE)
        _files(Path(folder) / FILES)
        to_do = _keys(json.loads((Path(folder) / KEYS).read_bytes()))
    report = verify_ledger()
    signed = not contents.note or Checkpoint.objects.filter(note=contents.note).exists()
    return Restored(contents, report, to_do, signed)


def _files(laid: Path) -> None:
    """The contents of files, in the place of those that are here."""
    target = Path(settings.SHAREWELL_FILES)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    if laid.exists():
        shutil.copytree(laid, target, dirs_exist_ok=True)
        for path in target.rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)


def _keys(kept: dict[str, str]) -> tuple[str, ...]:
    """The deployment's own keys beside the database, where they do not come from the environment."""
    to_do = []
    for name, file, variable, now in (
        ("secret", "secret-key", "SHAREWELL_SECRET_KEY", settings.SECRET_KEY),
        ("ledger", "ledger-key", "SHAREWELL_LEDGER_KEY", settings.SHAREWELL_LEDGER_KEY),
    ):
        if kept[name] == now:
            continue
        if os.environ.get(variable):
            to_do.append(f"{variable} is another than when the backup was made: put the earlier one back.")
            continue
        path = Path(settings.DATA) / file
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
            out.write(kept[name])
        to_do.append(f"The {file} of the backup is in place: start the service anew.")
        if name == "ledger":  # what was restored is to be held against the key that signed it
            settings.SHAREWELL_LEDGER_KEY = kept[name]
    return tuple(to_do)
