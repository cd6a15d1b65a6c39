"""Exported ledgers as files: where they are, what signs for them, and the signature itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sharewell.cli.problem import Place, Problem, Refused, quoted, refusal
from sharewell.ledger.error import LedgerError
from sharewell.ledger.export import Header
from sharewell.ledger.key import PublicKey, read_key
from sharewell.ledger.reading import read_header

LEDGER, ROWS = "ledger.jsonl", "rows.jsonl"
#: No line is longer; a file without line feeds is read in pieces, which are then no entries.
_LONGEST = 1 << 24
#: Files that are read whole: keys, checkpoints, proofs.
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class ExportedLedger:
    """An exported ledger: its file, the rows' file if there is one, and what its first line says."""

    path: Path
    rows: Path | None
    header: Header

    def lines(self) -> Iterator[bytes]:
        """Its lines, from the start each time."""
        return lines_of(self.path)


def exported(written: str, rows: str | None = None) -> ExportedLedger:
    """The export at a path.

    Raises: Refused if there is none, or its first line is not that of an export.
    """
    path = Path(written)
    beside = Path(rows) if rows else None
    if path.is_dir():
        beside = beside or (path / ROWS if (path / ROWS).is_file() else None)
        path = path / LEDGER
    try:
        header = read_header(next(lines_of(path), b""))
        if beside is not None:
            next(lines_of(beside), b"")
    except LedgerError as error:
        place = Place(str(path), 1, 1)
        hint = "give a file that was written by an export of the ledger, or its folder"
        raise Refused([Problem(place, "not-a-ledger", error.what, "", hint)]) from None
    except OSError as error:
        raise _unreadable(error, str(path)) from None
    return ExportedLedger(path, beside, header)


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a file, each with its line feed."""
    with path.open("rb") as file:
        while line := file.readline(_LONGEST):
            yield line


def whole_of(written: str) -> bytes:
    """A small file.

    Raises: Refused if it cannot be read, or is not small.
    """
    try:
        with Path(written).open("rb") as file:
            text = file.read(_LARGEST + 1)
    except OSError as error:
        raise _unreadable(error, written) from None
    if len(text) > _LARGEST:
        raise refusal(written, "too-large", "the file is larger than one mebibyte", hint="is it the right one?")
    return text


def keys_of(written: str) -> tuple[PublicKey, ...]:
    """The public keys in a file: one a line, `name+id+key`; lines that begin with # are passed over.

    Raises: Refused, with every line that is not a key.
    """
    text = whole_of(written).decode("utf-8", "replace")
    found, problems = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            try:
                found.append(read_key(line))
            except LedgerError as error:
                problems.append(Problem(Place(written, number, 1), "not-a-key", error.what, quoted(line)))
    if problems:
        raise Refused(problems)
    if not found:
        raise refusal(written, "no-key", "there is no key in it", hint="a key is one line: name+id+key")
    return tuple(found)


def check_signature(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether a signature is one of Ed25519 by this key over this message."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _unreadable(error: OSError, written: str) -> Refused:
    return refusal(str(error.filename or written), "unreadable", f"it cannot be read: {error.strerror or error}")
