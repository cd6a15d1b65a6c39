"""`sharewell ledger`: verify and prove from files alone; what is wrong is named, what cannot be used is said so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sharewell.ledger.fault import Code
from tests.cli.drive import call
from tests.ledger.made import KEY, OTHER_KEY, Made, act, made, recorded

LEDGER = made(20, 5, 10, 20)


def written(folder: Path, lines: list[bytes], rows: list[bytes] | None = None) -> str:
    """An export in a folder, with its key and a checkpoint beside."""
    (folder / "ledger.jsonl").write_bytes(b"".join(lines))
    if rows is not None:
        (folder / "rows.jsonl").write_bytes(b"".join(rows))
    (folder / "known.key").write_text(f"# the council's\n\n{KEY.text}\n", encoding="utf-8")
    (folder / "other.key").write_text(OTHER_KEY.text, encoding="utf-8")
    for each in LEDGER.checkpoints:
        (folder / f"at-{each.size}.txt").write_text(each.note, encoding="utf-8")
    return str(folder)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return written(tmp_path, LEDGER.lines, LEDGER.rows)


def test_an_honest_export(folder: str) -> None:
    said = call("ledger", "verify", folder, "--key", f"{folder}/known.key")
    assert said.code == 0
    assert "✓ ledger.example.org/toys: 20 entries, 3 checkpoints agree, 20 rows looked at." in said.out
    assert "Not shown by this: that what was recorded was true" in said.out
    assert "export's own" not in said.out


def test_the_export_s_own_key_is_said_to_be_that(folder: str) -> None:
    said = call("ledger", "verify", f"{folder}/ledger.jsonl")
    assert said.code == 0
    assert "this does not show who signed" in said.out
    assert "rows" not in said.out
    rows = call("ledger", "verify", f"{folder}/ledger.jsonl", "--rows", f"{folder}/rows.jsonl")
    assert "20 rows looked at" in rows.out


def test_every_fault_is_named_and_the_exit_code_is_1(tmp_path: Path) -> None:
    entries = [replace(each, actor="practitioner/9") if each.sequence == 7 else each for each in LEDGER.entries]
    del entries[3]
    folder = written(tmp_path, LEDGER.exported(entries), LEDGER.rows[:-1])
    said = call("ledger", "verify", folder, "--key", f"{folder}/known.key")
    assert said.code == 1
    assert "entry 3: missing: " in said.out
    assert f"{folder}/ledger.jsonl:9 entry 7 (consent-recorded, row/7): altered: " in said.out
    assert f"{folder}/rows.jsonl:4 entry 3 (row/3): row-without-entry: " in said.out
    assert "entry 19 (consent-recorded, row/19): row-gone: " in said.out
    assert "✗ ledger.example.org/toys: 20 entries, 3 checkpoints agree" in said.out
    assert said.err.endswith("4 things wrong.\n")


def test_for_machines(tmp_path: Path) -> None:
    folder = written(tmp_path, LEDGER.exported(LEDGER.entries[:17]))
    said = call("ledger", "verify", folder, "--format", "json")
    assert said.code == 1
    (fault,) = said.data["faults"]
    assert said.data == {
        "origin": "ledger.example.org/toys",
        "clean": False,
        "entries": 17,
        "checkpoints": 2,
        "unsigned": 7,
        "rows": 0,
        "own_key": True,
        "untold": 0,
        "faults": [fault],
    }
    assert fault == {
        "code": "truncated",
        "what": "20 entries were signed for, and the export ends after 17",
        "do": Code.TRUNCATED.advice,
        "file": f"{folder}/ledger.jsonl",
        "line": 21,
        "sequence": 17,
        "through": 19,
        "kind": "",
        "subject": "",
    }


def test_what_comes_after_the_last_checkpoint_is_said(tmp_path: Path) -> None:
    said = call("ledger", "verify", written(tmp_path, made(20, 19).lines))
    assert said.code == 0
    assert "1 entry comes after the last checkpoint that agrees; what was cut off there cannot be seen." in said.out


def test_more_faults_than_are_told(tmp_path: Path) -> None:
    folder = written(tmp_path, [*LEDGER.lines, *[b"nothing\n"] * 1100])
    said = call("ledger", "verify", folder)
    assert said.code == 1
    assert "… and 100 more of the same kinds." in said.out
    assert "1100 things wrong." in said.err


def test_another_key(folder: str) -> None:
    said = call("ledger", "verify", folder, "--key", f"{folder}/other.key")
    assert said.code == 1
    assert said.out.count("bad-signature") == 3


def test_a_checkpoint_that_was_kept_shows_what_the_key_alone_does_not(tmp_path: Path) -> None:
    """Whoever holds the key writes all of it anew, and signs it; somebody has kept a checkpoint."""
    anew = recorded([act(i, actor="practitioner/9") if i == 7 else act(i) for i in range(20)], (5, 20))
    folder = written(tmp_path, Made(anew.entries, anew.checkpoints).lines)
    key = ("--key", f"{folder}/known.key")
    assert call("ledger", "verify", folder, *key).code == 0
    kept = call("ledger", "verify", folder, *key, "--checkpoint", f"{folder}/at-10.txt")
    assert kept.code == 1
    assert f"{folder}/at-10.txt:1: split-view: " in kept.out
    assert call("ledger", "verify", folder, *key, "--checkpoint", f"{folder}/at-5.txt").code == 0


def test_a_checkpoint_that_was_kept_shows_what_was_cut_off(tmp_path: Path) -> None:
    folder = written(tmp_path, made(10, 10).lines)
    said = call("ledger", "verify", folder, "--checkpoint", f"{folder}/at-20.txt", "--checkpoint", f"{folder}/at-5.txt")
    assert said.code == 1
    assert f"{folder}/at-20.txt:1 entries 10 to 19: truncated: " in said.out


def test_moments_may_go_back_as_far_as_is_allowed(tmp_path: Path) -> None:
    early = recorded([act(0), act(1, at=act(0).at.replace(hour=8, minute=59)), act(2)], [3])
    folder = written(tmp_path, early.lines)
    assert call("ledger", "verify", folder).code == 0
    said = call("ledger", "verify", folder, "--tolerance", "30")
    assert (said.code, "entry 1 (record-viewed, row/1): back-dated: " in said.out) == (1, True)


# -- proofs ----------------------------------------------------------------------------------------------------------


def test_a_proof_is_made_and_checked_without_the_ledger(folder: str) -> None:
    made_now = call("ledger", "prove", folder, "7", "--to", f"{folder}/proof.json")
    assert made_now.code == 0
    assert made_now.out.startswith("Entry 7 of the ledger ledger.example.org/toys says: consent-recorded")
    checked = call("ledger", "verify", "--proof", f"{folder}/proof.json", "--key", f"{folder}/known.key")
    assert checked.code == 0
    assert checked.out == f"✓ {made_now.out}"
    piped = call("ledger", "prove", folder, "7", "--key", f"{folder}/known.key")
    assert piped.out.encode() == Path(folder, "proof.json").read_bytes()
    assert piped.err == made_now.out
    beside = call("ledger", "verify", folder, "--proof", f"{folder}/proof.json")
    assert "does not show who signed" in beside.out


def test_a_proof_that_proves_nothing(folder: str) -> None:
    call("ledger", "prove", folder, "7", "--to", f"{folder}/proof.json")
    proof = Path(folder, "proof.json")
    told = json.loads(proof.read_text(encoding="utf-8"))
    proof.write_text(json.dumps({**told, "entry": told["entry"].replace("practitioner/1", "practitioner/2")}))
    said = call("ledger", "verify", "--proof", str(proof), "--key", f"{folder}/known.key")
    assert said.code == 1
    assert "the way from the entry does not lead to the root that was signed" in said.err
    other = call("ledger", "verify", "--proof", str(proof), "--key", f"{folder}/other.key")
    assert (other.code, "none of the keys given has signed it" in other.err) == (1, True)


def test_a_proof_against_the_checkpoint_that_was_kept(folder: str) -> None:
    call("ledger", "prove", folder, "7", "--to", f"{folder}/proof.json")
    args = ("ledger", "verify", "--proof", f"{folder}/proof.json", "--key", f"{folder}/known.key", "--checkpoint")
    assert call(*args, f"{folder}/at-20.txt").code == 0
    said = call(*args, f"{folder}/at-10.txt")
    assert (said.code, "another checkpoint than was kept" in said.err) == (1, True)


def test_nothing_is_proved_from_an_export_that_is_not_in_order(tmp_path: Path) -> None:
    entries = [replace(each, actor="practitioner/9") if each.sequence == 3 else each for each in LEDGER.entries]
    folder = written(tmp_path, LEDGER.exported(entries))
    said = call("ledger", "prove", folder, "7")
    assert (said.code, said.out) == (1, "")
    assert "Run `sharewell ledger verify`" in said.err
    folder = written(tmp_path, LEDGER.exported(LEDGER.entries[:12]))
    said = call("ledger", "prove", folder, "7")
    assert (said.code, "the entries end after 12" in said.err) == (1, True)


# -- what cannot be used ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("verify",), "nothing to verify"),
        (("verify", "gone"), "gone: it cannot be read: No such file"),
        (("verify", "rows.jsonl"), "rows.jsonl:1:1: it is not the first line of a ledger"),
        (("verify", "empty"), "ledger.jsonl: it cannot be read"),
        (("verify", ".", "--rows", "gone"), "gone: it cannot be read"),
        (("verify", ".", "--key", "gone"), "gone: it cannot be read"),
        (("verify", ".", "--key", "at-5.txt"), "at-5.txt:1:1: a public key is written name+id+key"),
        (("verify", ".", "--key", "no.key"), "there is no key in it"),
        (("verify", ".", "--checkpoint", "gone"), "gone: it cannot be read"),
        (("verify", ".", "--key", "large"), "larger than one mebibyte"),
        (("verify", "--proof", "proof.json"), "there is no key to check it with"),
        (("verify", "--proof", "at-5.txt", "--key", "known.key"), "at-5.txt: it is not JSON"),
        (("verify", ".", "--tolerance", "-1"), "--tolerance"),
        (("prove", "."), "SEQUENCE"),
        (("prove", ".", "x"), "SEQUENCE"),
        (("prove", ".", "20"), "the last checkpoint is about 20 entries, and entry 20 is not among them"),
        (("prove", ".", "3", "--key", "other.key"), "no checkpoint in it is signed by a key that is trusted"),
        (("prove", ".", "3", "--to", "gone/proof.json"), "it cannot be written"),
    ],
)
def test_what_cannot_be_used(folder: str, args: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    Path("empty").mkdir()
    Path("no.key").write_text("# none\n", encoding="utf-8")
    Path("large").write_bytes(b"x" * (1 << 20) + b"x")
    said = call("ledger", *args)
    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err


def test_checkpoints_that_are_of_no_use_to_a_proof_are_passed_over(tmp_path: Path) -> None:
    lines = [*LEDGER.lines, b'{"checkpoint":1}\n', b'{"checkpoint":"x","frontier":[],"last":""}\n']
    assert call("ledger", "prove", written(tmp_path, lines), "7").code == 0


def test_no_control_character_of_a_file_reaches_the_terminal(tmp_path: Path) -> None:
    folder = written(tmp_path, [*LEDGER.lines, b"\x1b[2Jnothing\n"], [b'{"sequence":1,"subject":"\x1b[2J"}\n'])
    said = call("ledger", "verify", folder)
    assert said.code == 1
    assert "\x1b" not in said.out + said.err
