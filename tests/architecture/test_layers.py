"""Imports run downward only, and every room is in the contract that says so."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest
from importlinter import api as _configured  # noqa: F401  importing it sets import-linter up
from importlinter.application import use_cases

from tests.architecture.project import ROOT, SOURCE, rooms


def contracts() -> dict[str, dict[str, object]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {each["id"]: each for each in settings["tool"]["importlinter"]["contracts"]}


def test_the_contracts_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        kept = use_cases.lint_imports(config_filename="pyproject.toml", cache_dir=None, no_logo=True)
    finally:
        os.chdir(before)
    assert kept, capsys.readouterr().out


def test_every_room_is_in_the_layers() -> None:
    layers = contracts()["layers"]["layers"]
    assert isinstance(layers, list)
    named = set(re.findall(r"\w+", " ".join(layers)))
    assert rooms() <= named


def test_only_rooms_stand_below_sharewell() -> None:
    loose = {path.name for path in SOURCE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert not loose, "a module belongs in a room"


def test_every_folder_of_modules_is_a_package() -> None:
    """A folder without `__init__.py` is not seen by the contracts."""
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    assert [str(f.relative_to(ROOT)) for f in sorted(folders) if not (f / "__init__.py").exists()] == []
