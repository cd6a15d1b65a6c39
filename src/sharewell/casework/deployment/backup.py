"""Back a deployment up: database, files, keys, a signed checkpoint, in one encrypted file that is read back at once."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, cast

from django.conf import settings
from django.db import connection, transaction

from sharewell import __version__
from sharewell.casework.checkpoint import checkpoint
from sharewell.casework.deployment.chest import ChestError, ChestReader, ChestWriter
from sharewell.casework.deployment.dump import dump
from sharewell.register.ledger_row import Checkpoint

DATABASE, FILES, KEYS, MANIFEST = "database", "files", "keys.json", "manifest.json"
#: Beside the database, the moment of the latest backup, for `sharewell doctor`.
LATEST = "latest-backup"
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says of itself: when it was made, of which kind of database, and the digest of each part."""

    made_at: str
    version: str
    database: str
    note: str
    parts: dict[str, str]


def backup(to: Path, secret: bytes, *, at: datetime) -> Contents:
    """Write the backup, and read all of it back before it gets its name.

    Raises: DumpError, ChestError; FileExistsError if there is one of that name; OSError.
    """
    if to.exists():
        raise FileExistsError(to)
    with transaction.atomic():
        checkpoint(at)
    unfinished = to.with_name(f"{to.name}.unfinished")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        contents = _written(file, secret, at)
        file.flush()
        os.fsync(file.fileno())
    with unfinished.open("rb") as file:
        read_back(file, secret)
    unfinished.replace(to)
    (Path(settings.DATA) / LATEST).write_text(at.isoformat(), encoding="ascii")
    return contents


def read_back(file: IO[bytes], secret: bytes, into: Path | None = None) -> Contents:
    """Read a backup to its end and hold each part against its digest; lay the parts into a folder if one is given.

    Raises: ChestError for a part that is not what was written, or is missing.
    """
    found: dict[str, str] = {}
    manifest: dict[str, object] = {}
    reader = cast(IO[bytes], ChestReader(cast(io.BufferedReader, file), secret))
    with tarfile.open(fileobj=reader, mode="r|") as archive:
        for member in archive:
            part = archive.extractfile(member)
            if part is None or not _is_ours(member.name):
                raise ChestError("it holds something that no backup holds")
            if member.name == MANIFEST:
                manifest = json.loads(part.read())
            else:
                found[member.name] = _laid(part, into / member.name if into else None)
    while reader.read(_STEP):  # to the last piece, whose mark says that nothing was cut off
        pass
    if not manifest or manifest["parts"] != found:
        raise ChestError("a part of it is missing, or is not what was written")
    return Contents(**manifest)  # type: ignore[arg-type]  # the manifest is as `_written` wrote it


def _written(file: IO[bytes], secret: bytes, at: datetime) -> Contents:
    chest = ChestWriter(cast(io.BufferedWriter, file), secret)
    parts: dict[str, str] = {}
    with tarfile.open(fileobj=cast(IO[bytes], chest), mode="w|") as archive:
        with tempfile.TemporaryDirectory(prefix="sharewell-", dir=settings.DATA) as folder:
            database = Path(folder) / DATABASE
            dump(database)
            parts[DATABASE] = _added(archive, DATABASE, database)
        for path in _files():
            name = f"{FILES}/{path.relative_to(settings.SHAREWELL_FILES).as_posix()}"
            parts[name] = _added(archive, name, path)
        keys = json.dumps({"secret": settings.SECRET_KEY, "ledger": settings.SHAREWELL_LEDGER_KEY}).encode()
        parts[KEYS] = _put(archive, KEYS, keys)
        note = Checkpoint.objects.order_by("-size", "-at").values_list("note", flat=True).first() or ""
        contents = Contents(at.isoformat(), __version__, connection.vendor, note, parts)
        told = {name: getattr(contents, name) for name in contents.__slots__}
        _put(archive, MANIFEST, json.dumps(told, sort_keys=True).encode())
    chest.close()
    return contents


def _files() -> Iterator[Path]:
    root = Path(settings.SHAREWELL_FILES)
    return (path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix != ".new")


def _added(archive: tarfile.TarFile, name: str, path: Path) -> str:
    """Put a file in; its digest."""
    with path.open("rb") as file:
        about = tarfile.TarInfo(name)
        about.size = os.fstat(file.fileno()).st_size
        summed = _Summed(file)
        archive.addfile(about, cast(IO[bytes], summed))
        return summed.digest.hexdigest()


def _put(archive: tarfile.TarFile, name: str, data: bytes) -> str:
    about = tarfile.TarInfo(name)
    about.size = len(data)
    archive.addfile(about, io.BytesIO(data))
    return hashlib.sha256(data).hexdigest()


def _laid(part: IO[bytes], path: Path | None) -> str:
    """Read a part through, into a file if there is a place for it; its digest."""
    digest = hashlib.sha256()
    if path is not None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(os.devnull if path is None else path, "wb") as file:  # noqa: PTH123  one call for both
        while data := part.read(_STEP):
            digest.update(data)
            file.write(data)
    return digest.hexdigest()


def _is_ours(name: str) -> bool:
    """Whether a part has a name that a backup gives: none that leads out of the folder."""
    path = Path(name)
    inside = not path.is_absolute() and ".." not in path.parts
    return inside and (name in (DATABASE, KEYS, MANIFEST) or path.parts[:1] == (FILES,))


class _Summed:
    """A file whose digest is made while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data
