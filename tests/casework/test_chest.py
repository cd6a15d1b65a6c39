"""A chest opens with its own secret, whole and unaltered, or not at all."""

from __future__ import annotations

import io
import random

import pytest

from sharewell.casework.deployment import chest
from sharewell.casework.deployment.chest import PIECE, ChestError, ChestReader, ChestWriter

SECRET = b"correct horse battery staple"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing is cheap here."""
    monkeypatch.setattr(chest, "_COST", {"n": 2, "r": 8, "p": 1})


def closed(data: bytes, step: int = 300_000) -> bytes:
    """Data in a chest."""
    file = io.BytesIO()
    writer = ChestWriter(file, SECRET)
    for at in range(0, len(data), step):
        writer.write(data[at : at + step])
    writer.close()
    return file.getvalue()


def opened(whole: bytes, secret: bytes = SECRET, step: int = -1) -> bytes:
    """What is in a chest."""
    reader = ChestReader(io.BytesIO(whole), secret)
    found = b""
    while data := reader.read(step):
        found += data
    return found


def some(size: int) -> bytes:
    return random.Random(size).randbytes(size)  # noqa: S311  it only has to differ


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])
@pytest.mark.parametrize("step", [-1, 65_536, PIECE])
def test_what_went_in_comes_out(size: int, step: int) -> None:
    data = some(size)
    assert opened(closed(data), step=step) == data


def test_another_secret_opens_nothing() -> None:
    with pytest.raises(ChestError, match="passphrase or key"):
        opened(closed(b"bruises"), b"correct horse battery stapler")


def test_what_is_inside_cannot_be_read_from_outside() -> None:
    assert b"bruises" not in closed(b"bruises" * 1000)
    assert closed(b"bruises") != closed(b"bruises")


@pytest.mark.parametrize("cut", [1, 16, PIECE, PIECE + 16, 2 * PIECE + 32])
def test_what_was_cut_off_does_not_open(cut: int) -> None:
    with pytest.raises(ChestError):
        opened(closed(some(3 * PIECE))[:-cut])


@pytest.mark.parametrize("at", [0, 25, 60, 300, PIECE, 2 * PIECE, -1])
def test_what_was_altered_does_not_open(at: int) -> None:
    whole = bytearray(closed(some(3 * PIECE)))
    whole[at] ^= 1
    with pytest.raises(ChestError):
        opened(bytes(whole))


def test_pieces_in_another_order_or_of_another_chest_do_not_open() -> None:
    whole = closed(some(3 * PIECE))
    start = len(whole) - 3 * (PIECE + 16)
    head, pieces = whole[:start], [whole[start + n * (PIECE + 16) :][: PIECE + 16] for n in range(3)]
    assert opened(head + b"".join(pieces)) == some(3 * PIECE)
    other = closed(some(3 * PIECE))[start:]
    for bad in (pieces[1] + pieces[0] + pieces[2], pieces[0] + pieces[2], other, b"".join(pieces) + pieces[2]):
        with pytest.raises(ChestError):
            opened(head + bad)


@pytest.mark.parametrize("letter", [b"", b"Dear all", chest.MAGIC, chest.MAGIC + b"{}\n", chest.MAGIC + b"[1]\n"])
def test_what_is_no_chest_is_said_to_be_none(letter: bytes) -> None:
    with pytest.raises(ChestError, match="not a backup"):
        opened(letter)


def test_a_chest_that_would_take_all_memory_is_refused() -> None:
    whole = closed(b"x").replace(b'"n": 2', b'"n": 99999999')
    with pytest.raises(ChestError, match="not a backup"):
        opened(whole)
