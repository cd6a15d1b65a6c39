"""A proof shows its entry to whoever has the key, and nothing else passes for one."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.error import LedgerError, ProofError, SignatureError, TreeError
from sharewell.ledger.inclusion import Inclusion, check_inclusion, prove, read_inclusion
from sharewell.ledger.reading import read_entries
from sharewell.ledger.signed import Trust
from tests.ledger.made import KEY, OTHER_KEY, TRUST, check, made

LEDGER = made(13, 5, 13)
NOTE = LEDGER.checkpoints[-1].note


def proof_of(sequence: int, note: str = NOTE) -> Inclusion:
    return prove(read_entries(LEDGER.lines), sequence, note)


@pytest.mark.parametrize("sequence", range(13))
def test_every_entry_is_proved(sequence: int) -> None:
    proof = proof_of(sequence)
    assert read_inclusion(proof.text) == proof
    assert check_inclusion(proof, TRUST).size == 13
    assert check_inclusion(proof, Trust((KEY,), check)).size == 13
    assert proof.says.startswith(f"Entry {sequence} of the ledger ledger.example.org/toys says: ")
    assert f", about row/{sequence}, " in proof.says
    assert "does not prove that what was recorded was true" in proof.says


def test_an_entry_is_proved_against_an_earlier_checkpoint() -> None:
    early = LEDGER.checkpoints[0].note
    assert check_inclusion(proof_of(4, early), TRUST).size == 5
    with pytest.raises(TreeError, match="has no leaf 5"):
        proof_of(5, early)


def test_an_entry_about_nothing_says_so() -> None:
    proof = proof_of(4)
    bare = replace(proof, line=proof.line.replace(b'"subject":"row/4"', b'"subject":""'))
    assert ", about" not in bare.says


def test_what_cannot_be_proved_from_the_entries() -> None:
    lines = LEDGER.lines
    with pytest.raises(TreeError, match="end after 6, before the 13"):
        prove(read_entries(lines[:8]), 3, NOTE)
    with pytest.raises(TreeError, match="end after 0"):
        prove([], 3, NOTE)
    lines[2] = b"nothing"
    with pytest.raises(TreeError, match="ledger:3: not a line of JSON"):
        prove(read_entries(lines, "ledger"), 3, NOTE)


@given(st.integers(0, 12), st.data())
def test_an_altered_proof_proves_nothing(sequence: int, data: st.DataObject) -> None:
    proof = proof_of(sequence)
    place = data.draw(st.integers(0, len(proof.path) - 1), "place")
    path = list(proof.path)
    path[place] = bytes(32)
    altered = data.draw(
        st.sampled_from(
            [
                replace(proof, path=tuple(path)),
                replace(proof, path=proof.path[:-1]),
                replace(proof, path=(*proof.path, bytes(32))),
                replace(proof, line=LEDGER.entries[(sequence + 1) % 13].line),
                replace(proof, line=proof.line.replace(b"organisation/1", b"organisation/2")),
                replace(proof, line=b"nothing"),
                replace(proof, note="nothing"),
                replace(proof, note=LEDGER.checkpoints[0].note),
            ]
        ),
        "altered",
    )
    with pytest.raises(ProofError):
        check_inclusion(altered, TRUST)


def test_a_proof_for_others() -> None:
    with pytest.raises(SignatureError):
        check_inclusion(proof_of(3), Trust((OTHER_KEY,), check))
    with pytest.raises(ProofError, match="another origin"):
        check_inclusion(proof_of(3), Trust((KEY,), check, "elsewhere"))


@pytest.mark.parametrize(
    "change",
    [
        {"path": "x"},
        {"path": [1]},
        {"path": ["00"]},
        {"path": ["x"]},
        {"inclusion": 2},
        {"entry": 1},
        {"checkpoint": 1},
    ],
)
def test_what_is_not_a_proof(change: dict[str, object]) -> None:
    told = json.loads(proof_of(3).text)
    with pytest.raises(ProofError):
        read_inclusion(json.dumps({**told, **change}).encode())


@given(st.text())
def test_any_entry_in_a_proof(entry: str) -> None:
    told = json.loads(proof_of(3).text)
    with pytest.raises(LedgerError):
        check_inclusion(read_inclusion(json.dumps({**told, "entry": entry}).encode()), TRUST)
