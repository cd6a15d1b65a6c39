"""The other commands: the vocabulary, rules, packs, help, completion, and how errors end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sharewell import __version__
from sharewell.cli import main as entry
from sharewell.cli.ledger import LedgerCommands
from sharewell.cli.main import COMMANDS
from sharewell.cli.pack import PackCommands
from tests.cli.drive import SHAREWELL, TOYS, call, talk

EVERY = [
    (),
    *((name,) for name in COMMANDS),
    *(("pack", name) for name in PackCommands.lazy),
    *(("ledger", name) for name in LedgerCommands.lazy),
]


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_has_help_with_examples(words: tuple[str, ...]) -> None:
    said = call(*words, "--help")
    assert said.code == 0
    assert "sharewell" in said.out
    assert words == ("pack", "list") or "Examples:" in said.out or "Start here:" in said.out
    assert max(map(len, said.out.splitlines())) <= 110


def test_help_says_where_to_ring_first() -> None:
    assert "ring 999" in call("--help").out


def test_the_version() -> None:
    assert call("--version").out.strip() == f"sharewell, version {__version__}"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("detrmine",), "Did you mean `determine`?"),
        (("pack", "chek"), "Did you mean `check`?"),
        (("zzz",), "There are"),
    ],
)
def test_a_mistyped_command(args: tuple[str, ...], words: str) -> None:
    said = call(*args)
    assert said.code == 2
    assert words in said.err


def test_the_vocabulary_for_machines() -> None:
    said = call("facts", "--pack", "bicycle", "--format", "json")
    fire, *_ = said.data
    assert fire["name"] == "fire"
    assert fire.keys() == {
        "name",
        "question",
        "help",
        "why",
        "answers",
        "scope",
        "who",
        "group",
        "quiet",
        "first",
        "after",
        "ticks",
    }
    assert fire["answers"][0] == {"name": "yes", "says": "Yes, it is burning"}
    by_name = {fact["name"]: fact for fact in said.data}
    assert by_name["brakes"]["quiet"] == [{"answer": "good", "unless": "checks is some"}]
    assert by_name["checks"]["ticks"][0] == {"fact": "brakes", "answer": "bad", "says": "The brakes are bad"}


def test_the_vocabulary_for_people() -> None:
    assert "Is anything on fire right now?" in call("facts", "--pack", "bicycle").out
    one = call("facts", "--pack", "bicycle", "brakes").out
    assert "Taken as “Yes, good” unless checks is some." in one
    assert "The brakes are bad" in call("facts", "--pack", "bicycle", "checks").out
    said = call("facts", "--pack", "bicycle", "braks")
    assert (said.code, "did you mean `brakes`?" in said.err) == (2, True)


def test_rules_and_show() -> None:
    assert "never-to-a-thief" in call("rules", "--pack", "bicycle").out
    assert "never-to-a-thief" not in call("rules", "--pack", "bicycle", "owner").out
    assert [
        each["rule"] for each in call("rules", "--pack", "bicycle", "--effect", "holds", "--format", "json").data
    ] == ["mend-first"]
    assert "That does not mean no" in call("rules", "--pack", "bicycle", "--on", "2010-01-01").out
    assert "sleeping-law" in call("rules", "--pack", "bicycle", "--preview").out
    shown = " ".join(call("show", "--pack", "bicycle", "weigh-a-no").out.split())
    assert "The owner said no." in shown
    assert "Counts from 1 January 2020 until 31 December 2023" in shown
    assert "Is put aside by: fire-lend." in shown
    for name in ("trusted", "name-and-number", "friendship", "lore", "brakes", "sleeping-law", "lend-with-a-yes"):
        assert call("show", "--pack", "bicycle", name).code == 0
    said = call("show", "--pack", "bicycle", "trsted")
    assert (said.code, "did you mean `trusted`?" in said.err) == (2, True)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf of one's own, to change."""
    shutil.copytree(TOYS, tmp_path / "packs")
    monkeypatch.setenv("SHAREWELL_PACKS", str(tmp_path / "packs"))
    return tmp_path / "packs"


def test_packs_are_listed_released_and_used(own: Path) -> None:
    assert "Not released yet." in call("pack", "list").out
    made = call("pack", "release", "bicycle")
    assert made.code == 0
    assert (own / "bicycle" / "releases" / "2026.1.json").is_file()
    assert "Released: 2026.1" in call("pack", "list").out
    again = call("pack", "release", "bicycle")
    assert (again.code, "released before" in again.err) == (2, True)
    (own / "bicycle" / "facts.yaml").write_text("broken", encoding="utf-8")
    args = ("--format", "json", "fire=no")
    said = call("determine", "--pack", "bicycle", *args)
    assert said.code == 0
    assert said.data["pack"]["digest"] == made.out.split()[-1]
    assert call("determine", "--pack", "bicycle@2026.1", *args).out == said.out
    assert call("determine", "--pack", str(own / "bicycle" / "releases" / "2026.1.json"), *args).out == said.out
    assert call("determine", "--pack", str(own / "bicycle"), *args).code == 2


def test_a_pack_is_checked(own: Path) -> None:
    said = call("pack", "check", "--plain")
    assert said.code == 0
    assert "✓ bicycle: proofs on 2 days, 0 failed" in said.out
    assert "Proving bicycle" in said.err


