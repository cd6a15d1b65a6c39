"""The one layout: nothing that is said changes, comments stay, and doing it again changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sharewell.authoring import PackProblems, load_pack
from sharewell.authoring import format as formatter
from sharewell.authoring.format import FormatError, format_pack, formatted, unformatted
from tests.authoring.kite import FILES, LOCAL, write

YAML = {name: text for name, text in {**FILES, **LOCAL}.items() if name.endswith("yaml")}

BEFORE = """# The head of the file.

# About the rule.
- effect:   "asks"   # one of seven
  rule: 'ask-the-lifeguard'
  # why it is so
  reason: A very long reason that goes on and on, past the one hundred and tenth letter of its line, as some reasons do.
  when:
    all:
    - trusted
    - storm:
      - "no"
      - calm
  todo: "Ask: who, when, and why not; then ask again, for a second answer is often another one, and better by far."
  cites:
  - {at: verse 9, source: kite-lore}
  - {source: old-lore, at: "a: b"}   # odd
  in_force: {to: 2027-01-01, from: "2021-01-01"}
- rule: two   # the second
  reason: "yes"
  overrides: [one-rule-with-a-long-name, another-rule-with-a-long-name, a-third-rule-with-a-long-name, "@tag", "*"]
  note: |
    One line.

    Another.
# The end.
"""
AFTER = """# The head of the file.

# About the rule.
- rule: ask-the-lifeguard
  effect: asks  # one of seven
  when: {all: [trusted, {storm: ["no", calm]}]}
  # why it is so
  reason: A very long reason that goes on and on, past the one hundred and tenth letter of its line, as some
    reasons do.
  todo: >-
    Ask: who, when, and why not; then ask again, for a second answer is often another one, and better by far.
  cites:
    - {source: kite-lore, at: verse 9}
    - {source: old-lore, at: "a: b"}  # odd
  in_force: {from: 2021-01-01, to: 2027-01-01}

- rule: two  # the second
  reason: "yes"
  overrides:
    [one-rule-with-a-long-name, another-rule-with-a-long-name, a-third-rule-with-a-long-name, "@tag", "*"]
  note: |-
    One line.

    Another.

# The end.
"""


def test_the_layout() -> None:
    assert formatted(BEFORE) == AFTER


def test_doing_it_again_changes_nothing() -> None:
    assert formatted(AFTER) == AFTER


@pytest.mark.parametrize("name", sorted(YAML))
def test_every_file_of_the_toy_pack(name: str) -> None:
    once = formatted(YAML[name])
    assert formatted(once) == once
    assert all(len(line) <= 110 for line in once.splitlines())


def test_the_pack_stays_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    before = load_pack(folder)
    changed = format_pack(folder)
    assert changed
    assert load_pack(folder) == before
    assert format_pack(folder) == ()


def test_checking_writes_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    named = unformatted(folder)
    assert folder / "facts.yaml" in named
    assert {name: (folder / name).read_text() for name in FILES} == FILES
    format_pack(folder)
    assert unformatted(folder) == ()


def test_a_file_that_cannot_be_read_stops_all_of_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    (folder / "findings.yaml").write_text("- [", encoding="utf-8")
    (folder / "myths.yaml").write_bytes(b"\xff")
    with pytest.raises(PackProblems) as caught:
        format_pack(folder)
    assert {Path(problem.file).name for problem in caught.value.problems} == {"findings.yaml", "myths.yaml"}
    assert (folder / "facts.yaml").read_text() == FILES["facts.yaml"]


def test_a_pack_with_slips_can_be_formatted(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite", FILES | {"rules/lending.yaml": "- rule: x\n  reson: typo\n"})
    assert folder / "facts.yaml" in format_pack(folder)


@pytest.mark.parametrize("text", ["a: b\n", "- a\n---\n- b\n", "- &a b\n", "- {a: 1, a: 2}\n", "\t- a\n", "- \ud800\n"])
def test_what_is_not_formatted(text: str) -> None:
    with pytest.raises(PackProblems):
        formatted(text)


@pytest.mark.parametrize("text", ["", "# only a note\n", "# two\n\n# notes\n"])
def test_a_file_without_items(text: str) -> None:
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("'yes'", '"yes"'),
        ("'null'", '"null"'),
        ("~", '"~"'),
        ("'1.5'", '"1.5"'),
        ("'12'", "12"),
        ("'2026-01-01'", "2026-01-01"),
        ("'a: b'", '"a: b"'),
        ("'a #b'", '"a #b"'),
        ("'a, b'", "a, b"),
        ("'@tag'", '"@tag"'),
        ("'- a'", '"- a"'),
        ("''", '""'),
        ('"two\\nlines"', "|-\n    two\n    lines"),
        ('"  spaced  "', "spaced"),
        ("it's", "it's"),
        ('"it\'s \\"so\\""', 'it\'s "so"'),
    ],
)
def test_texts(written: str, kept: str) -> None:
    assert formatted(f"- rule: x\n  reason: {written}\n") == f"- rule: x\n  reason: {kept}\n"


def test_a_fault_of_the_formatter_changes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "kite")
    monkeypatch.setattr(formatter, "laid_out", lambda _: "- rule: other\n")
    with pytest.raises(FormatError, match="would not say the same"):
        format_pack(folder)
    assert {name: (folder / name).read_text() for name in FILES} == FILES


def test_long_parts_in_every_place() -> None:
    """Facts are filled like a paragraph, long conditions go down the page, and comments in brackets go above."""
    facts = ", ".join(f"fact-number-{i}: answer-{i}" for i in range(8))
    text = f"""- case: x
  facts: {{{facts}}}   # many
  items:
    # the first
    - {{{facts}, name: one}}
    - {{name: two, # within
       a: b}}
  story: "{"word " * 30}"
- case: y
  facts: {{}}
  items: []
"""
    once = formatted(text)
    assert formatted(once) == once
    assert all(len(line) <= 110 for line in once.splitlines())
    assert "  # many\n  facts:\n    {fact-number-0: answer-0," in once
    assert "    # within\n    - {name: two, a: b}" in once
    assert "    # the first\n    - {name: one, fact-number-0" in once
