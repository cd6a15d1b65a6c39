"""`policy` and `ledger` import the standard library alone, and touch nothing outside what they are given."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.architecture.project import PURE, ROOT, dotted, imported, modules, tree

# fmt: off
TOUCHES_THE_WORLD = {
    "asyncio", "calendar", "concurrent", "ctypes", "curses", "dbm", "email", "fcntl", "fileinput", "ftplib",
    "getpass", "glob", "http", "imaplib", "importlib", "inspect", "io", "locale", "logging", "mmap",
    "multiprocessing", "os", "pathlib", "pickle", "pkgutil", "platform", "poplib", "queue", "random",
    "resource", "runpy", "sched", "secrets", "select", "selectors", "shelve", "shutil", "signal", "smtplib",
    "socket", "socketserver", "sqlite3", "ssl", "subprocess", "syslog", "tempfile", "threading", "time",
    "tomllib", "tracemalloc", "urllib", "uuid", "webbrowser", "xmlrpc", "zipfile", "zoneinfo",
}
# fmt: on
BUILT_IN_AND_IMPURE = frozenset({"open", "input", "print", "breakpoint", "__import__", "id", "hash"})
CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp"})
PROCESS = frozenset(
    {"sys.argv", "sys.stdin", "sys.stdout", "sys.stderr", "sys.path", "sys.modules", "sys.exit", "sys.platform"}
)


def impure_import(name: str, room: str) -> str:
    """What is wrong with importing this in a pure room; empty if nothing is."""
    top = name.partition(".")[0]
    if name.startswith("."):
        return "relative import"
    if top == "sharewell":
        return "" if f"{name}.".startswith(f"sharewell.{room}.") else "another room"
    if top not in sys.stdlib_module_names:
        return "not the standard library"
    return "touches the world" if top in TOUCHES_THE_WORLD else ""


def impure_node(node: ast.AST) -> str:
    """What a pure room may not do; empty for what it may."""
    match node:
        case ast.Call(func=func) if (called := dotted(func)) in BUILT_IN_AND_IMPURE:
            return f"calls {called}()"
        case ast.Call(func=func) if (called := dotted(func)).split(".")[-1] in CLOCKS:
            return f"reads a clock: {called}()"
        case ast.Attribute() if dotted(node) in PROCESS:
            return f"looks at the process: {dotted(node)}"
        case ast.Global(names=names):
            return f"changes a global: {', '.join(names)}"
        case _:
            return ""


def impurities(module: ast.Module, *, room: str = "policy") -> list[str]:
    """Everything in a module that a pure one may not have, with its line."""
    imports = [f"{line}: {wrong}: {name}" for line, name in imported(module) if (wrong := impure_import(name, room))]
    lines = [
        f"{node.lineno}: {wrong}"
        for node in ast.walk(module)
        if isinstance(node, ast.stmt | ast.expr) and (wrong := impure_node(node))
    ]
    return imports + lines


@pytest.mark.parametrize("room", PURE)
def test_the_room_is_pure(room: str) -> None:
    found = {
        str(path.relative_to(ROOT)): problems
        for path in modules(room)
        if (problems := impurities(tree(path), room=room))
    }
    assert not found


@pytest.mark.parametrize("room", PURE)
def test_there_is_a_room_to_look_at(room: str) -> None:
    assert modules(room)


@pytest.mark.parametrize(
    "planted",
    [
        "import os",
        "from pathlib import Path",
        "import numpy as np",
        "def f():\n    import random",
        "from sharewell.authoring import load",
        "from . import rule",
        "from datetime import date\nday = date.today()",
        "import datetime\nmoment = datetime.datetime.now()",
        "text = open('pack').read()",
        "import sys\nsys.stdout.write('x')",
        "hash('a')",
        "def f():\n    global seen",
    ],
)
def test_a_planted_fault_is_found(planted: str) -> None:
    assert impurities(ast.parse(planted))


def test_what_is_pure_is_left_alone() -> None:
    pure = """
from datetime import date
import hashlib, json, re
from sharewell.policy import rule
from sharewell.policy.rule import Rule
day = date(2026, 3, 2)
"""
    assert impurities(ast.parse(pure)) == []