def test_planted_faults_are_found(own: Path) -> None:
    rules = own / "bicycle" / "rules" / "lending.yaml"
    sound = rules.read_text(encoding="utf-8")
    rules.write_text(
        sound.replace(
            "effect: expects\n  when: {all: [trusted, {owner-says:", "effect: requires\n  when: {all: [{owner-says:"
        ),
        encoding="utf-8",
    )
    said = call("pack", "check", "bicycle")
    assert said.code == 1
    assert "no-conflict" in said.out
    assert "not as they must be" in said.out
    rules.write_text(sound.replace("effect: weighs", "effect: wieghs"), encoding="utf-8")
    said = call("pack", "check", "bicycle")
    assert said.code == 1
    assert "lending.yaml:" in said.out
    assert "weighs" in said.out


def test_two_days_and_two_packs_are_compared() -> None:
    said = call("pack", "diff", "2023-06-01", "2026-01-01", "--pack", "bicycle")
    assert said.code == 0
    assert "weigh -> must-not-share" in said.out
    assert "Nothing is left out." in said.out
    said = call("pack", "diff", "bicycle@2026-01-01", "lane@2026-01-01")
    assert "may-share -> ask-first" in said.out
    assert (
        "no situation has another outcome" in call("pack", "diff", "2025-01-01", "2026-01-01", "--pack", "bicycle").out
    )
    assert call("pack", "diff", "2025-01-01", "nope", "--pack", "bicycle").code == 2


def test_a_pack_is_drawn(tmp_path: Path) -> None:
    assert "<svg" in call("pack", "draw", "--pack", "bicycle").out
    assert call("pack", "draw", "--pack", "bicycle", "--rule", "fire-lend", "--format", "text").code == 0
    assert call("pack", "draw", "--pack", "bicycle", "--format", "mermaid", "--to", str(tmp_path / "x.mmd")).code == 0
    assert (tmp_path / "x.mmd").read_text(encoding="utf-8")
    said = call("pack", "draw", "--pack", "bicycle", "--rule", "fire-lent")
    assert (said.code, "did you mean `fire-lend`?" in said.err) == (2, True)
    assert call("pack", "draw", "--pack", "bicycle", "--rule", "a", "--theme", "b").code == 2
    assert call("pack", "draw", "--pack", "bicycle", "--to", str(tmp_path / "no" / "where")).code == 2


def test_a_rulebook_is_written(tmp_path: Path) -> None:
    said = call("pack", "rulebook", "--pack", "bicycle", "--to", str(tmp_path / "book"), "--on", "2026-01-01")
    assert said.code == 0
    assert (tmp_path / "book" / "index.html").is_file()
    assert (tmp_path / "book" / "README.md").is_file()
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert call("pack", "rulebook", "--pack", "bicycle", "--to", str(tmp_path / "file")).code == 2


def test_a_pack_is_formatted(own: Path) -> None:
    assert "Every file" in call("pack", "format").out
    facts = own / "bicycle" / "facts.yaml"
    kept = facts.read_text(encoding="utf-8")
    facts.write_text(kept.replace("  scope: case", "  scope:    case"), encoding="utf-8")
    assert call("pack", "format", "--check").code == 1
    assert call("pack", "format").code == 0
    assert facts.read_text(encoding="utf-8") == kept
    facts.write_text("- [", encoding="utf-8")
    assert call("pack", "format").code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    assert "_SHAREWELL_COMPLETE" in call("completion", shell).out


def test_completion_in_bash() -> None:
    env = {
        **os.environ,
        "_SHAREWELL_COMPLETE": "bash_complete",
        "COMP_WORDS": "sharewell determine --pa",
        "COMP_CWORD": "2",
    }
    said = subprocess.run(SHAREWELL, capture_output=True, text=True, env=env, check=False, timeout=60)
    assert "plain,--pack" in said.stdout
    env |= {"COMP_WORDS": "sharewell determine --pack b", "COMP_CWORD": "3"}
    said = subprocess.run(SHAREWELL, capture_output=True, text=True, env=env, check=False, timeout=60)
    assert "bicycle" in said.stdout


def test_a_fault_of_ours_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr(entry.cli, "main", broken)
    said = call("facts")
    assert said.code == 70
    assert "it was us (ZeroDivisionError)" in said.err
    assert "999" in said.err
    assert "secret" not in said.err
    monkeypatch.setenv("SHAREWELL_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        call("facts")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    env = {**os.environ, "SHAREWELL_PACKS": str(TOYS)}
    with subprocess.Popen(
        [*SHAREWELL, "facts", "--pack", "bicycle"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        err = child.stderr.read()
    assert err == b""


def test_a_terminal_that_cannot_show_every_character() -> None:
    env = {**os.environ, "SHAREWELL_PACKS": str(TOYS), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    said = subprocess.run(
        [*SHAREWELL, "determine", "--pack", "bicycle", "fire=no"], capture_output=True, env=env, check=False, timeout=60
    )
    assert said.returncode == 0
    assert b"Still open" in said.stdout


def test_a_page_on_a_terminal_has_a_box() -> None:
    said = talk(["determine", "--pack", "bicycle", "fire=yes", "recipient-kind=friend"], [])
    assert "╭" in said.screen


def test_one_answer_loads_nothing_heavy(own: Path) -> None:
    """Not what it does not need: the time to start is spent on every answer."""
    assert call("pack", "release", "bicycle").code == 0
    code = (
        "import sys; from sharewell.cli.main import run; "
        "run(['determine', '--pack', 'bicycle', '--format', 'json', 'fire=no']); "
        "print([name for name in ('yaml', 'ruamel', 'z3', 'numpy', 'rich') if name in sys.modules], file=sys.stderr)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(said.stdout)["outcome"] == "incomplete"
    assert said.stderr.strip() == "[]"
