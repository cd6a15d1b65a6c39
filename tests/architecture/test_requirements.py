"""The page of requirements lists each of them once, with a state, and every module that it names is there."""

from __future__ import annotations

import re

from tests.architecture.project import ROOT, SOURCE

PAGE = ROOT / "docs" / "reference" / "requirements.md"
LISTS = {"C": 14, "D": 11, "I": 9, "J": 12}
LINE = re.compile(r"^\| ([A-Z]\d+) \| .+? \| (done|part|not yet) \| (.*?) ?\|$", re.MULTILINE)


def lines() -> list[tuple[str, str, str]]:
    return LINE.findall(PAGE.read_text(encoding="utf-8"))


def test_every_requirement_is_listed_once() -> None:
    wanted = [f"{letter}{number}" for letter, most in LISTS.items() for number in range(1, most + 1)]
    assert [number for number, _, _ in lines()] == wanted


def test_what_is_there_says_where_and_what_is_in_part_says_what_is_missing() -> None:
    assert [number for number, state, where in lines() if state != "not yet" and "`" not in where] == []
    assert [number for number, state, where in lines() if state == "part" and ". " not in where + " "] == []


def test_every_module_named_is_there() -> None:
    named = {name for _, _, where in lines() for name in re.findall(r"`([a-z_/]+\.py)`", where)}
    assert named
    assert sorted(name for name in named if not (SOURCE / name).exists()) == []
