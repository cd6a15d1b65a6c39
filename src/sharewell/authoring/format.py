"""The formatter: the one way to write a pack. Comments are kept, and what the pack says does not change."""

from __future__ import annotations

from pathlib import Path

from sharewell.authoring.compose import nodes_of
from sharewell.authoring.folder import pack_files
from sharewell.authoring.layout import laid_out
from sharewell.authoring.node import Listing, Node, Scalar, kind_of
from sharewell.authoring.piece import comments_in, page_of
from sharewell.authoring.problem import AuthoringError, PackProblems, Problems
from sharewell.authoring.text import read_bytes, text_of


class FormatError(AuthoringError):
    """The formatter would have changed what a file says: a fault of the formatter; the file is left as it was."""

    code = "format"

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(f"{file}: not formatted, for it would not say the same afterwards")


def formatted(text: str, *, file: str = "text") -> str:
    """The text of one file of a pack in the one layout.

    Raises: PackProblems if it cannot be read; FormatError if it would not say the same, comments included.
    """
    problems = Problems()
    before = _node(text, file, problems)
    page = page_of(text)
    after = laid_out(page)
    again = Problems()
    if _said(_node(after, file, again)) != _said(before) or comments_in(page_of(after)) != comments_in(page):
        raise FormatError(file)
    return after


def unformatted(folder: Path) -> tuple[Path, ...]:
    """The files of a pack that are not in the one layout.

    Raises: PackProblems, FormatError.
    """
    return tuple(path for path, now, then in _each(folder) if now != then)


def format_pack(folder: Path) -> tuple[Path, ...]:
    """Put every file of a pack in the one layout; returns those that changed. Nothing is written if any cannot be read.

    Raises: PackProblems, FormatError.
    """
    changed = [(path, then) for path, now, then in _each(folder) if now != then]
    for path, then in changed:
        path.write_bytes(then)
    return tuple(path for path, _ in changed)


def _each(folder: Path) -> list[tuple[Path, bytes, bytes]]:
    """Each file with its bytes as they are and as they would be."""
    found: list[tuple[Path, bytes, bytes]] = []
    problems = Problems()
    for path in pack_files(folder):
        raw = read_bytes(path, str(path), problems)
        text = None if raw is None else text_of(raw, str(path), problems)
        if raw is None or text is None:
            continue
        try:
            found.append((path, raw, formatted(text, file=str(path)).encode("utf-8")))
        except PackProblems as error:
            problems.found += error.problems
    if problems.errors:
        raise PackProblems(problems.errors)
    return found


def _node(text: str, file: str, problems: Problems) -> Node | None:
    if (raw := text.encode("utf-8", "surrogatepass")) and text_of(raw, file, problems) is None:
        raise PackProblems(problems.errors)
    node = nodes_of(text, file, problems)
    if node is not None and not isinstance(node, Listing):
        problems.add(node.place, "wrong-shape", f"the file is a list of items, not {kind_of(node)}")
    if problems.errors:
        raise PackProblems(problems.errors)
    return node


def _said(node: Node | None) -> object:
    """What a node says, however it is written: the order of keys and space around texts do not count."""
    if node is None:
        return []
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Listing):
        return [_said(item) for item in node.items]
    return {key.text.strip(): _said(value) for key, value in node.entries}
