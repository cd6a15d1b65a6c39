"""Modules: short, named for what they hold, and below the doors without a clock or a moment that has no zone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.project import DOORS, ROOT, SOURCE, dotted, imported, modules, rooms, tree

LINES = 300
NOT_A_NAME = {"util", "helper", "common", "manager", "service", "misc", "base", "core"}
CLOCKS = {
    "now", "today", "utcnow", "localdate", "localtime", "gmtime", "ctime", "time.time", "time.time_ns", "time.strftime",
}  # fmt: skip
WITH_A_ZONE_PLACE = {
    "datetime": 8,
    "datetime.datetime": 8,
    "datetime.fromtimestamp": 2,
    "datetime.datetime.fromtimestamp": 2,
}
MADE_NAIVE = {"utcnow", "utcfromtimestamp", "strptime"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_a_bad_name(name: str) -> bool:
    """Whether a module's name says nothing about what it holds."""
    return bool(NOT_A_NAME & {part.rstrip("s") for part in name.split("_")})


def clocks(module: ast.Module) -> list[str]:
    """Every reading of a clock."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = dotted(node.func)
            if called in CLOCKS or ("." in called and called.split(".")[-1] in CLOCKS):
                found.append(f"{node.lineno}: {called}()")
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            found.append(f"{node.lineno}: from time import …: write it as time.x, so that it can be seen")
    return found


def naive_moments(module: ast.Module) -> list[str]:
    """Every moment that is made without saying in which zone."""
    found = []
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        called = dotted(node.func)
        place = WITH_A_ZONE_PLACE.get(called)
        named = {keyword.arg for keyword in node.keywords}
        if place is not None and len(node.args) < place and not named & {"tzinfo", "tz", None}:
            found.append(f"{node.lineno}: {called}() without a zone")
        elif called.split(".")[-1] in MADE_NAIVE:
            found.append(f"{node.lineno}: {called}() has no zone")
    return found


def below_the_doors() -> list[Path]:
    return modules(*sorted(rooms() - set(DOORS)))


def test_modules_are_short() -> None:
    written = [path for path in modules() if path.name != "0001_initial.py"]  # that one is written by a program
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in written}
    assert {name: lines for name, lines in lengths.items() if lines >= LINES} == {}, f"at most {LINES - 1} lines"


def test_modules_are_named_for_what_they_hold() -> None:
    parts = {part for path in modules() for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert {part for part in parts if is_a_bad_name(part)} == set()


def test_every_module_says_what_it_is_for() -> None:
    assert [name_of(path) for path in modules() if not ast.get_docstring(tree(path))] == []


def test_no_clock_is_read_below_the_doors() -> None:
    found = {name_of(path): problems for path in below_the_doors() if (problems := clocks(tree(path)))}
    assert not found, "the day is an argument"


def test_no_moment_is_without_a_zone() -> None:
    found = {name_of(path): problems for path in modules() if (problems := naive_moments(tree(path)))}
    assert not found


def test_the_doors_do_not_import_each_other() -> None:
    """Import Linter holds this too; this one also sees a door that is not yet a package."""
    crossings = [
        f"{name_of(path)}:{line}: {name}"
        for door in DOORS
        if door != "config"
        for path in modules(door)
        for line, name in imported(tree(path))
        for other in DOORS
        if other != door and name.startswith(f"sharewell.{other}")
    ]
    assert crossings == []


@pytest.mark.parametrize("name", ["utils", "pack_helpers", "common", "rule_manager", "service", "services", "util"])
def test_a_bad_name_is_found(name: str) -> None:
    assert is_a_bad_name(name)


@pytest.mark.parametrize("name", ["pack", "evaluate", "conserve", "basis", "practitioner"])
def test_a_good_name_is_left_alone(name: str) -> None:
    assert not is_a_bad_name(name)


@pytest.mark.parametrize(
    "planted",
    ["date.today()", "datetime.datetime.now(UTC)", "timezone.localdate()", "time.time()", "from time import time"],
)
def test_a_planted_clock_is_found(planted: str) -> None:
    assert clocks(ast.parse(planted))


def test_a_stop_watch_is_not_a_clock() -> None:
    assert clocks(ast.parse("import time\ntime.perf_counter()")) == []


@pytest.mark.parametrize(
    "planted",
    ["datetime(2026, 3, 2)", "datetime.datetime(2026, 3, 2, 9)", "datetime.utcnow()", "datetime.fromtimestamp(0)"],
)
def test_a_planted_naive_moment_is_found(planted: str) -> None:
    assert naive_moments(ast.parse(planted))


@pytest.mark.parametrize(
    "aware", ["datetime(2026, 3, 2, tzinfo=UTC)", "datetime.fromtimestamp(0, UTC)", "date(2026, 3, 2)"]
)
def test_an_aware_moment_is_left_alone(aware: str) -> None:
    assert naive_moments(ast.parse(aware)) == []
