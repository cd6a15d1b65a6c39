"""The pages for people say what is there, and nothing that is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.project import ROOT, rooms

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
ROOM = re.compile(r"^\|\s*`(\w+)`", flags=re.MULTILINE)


def targets(makefile: str) -> set[str]:
    """The targets that `make help` lists."""
    return set(re.findall(r"^([a-z]+):.*## ", makefile, flags=re.MULTILINE))


def made(page: str) -> set[str]:
    """The targets that a page tells people to make."""
    return set(re.findall(r"(?:`|^\s*|\$ )make ([a-z]+)", page, flags=re.MULTILINE))


def broken(page: Path) -> list[str]:
    """Links from a page to files that are not there."""
    links = LINK.findall(page.read_text(encoding="utf-8"))
    local = (link for link in links if not re.match(r"[a-z]+:", link))
    return [link for link in local if not (page.parent / link).exists()]


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_names_targets_that_exist(page: Path) -> None:
    assert made(page.read_text(encoding="utf-8")) <= targets(makefile())


def test_the_readme_names_every_everyday_target() -> None:
    assert made(readme()) >= {"run", "test", "check", "bench", "lock"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_is_broken(page: Path) -> None:
    assert broken(page) == []


def test_the_readme_shows_every_room() -> None:
    assert rooms() <= set(ROOM.findall(readme()))


def test_the_readme_says_what_it_is_not() -> None:
    text = " ".join(readme().split()).lower()
    assert "not legal advice" in text
    assert "legal sign-off" in text


def test_the_first_screen_has_the_two_commands() -> None:
    first_screen = "\n".join(readme().splitlines()[:45])
    assert {"run", "test"} <= made(first_screen)
    assert "sharewell determine" in first_screen


def test_what_ci_runs_is_what_the_readme_says() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ["exec make test"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_a_planted_fault_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Run `make nothing` and read [this](gone.md).\n", encoding="utf-8")
    assert broken(page) == ["gone.md"]
    assert not made(page.read_text(encoding="utf-8")) <= targets(makefile())
