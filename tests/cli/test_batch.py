"""`sharewell determine --batch`: JSON lines in and out."""

from __future__ import annotations

import json
from pathlib import Path

from sharewell.cli.day import today
from tests.cli.drive import Called, call

FRIEND = {"fire": "no", "recipient-kind": "friend", "owner-says": "no", "checks": "none"}


def batch(*lines: object, args: tuple[str, ...] = ("--on", "2026-01-01")) -> Called:
    """Run a batch; text stands as it is."""
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return call("determine", "--pack", "bicycle", "--batch", *args, stdin=text)


def test_each_line_is_answered_in_order_on_its_own_day() -> None:
    said = batch(
        {"id": "a", "facts": FRIEND},
        {"id": 2, "on": "2023-01-01", "facts": FRIEND},
        {"facts": {**FRIEND, "owner-says": "yes"}},
        {"id": "d", **FRIEND},
    )
    assert said.code == 0
    assert [(line["id"], line["on"], line["outcome"]) for line in said.lines] == [
        ("a", "2026-01-01", "must-not-share"),
        (2, "2023-01-01", "weigh"),
        (None, "2026-01-01", "should-share"),
        ("d", "2026-01-01", "must-not-share"),
    ]
    assert said.lines[0].keys() >= {"applied", "overridden", "safeguards", "bases", "instead", "open", "flips", "pack"}


def test_days_between_changes_give_the_same_answer_with_their_own_day() -> None:
    said = batch(*({"on": day, "facts": FRIEND} for day in ("2024-01-01", "2024-06-01", "2024-01-01")))
    assert [line["on"] for line in said.lines] == ["2024-01-01", "2024-06-01", "2024-01-01"]
    assert {line["outcome"] for line in said.lines} == {"must-not-share"}


def test_without_a_day_it_is_today() -> None:
    assert batch({"facts": FRIEND}, args=()).lines[0]["on"] == today().isoformat()


def test_a_bad_line_is_told_and_the_others_are_answered() -> None:
    said = batch(
        {"id": 1, "facts": FRIEND},
        {"id": "x", "facts": {"fier": "no"}},
        "{",
        "",
        "   ",
        {"id": 4, "facts": FRIEND},
        "null",
        "[1]",
    )
    assert said.code == 2
    assert [line["id"] for line in said.lines] == [1, "x", None, 4, None, None]
    assert said.lines[1]["error"] == {
        "line": 2,
        "column": 23,
        "code": "unknown-fact",
        "message": "there is no fact `fier`; did you mean `fire`?",
    }
    assert said.lines[2]["error"]["line"] == 3
    assert said.lines[4]["error"]["line"] == 7
    assert said.err.splitlines()[0].startswith("<stdin>:2:23: there is no fact `fier`")


def test_a_line_may_be_a_package() -> None:
    line = {
        "id": 1,
        "facts": {"fire": "no", "owner-says": "no"},
        "recipients": [{"name": "Alice", "recipient-kind": "friend"}],
    }
    (said,) = batch(line).lines
    assert said["packages"][0]["recipient"] == "Alice"


def test_bytes_that_are_not_utf8_and_lines_that_are_too_long() -> None:
    long = b'{"id": "' + b"x" * 5_000_001 + b'"}'
    good = json.dumps({"id": 3, "facts": FRIEND}).encode()
    said = call("determine", "--pack", "bicycle", "--batch", stdin=b"\n".join([b"\xff", long, good]))
    assert said.code == 2
    assert [line.get("error", {}).get("code") for line in said.lines] == ["not-utf-8", "too-large", None]


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps({"id": 1, "facts": FRIEND}) + "\n{\n", encoding="utf-8")
    said = call("determine", "--pack", "bicycle", "--batch", str(file))
    assert said.code == 2
    assert [line["id"] for line in said.lines] == [1, None]
    assert said.err.startswith(f"{file}:2:")
    assert call("determine", "--pack", "bicycle", "--batch", str(tmp_path / "gone")).code == 2
    assert call("determine", "--pack", "bicycle", "--batch", str(tmp_path)).code == 2


def test_nothing_in_nothing_out() -> None:
    said = batch()
    assert (said.code, said.out, said.err) == (0, "", "")
