"""Notes, keys and checkpoints are those of C2SP: the published examples read, verify and are written the same."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.checkpoint import Checkpoint, open_checkpoint, read_checkpoint, sign_checkpoint
from sharewell.ledger.error import LedgerError, NoteError, SignatureError
from sharewell.ledger.key import PublicKey, read_key
from sharewell.ledger.note import MOST_SIGNATURES, Note, read_note
from tests.ledger.made import KEY, ORIGIN, OTHER_KEY, OTHER_PRIVATE, PRIVATE, check

#: The example of the reference implementation of signed notes, with a signature that holds.
NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
#: The example of c2sp.org/tlog-checkpoint.
SOFA = (
    "example.com/behind-the-sofa\n"
    "20852163\n"
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    "\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE"
    "+xeMcTOAYQ8=\n"
)
ROOT = bytes(range(32))


def test_the_published_note_verifies() -> None:
    key = read_key(NEUMANN)
    note = read_note(NOTE)
    assert note.whole == NOTE
    assert key.text == NEUMANN
    (signature,) = note.signatures
    assert (signature.name, signature.key_id) == (key.name, key.id)
    assert check(key.key, signature.value, note.text.encode())
    assert not check(key.key, signature.value, note.text.replace("your", "my").encode())


def test_the_published_key_id() -> None:
    """c2sp.org/signed-note, verifier keys."""
    key = PublicKey(
        "example.com/foo", bytes.fromhex("e932791ae6e7a840a46164c904786426d5e7821dd8b29a00d61cae72afdd4da4")
    )
    assert key.id.hex() == "530d903a"


def test_the_published_checkpoint_reads() -> None:
    note = read_note(SOFA)
    checkpoint = read_checkpoint(note.text)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert checkpoint.text == note.text
    assert note.whole == SOFA
    with pytest.raises(SignatureError, match="none of the keys"):
        open_checkpoint(SOFA, [KEY], check)


def test_a_checkpoint_is_opened_by_its_key() -> None:
    checkpoint = Checkpoint(ORIGIN, 7, ROOT)
    whole = sign_checkpoint(checkpoint, (KEY, PRIVATE.sign))
    assert open_checkpoint(whole, [KEY], check) == checkpoint
    assert open_checkpoint(whole, [OTHER_KEY, KEY], check) == checkpoint
    with pytest.raises(SignatureError, match="none of the keys"):
        open_checkpoint(whole, [OTHER_KEY], check)
    with pytest.raises(SignatureError, match="does not belong"):
        open_checkpoint(whole.replace("\n7\n", "\n8\n"), [KEY], check)


def test_two_keys_sign_while_keys_change_and_both_have_to_hold() -> None:
    checkpoint = Checkpoint(ORIGIN, 7, ROOT, ("a further line",))
    whole = sign_checkpoint(checkpoint, (KEY, PRIVATE.sign), (OTHER_KEY, OTHER_PRIVATE.sign))
    for keys in ([KEY], [OTHER_KEY], [KEY, OTHER_KEY]):
        assert open_checkpoint(whole, keys, check) == checkpoint
    forged = sign_checkpoint(checkpoint, (KEY, PRIVATE.sign), (OTHER_KEY, PRIVATE.sign))
    assert open_checkpoint(forged, [KEY], check) == checkpoint
    with pytest.raises(SignatureError, match="does not belong"):
        open_checkpoint(forged, [KEY, OTHER_KEY], check)
    with pytest.raises(NoteError, match="no signature"):
        sign_checkpoint(checkpoint)


@given(st.integers(0, 2**53), st.binary(min_size=32, max_size=32), st.lists(st.sampled_from(["x", "y z", "–"])))
def test_checkpoints_read_back(size: int, root: bytes, extensions: list[str]) -> None:
    checkpoint = Checkpoint(ORIGIN, size, root, tuple(extensions))
    assert read_checkpoint(checkpoint.text) == checkpoint


@pytest.mark.parametrize(
    "whole",
    [
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\n— a",
        "text\n\n\n",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— a AAAA\n",
        "text\n\n— a AAAAAA==\n",
        "text\n\n— a AAAAAAB=\n",
        "text\n\n— a AAAAA*A=\n",
        "text\n\n— a ÄÄÄÄ\n",
        "te\txt\n\n— a AAAAAAA=\n",
        "text\n\n" + "— a AAAAAAA=\n" * (MOST_SIGNATURES + 1),
    ],
)
def test_what_is_not_a_note(whole: str) -> None:
    with pytest.raises(NoteError):
        read_note(whole)


@pytest.mark.parametrize(
    "text",
    [
        "origin\n7\n",
        "origin\n7\nAAAA\n",
        f"origin\n07\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n-7\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n{'9' * 17}\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n7\n{base64.b64encode(ROOT).decode()}\n\n",
        f"an origin\n7\n{base64.b64encode(ROOT).decode()}\n",
        f"\n7\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n7\n{base64.b64encode(ROOT).decode()}",
        "",
    ],
)
def test_what_is_not_a_checkpoint(text: str) -> None:
    with pytest.raises(NoteError):
        read_checkpoint(text)


@pytest.mark.parametrize(("size", "root"), [(-1, ROOT), (1, b"")])
def test_a_checkpoint_that_cannot_be(size: int, root: bytes) -> None:
    with pytest.raises(NoteError, match="a size from 0"):
        Checkpoint(ORIGIN, size, root)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "written name"),
        ("name", "written name"),
        ("name+00000000", "written name"),
        ("name+00000000+AAAA", "not an Ed25519 key"),
        ("name+00000000+****", "not base 64"),
        ("name+00000000+AQAA", "32 bytes"),
        (NEUMANN.replace("c74f", "c75f"), "the id of the key"),
        (NEUMANN.replace("Peter", "Paul"), "the id of the key"),
        (NEUMANN.replace("Peter", "Peter "), "the name of a key"),
        (NEUMANN.replace("+ARpc", "+Apc"), "not base 64"),
    ],
)
def test_what_is_not_a_key(text: str, words: str) -> None:
    with pytest.raises(NoteError, match=words):
        read_key(text)


def test_a_key_in_a_file_may_have_space_around_it() -> None:
    assert read_key(f"  {NEUMANN}\r\n").text == NEUMANN


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_note, read_checkpoint, read_key):
        with contextlib.suppress(LedgerError):
            read(text)


def test_a_note_without_a_line_feed() -> None:
    with pytest.raises(NoteError, match="lines of text"):
        Note("text", ())
