"""`sharewell ask`, driven through a real pseudo-terminal, and through a pipe."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.drive import SHAREWELL, TOYS, call, talk

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")  # from Python 3.12, in pexpect itself
ON = ("ask", "--pack", "bicycle", "--on", "2026-01-01")


def words(text: str) -> str:
    """A screen without its boxes and line ends."""
    return " ".join(text.replace("│", " ").split())


def test_from_the_first_question_to_the_answer() -> None:
    said = talk(ON, ["no", "friend", "yes", "0", "q"])
    text = words(said.screen)
    assert said.code == 0
    assert "ring 999 or your council's children's social care first" in text
    assert "Is anything on fire right now?" in text
    assert "Share: holding back would need a good reason" in text
    assert "Write down who has it. Wait for this" in text
    assert "● read in the source" in text
    assert "What would change this" in text
    assert "Taken as usual" in text
    assert "Pack bicycle 2026.1" in text
    assert "╭" in said.screen


def test_danger_is_shown_at_once_and_once() -> None:
    said = talk(ON, ["yes", "stranger", "d", "q"])
    assert said.code == 0
    text = words(said.screen)
    after = text.index("✓ Yes, it is burning")
    assert after < text.index("Ring 999 now.") < text.index("Who would borrow it?", after)
    assert text[: text.index("Question 3")].count("Ring 999 now.") == 1


def test_why_review_back_and_change() -> None:
    said = talk(
        ON,
        [
            "?",
            "no",
            "b",
            "2",
            "friend",
            "r",
            "c",
            "2",
            "medic",
            "yes",
            "checks?",
            "1",
            "c",
            "3",
            "",
            "c",
            "9",
            "b",
            "0",
            "",
        ],
    )
    text = words(said.screen)
    assert said.code == 0
    assert "Why we ask In a fire nothing waits." in text
    assert text.count("Is anything on fire right now? Smoke counts.") >= 2
    assert "Your answers so far 1. Is anything on fire right now? No." in text
    assert "Now: A friend." in text
    assert "✓ A medic" in text
    assert "That is not one of the answers" in text
    assert "Not yet" in text
    assert "Mend the brakes." in text
    assert "Nothing was changed." in text
    assert text.rstrip().endswith("q or Enter to finish:")
    assert "Share: holding back" in text


def test_steps_that_are_not_settled_are_told_and_can_be_asked_about() -> None:
    said = talk(ON, ["no", "friend", "yes", "0", "s", "a", "s", "yes", "q"])
    text = words(said.screen)
    assert said.code == 0
    assert "May be needed as well" in text
    assert "◇ Take the bag off first. Is there a bag on it?" in text
    assert "about the steps. Type a to see the answer now. It will be: Share" in text
    assert "□ Take the bag off first." in text
    assert "s settle the steps" not in text[text.index("✓ Yes, with things in it") :]


def test_not_known_is_a_full_answer() -> None:
    said = talk(ON, ["no", "friend", "d", "0", "q"])
    text = words(said.screen)
    assert "Get advice" in text
    assert "What you did not know" in text
    assert "It could change this answer." in text


def test_an_answer_that_does_not_fit_is_explained() -> None:
    said = talk(ON, ["no", "friend", "no", "0", "c", "2", "thief", "c", "3", "yes", "friend", "q"])
    assert said.code == 0
    text = words(said.screen)
    assert "That does not fit what you said before" in text
    assert "The older answer has been put aside" in text


@pytest.mark.parametrize("end", ["q", "\x03", "\x04"])
def test_stopping_ends_politely_with_what_is_known(end: str) -> None:
    said = talk(ON, ["no", end])
    text = words(said.screen)
    assert said.code == 0
    assert "You stopped here. This is what is known so far." in text
    assert "Still open" in text
    assert "Traceback" not in text


def test_a_narrow_terminal() -> None:
    said = talk(ON, ["no", "friend", "yes", "0", "q"], width=40)
    assert said.code == 0
    shown = [
        line for line in said.screen.splitlines() if "why" not in line and "Enter" not in line and "fit" not in line
    ]
    assert max(map(len, shown)) <= 42


def test_plain_has_no_boxes_and_no_colour() -> None:
    said = talk([*ON, "--plain"], ["no", "friend", "yes", "0", "q"])
    assert said.code == 0
    assert "╭" not in said.screen


def test_a_past_day_is_said() -> None:
    assert "You are reading the rules as they stood on 1 January 2026" in words(talk(ON, ["q"]).screen)


def piped(*args: str, lines: str) -> subprocess.CompletedProcess[str]:
    """`ask` with lines from a pipe."""
    env = {"SHAREWELL_PACKS": str(TOYS), "PATH": "", "PYTHONUTF8": "1"}
    return subprocess.run(
        [*SHAREWELL, *ON, *args], input=lines, capture_output=True, text=True, env=env, timeout=60, check=False
    )


def test_a_pipe_works_as_well() -> None:
    said = piped(lines="no\nfriend\nyes\n0\n")
    assert said.returncode == 0
    assert said.stderr == ""
    assert "Share: holding back would need a good reason" in said.stdout
    assert "\x1b" not in said.stdout


def test_a_pipe_that_ends_early() -> None:
    said = piped(lines="no\n")
    assert said.returncode == 0
    assert "You stopped here" in said.stdout


def test_bytes_that_are_not_text_from_a_pipe() -> None:
    env = {"SHAREWELL_PACKS": str(TOYS), "PATH": "", "PYTHONUTF8": "1"}
    said = subprocess.run(
        [*SHAREWELL, *ON], input=b"\xff\xfe\nno\n\0\n", capture_output=True, env=env, timeout=60, check=False
    )
    assert (said.returncode, said.stderr) == (0, b"")


KEYS = ["?", "b", "c", "r", "s", "a", "d", "0", "1", "2", "3", "4?", "9", "yes", "no", "friend"]
LINES = st.sampled_from(["", "1 2", "\x1b[2J", *KEYS])


@given(st.lists(LINES | st.text(max_size=6), max_size=14))
def test_any_conversation_ends_politely(lines: list[str]) -> None:
    said = call(*ON, stdin="\n".join(lines))
    assert said.code == 0, said.err
    assert said.err == ""
    assert "\x1b" not in said.out


def test_answers_are_kept_and_taken_up_again(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    said = piped("--save", str(file), lines="no\nfriend\n")
    assert said.returncode == 0
    assert f"sharewell ask {file}" in said.stdout
    assert file.stat().st_mode & 0o077 == 0
    assert call("determine", "--pack", "bicycle", "--format", "json", str(file)).data["on"] == "2026-01-01"
    again = piped(str(file), "--save", str(file), lines="yes\n0\n")
    assert "Starting from 2 answers" in again.stdout
    assert call("determine", "--pack", "bicycle", "--format", "json", str(file)).data["outcome"] == "should-share"


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("mine", encoding="utf-8")
    said = piped("--save", str(file), lines="no\n")
    assert (said.returncode, file.read_text(encoding="utf-8")) == (2, "mine")
    assert "there already" in said.stderr
    assert piped("--save", str(tmp_path), lines="").returncode == 2
    assert piped("--save", str(tmp_path / "no" / "where"), lines="").returncode == 2


@pytest.mark.parametrize("args", [("-",), ("--on", "soon"), ("fire=perhaps",), ("gone.yaml",), ("--pack", "nope")])
def test_bad_beginnings(args: tuple[str, ...]) -> None:
    assert call("ask", *args).code == 2


def test_a_package_is_not_for_asking() -> None:
    assert call("ask", "--pack", "bicycle", "-").code == 2
