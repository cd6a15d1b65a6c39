"""A chest: a file that is encrypted in pieces, so that it can be as long as it likes and nothing of it can be changed.

AES-256-GCM. Each piece is bound to its place, to the head of the file, and to whether it is the last: a chest that was
cut off, put together from two, or put in another order does not open.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"sharewell-backup-1\n"
PIECE = 1 << 20
_TAG = 16
_LONGEST_HEAD = 4096
#: What guessing one passphrase costs: about 128 MB and a third of a second.
_COST = {"n": 1 << 17, "r": 8, "p": 1}


class ChestError(Exception):
    """It is no chest, it was altered or cut off, or the secret is not the one that it was closed with."""


class ChestWriter:
    """Writes a chest. `close` writes the last piece; without it, the chest does not open."""

    def __init__(self, file: BinaryIO, secret: bytes) -> None:
        salt, prefix = secrets.token_bytes(16), secrets.token_bytes(4)
        head = {"kdf": "scrypt", **_COST, "salt": _text(salt), "prefix": _text(prefix)}
        line = MAGIC + json.dumps(head, sort_keys=True).encode("ascii") + b"\n"
        file.write(line)
        self._file = file
        self._pieces = _Pieces(_key(secret, salt, _COST), prefix, line)
        self._waiting = bytearray()

    def write(self, data: bytes) -> int:
        """Put data in."""
        self._waiting += data
        while len(self._waiting) > PIECE:  # one piece stays behind, because the last one is marked
            self._file.write(self._pieces.closed(bytes(self._waiting[:PIECE]), last=False))
            del self._waiting[:PIECE]
        return len(data)

    def close(self) -> None:
        """Write the last piece. The file beneath stays open."""
        self._file.write(self._pieces.closed(bytes(self._waiting), last=True))


class ChestReader:
    """Reads a chest from its beginning to its end.

    Raises: ChestError at once for what is no chest; from `read` for what was altered, cut off, or another secret.
    """

    def __init__(self, file: BinaryIO, secret: bytes) -> None:
        start = file.read(len(MAGIC))
        rest = file.readline(_LONGEST_HEAD)
        try:
            head = json.loads(rest)
            cost = {name: int(head[name]) for name in _COST}
            salt, prefix = base64.b64decode(head["salt"]), base64.b64decode(head["prefix"])
        except (ValueError, KeyError, TypeError):
            head = None
        if start != MAGIC or head is None or cost["n"] > 1 << 20 or cost["r"] > 16 or cost["p"] > 4:
            raise ChestError("it is not a backup that was made by this program")
        self._file = file
        self._pieces = _Pieces(_key(secret, salt, cost), prefix, start + rest)
        self._next = file.read(PIECE + _TAG)
        self._ready = b""
        self._at_end = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes, fewer only at the end."""
        found = bytearray(self._ready)
        while not self._at_end and (size < 0 or len(found) < size):
            piece, self._next = self._next, self._file.read(PIECE + _TAG)
            self._at_end = not self._next
            found += self._pieces.opened(piece, last=self._at_end)
        size = len(found) if size < 0 else size
        self._ready = bytes(found[size:])
        return bytes(found[:size])


class _Pieces:
    """Closes and opens pieces, one after the other."""

    def __init__(self, key: bytes, prefix: bytes, head: bytes) -> None:
        self._cipher = AESGCM(key)
        self._prefix = prefix
        self._head = hashlib.sha256(head).digest()
        self._count = 0

    def closed(self, piece: bytes, *, last: bool) -> bytes:
        return self._cipher.encrypt(self._nonce(), piece, self._bound(last=last))

    def opened(self, piece: bytes, *, last: bool) -> bytes:
        try:
            return self._cipher.decrypt(self._nonce(), piece, self._bound(last=last))
        except InvalidTag:
            raise ChestError(
                "the passphrase or key is not the right one"
                if self._count == 1
                else "the file was altered or cut off, or was copied badly"
            ) from None

    def _nonce(self) -> bytes:
        self._count += 1
        return self._prefix + self._count.to_bytes(8, "big")

    def _bound(self, *, last: bool) -> bytes:
        return self._head + (b"last" if last else b"more")


def _key(secret: bytes, salt: bytes, cost: dict[str, int]) -> bytes:
    return Scrypt(salt=salt, length=32, **cost).derive(secret)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
