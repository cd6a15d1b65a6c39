"""Bad input: always exit code 2 with a place and what to do, never a traceback, whatever the bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.cli.drive import call, toy

DEEP = 100_000


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("fier: no", "<stdin>:1:1", "no fact `fier`; did you mean `fire`?"),
        ("fire: maybe", "<stdin>:1:7", "`fire` has no answer `maybe`; write one of yes, no, not-known"),
        ("fire: No", "<stdin>:1:7", "did you mean `no`?"),
        ("fire: Yes, it is burning", "<stdin>:1:7", "did you mean `yes`?"),
        ("fire: unknown", "<stdin>:1:7", "did you mean `not-known`?"),
        ("owner-says: not asked", "<stdin>:1:13", "did you mean `not-asked`?"),
        ("owner_says: no", "<stdin>:1:1", "did you mean `owner-says`?"),
        ("fire: 1", "<stdin>:1:7", "`fire` has no answer `1`"),
        ("fire:", "<stdin>:1:", "has no answer here; leave the fact out if nobody asked"),
        ("fire: null", "<stdin>:1:7", "has no answer here"),
        ('{"fire": null}', "<stdin>:1:10", "has no answer here"),
        ('{"recipient-kind": true}', "<stdin>:1:20", "has no answer `true`"),
        ('{"fire": 1}', "<stdin>:1:10", "has no answer `1`"),
        ('{"fire": ["no"]}', "<stdin>:1:10", "takes one answer, and this is a list"),
        ("fire: {a: b}", "<stdin>:1:7", "takes one answer, and this is a mapping"),
        ("fire: no\nfire: yes", "<stdin>:2:1", "`fire` is here twice"),
        ('{"fire": "no",\n "fire": "yes"}', "<stdin>:2:2", "`fire` is here twice; first in line 1"),
        ("fire: no\nfacts: {fire: yes}", "<stdin>:2:9", "`fire` is here twice"),
        ("on: 2026-02-30", "<stdin>:1:5", "not a day; write a day as year-month-day"),
        ("on: 1 May 2026", "<stdin>:1:5", "not a day"),
        ("", "<stdin>", "there is nothing in it"),
        (" \n\n", "<stdin>", "there is nothing in it"),
        ("# only this", "<stdin>", "nothing in it but comments"),
        ("[]", "<stdin>:1:1", "this is a list"),
        ("fire", "<stdin>:1:1", "this is a word"),
        ("12", "<stdin>:1:1", "this is a number"),
        ('{"fire": "no",}', "<stdin>:1:15", "take out the comma"),
        ('{"fire": "no"', "<stdin>:1:14", "it ends too early"),
        ('{"fire": no}', "<stdin>:1:10", "between double quotes"),
        ('{"fire": "no"} {}', "<stdin>:1:16", "something stands after the end"),
        ('{"fire" "no"}', "<stdin>:1:9", "missing before this"),
        ('{"fire": "\\ud800"}', "<stdin>:1:10", "half a character"),
        ('{"fire": "\\q"}', "<stdin>:1:10", "wrong `\\`"),
        ("a: &x 1", "<stdin>:1:4", "anchors are not used here"),
        ("a: !!python/object/apply:os.system [ls]", "<stdin>:1:4", "tags are not used here"),
        ("fire: no\n---\nfire: yes", "<stdin>:2:1", "second document"),
        ("fire: [no", "<stdin>:", "cannot be read"),
        ("items: {}", "<stdin>:1:8", "`items` is a list, and this is a mapping; start each with a dash"),
        ("items: []", "<stdin>:1:8", "an empty list"),
        ("items: [no]", "<stdin>:1:9", "this is a word"),
        ("items: [{name: [a]}]", "<stdin>:1:16", "a name is one line of text"),
        ("items: [{name: a}, {name: a}]", "<stdin>:1:20", "two are called `a`"),
        ("facts: no", "<stdin>:1:8", "`facts` holds facts with their answers"),
        ("items: [{fire: no}]\nrecipients: [{fire: yes}]", "<stdin>:1:1", "answer `fire` differently"),
        ("{" * DEEP, "<stdin>:1:2", "`{` cannot stand here"),
        ("[" * DEEP, "<stdin>:1:", "deep"),
        ('{"a":' * DEEP, "<stdin>:1:", "deep"),
        ("fire: " + "9" * 10_000, "<stdin>:1:7", "…`"),
    ],
)
def test_it_says_where_and_what(text: str, place: str, words: str) -> None:
    said = toy("-", stdin=text)
    assert said.code == 2
    assert said.out == ""
    assert place in said.err
    assert words in said.err


def test_all_problems_come_at_once() -> None:
    said = toy("-", stdin="fier: no\nowner-says: perhaps\nchecks: 3\n")
    assert [line.split(": ")[0] for line in said.err.splitlines()] == ["<stdin>:1:1", "<stdin>:2:13", "<stdin>:3:9"]


@pytest.mark.parametrize(
    ("raw", "place"),
    [(b"fire: no\nx: \xff\n", "<stdin>:2:4"), (b"\xfe\xff\x00f", "<stdin>:1:1"), (b"fire: \xc3", "<stdin>:1:7")],
)
def test_bytes_that_are_not_utf8(raw: bytes, place: str) -> None:
    said = toy("-", stdin=raw)
    assert said.code == 2
    assert said.err.startswith(f"{place}: this is not UTF-8")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "there is no such file" in toy(str(tmp_path / "gone.yaml")).err
    assert "this is a folder" in toy(str(tmp_path)).err
    assert "its name cannot be used" in toy("a\0b").err
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * 5_000_001)
    assert "larger than 5 MB" in toy(str(huge)).err
    assert {toy(str(each)).code for each in (tmp_path / "gone.yaml", tmp_path, huge)} == {2}


def test_a_name_in_json_or_yaml_decides_the_reader(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text("fire: no\n", encoding="utf-8")
    assert f"{file}:1:1" in toy(str(file)).err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--on", "2026-13-01", "fire=no"), "--on: `2026-13-01` is not a day"),
        (("--on", "tomorrow", "fire=no"), "--on: `tomorrow` is not a day"),
        (("--on", "\uff12026-01-01", "fire=no"), "is not a day"),
        (("--pack", "bycicle", "fire=no"), "there is no such pack; did you mean `bicycle`?"),
        (("--pack", "no/such/place", "fire=no"), "there is no such pack"),
        (("--pack", "bicycle@1999.1", "fire=no"), "has no release 1999.1"),
        (("--pack", "gone.json", "fire=no"), "there is no such release"),
        (("--pack", "a\0b", "fire=no"), "pack"),
        (("--without", "mend-frist", "fire=no"), "did you mean `mend-first`?"),
        (("--without", "@repairs", "fire=no"), "did you mean `@repair`?"),
        (("fier=no",), "fier=no: there is no fact `fier`; did you mean `fire`?"),
        (("fire=no", "fire=yes"), "is typed twice"),
        (("fire=",), "has no answer"),
        ((), "Name a file"),
        (("a.yaml", "b.yaml"), "Name one file"),
        (("--format", "xml", "fire=no"), "xml"),
        (("--bogus",), "bogus"),
        (("--batch", "fire=no"), "JSON lines"),
    ],
)
def test_bad_options(args: tuple[str, ...], words: str) -> None:
    said = call("determine", *(() if "--pack" in args else ("--pack", "bicycle")), *args)
    assert said.code == 2
    assert words in said.err


def test_a_damaged_release(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    for text in ("", "{}", "[" * DEEP, '{"format":"sharewell-pack/1"}', "\xff"):
        file.write_text(text, encoding="latin-1")
        said = call("determine", "--pack", str(file), "fire=no")
        assert (said.code, "not a release" in said.err) == (2, True), text[:20]


def test_a_pack_with_problems_tells_them_all(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('[pack]\nname = "x"\n', encoding="utf-8")
    (tmp_path / "facts.yaml").write_text("- fact: a\n  questoin: b\n", encoding="utf-8")
    said = call("determine", "--pack", str(tmp_path), "fire=no")
    assert said.code == 2
    assert "pack.toml" in said.err


def test_what_is_quoted_back_cannot_move_the_terminal() -> None:
    said = toy("-", stdin=json.dumps({"\x1b[2J": "no", "fire": "\x1b]0;x\x07", "items": [{"name": "\x1b[31m"}]}))
    assert said.code == 2
    assert "\x1b" not in said.err
    said = toy("\x1b[2J=no")
    assert "\x1b" not in said.err


#: Pieces that come near to a file of answers, so that the fuzz reaches past the first check.
PIECES = st.sampled_from(
    ["fire", "owner-says", "checks", "recipient-kind", "items", "recipients", "facts", "on", "id", "name", "yes", "no",
     "true", "null", "not-known", "2026-01-01", ":", ": ", "-", "- ", "\n", "\n  ", " ", ",", "{", "}", "[", "]", '"',
     "'",
     "\\", "\\u", "d83d", "#", "&a", "*a", "!!", "%", "@", "`", "|", ">", "?", "\t", "\r", "\0", "\x85", "\u2028", "é",
     "\U0001f600", "1e999", "-0", "0x1f", "---", "...", "<<", "\ufeff"]
)  # fmt: skip
PLACED = re.compile(r"^(<stdin>|[^:]+)(:\d+:\d+)?: .+")


def well_behaved(raw: bytes) -> None:
    """Either an answer, or located messages and exit code 2."""
    said = toy("-", stdin=raw)
    if said.code == 0:
        assert said.data
        assert said.err == ""
    else:
        assert said.code == 2, said.err
        assert said.out == ""
        assert all(PLACED.match(line) for line in said.err.splitlines()), said.err


@given(st.binary(max_size=200))
@example(b"\x00")
@example(b"\xef\xbb\xbf")
def test_any_bytes(raw: bytes) -> None:
    well_behaved(raw)


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_nearly_answers(text: str) -> None:
    well_behaved(text.encode())


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["yes", "no", "2026-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["fire", "checks", "items", "recipients", "facts", "on", "id", "name"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json(value: object) -> None:
    well_behaved(json.dumps(value).encode())


@given(
    st.lists(
        st.binary(max_size=60).map(lambda line: line.replace(b"\n", b"")) | JSON.map(lambda v: json.dumps(v).encode()),
        max_size=4,
    )
)
def test_any_batch(lines: list[bytes]) -> None:
    said = call("determine", "--pack", "bicycle", "--on", "2026-01-01", "--batch", stdin=b"\n".join(lines))
    assert said.code in (0, 2), said.err
    assert len(said.lines) == sum(1 for line in lines if line.strip())
    assert (said.code == 2) == any("error" in line for line in said.lines) == bool(said.err)


@given(st.lists(st.text(max_size=12), max_size=3))
def test_any_arguments(args: list[str]) -> None:
    said = call("determine", "--pack", "bicycle", *args)
    assert said.code in (0, 2), said.err
    assert "went wrong" not in said.err
