"""What the architecture tests look at: the project's own files and modules."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "sharewell"
PURE = ("policy", "ledger")
DOORS = ("web", "api", "cli", "config")
MADE_BY_TOOLS = {".git", ".tools", ".venv", ".venv-bench", "__pycache__", "build", "dist", "htmlcov"}


def files() -> list[Path]:
    """Every file that is the project's own: tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):  # a copy without its history
        found = (path for path in ROOT.rglob("*") if not MADE_BY_TOOLS & set(path.relative_to(ROOT).parts))
    else:
        found = (ROOT / name for name in listed.split("\0") if name)
    return sorted(path for path in found if path.is_file() and not path.name.endswith(".pyc"))


def texts() -> Iterator[tuple[str, str]]:
    """The name and text of each of the project's own files; the few that are not text are left out."""
    for path in files():
        try:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def modules(*rooms: str) -> list[Path]:
    """The modules of some rooms of the house, or of all of it."""
    folders = [SOURCE / room for room in rooms] if rooms else [SOURCE]
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def rooms() -> set[str]:
    """The rooms that are built: the packages right below `sharewell`."""
    return {path.parent.name for path in SOURCE.glob("*/__init__.py")}


def tree(path: Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def dotted(node: ast.expr) -> str:
    """`a.b.c` for a chain of names; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            front = dotted(value)
            return f"{front}.{attr}" if front else ""
        case _:
            return ""


def imported(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, wherever in it that happens."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")
