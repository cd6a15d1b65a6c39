"""Where the content of files lies: in a folder of our own outside everything that is served, one file a row.

The name on disk is the digest of the content and the random address of the row, so that it tells nobody anything, the
same paper held for two children is two files, and erasing one leaves the other.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Collection, Iterator
from pathlib import Path

from django.conf import settings


class Damaged(Exception):  # noqa: N818  it says what the file is
    """A file is not there, or its content is not what was put there."""


def digest_of(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def put(row: uuid.UUID, content: bytes) -> str:
    """Lay a content down, safely on disk before this returns; its digest."""
    digest = digest_of(content)
    path = _path(row, digest)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    laid = path.with_suffix(".new")
    descriptor = os.open(laid, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    laid.replace(path)
    return digest


def taken(row: uuid.UUID, digest: str) -> bytes:
    """The content of a row.

    Raises: Damaged if it is gone, or is not what the digest says.
    """
    try:
        content = _path(row, digest).read_bytes()
    except OSError:
        raise Damaged("the content of a file is not there") from None
    if digest_of(content) != digest:
        raise Damaged("the content of a file is not what was put there")
    return content


def remove(row: uuid.UUID, digest: str) -> None:
    """Take a content away, for erasure. Nothing happens if it is gone already."""
    _path(row, digest).unlink(missing_ok=True)


def strays(rows: Collection[uuid.UUID]) -> Iterator[Path]:
    """Files that belong to none of these rows: what a transaction left that was never finished."""
    known = {each.hex for each in rows}
    yield from (path for path in _root().glob("??/*") if path.stem.partition("-")[2] not in known)


def _root() -> Path:
    return Path(settings.SHAREWELL_FILES)


def _path(row: uuid.UUID, digest: str) -> Path:
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise Damaged("that is no digest")
    return _root() / digest[:2] / f"{digest}-{row.hex}"
