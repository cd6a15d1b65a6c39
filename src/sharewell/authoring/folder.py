"""Folders: which files a pack has, and the items written in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sharewell.authoring.compose import nodes_of
from sharewell.authoring.entry import Entry
from sharewell.authoring.node import Listing, Table, kind_of
from sharewell.authoring.problem import Place, Problems, nearest
from sharewell.authoring.shape import FILES, FOLDERS, NEEDED, Shape
from sharewell.authoring.text import read_bytes, text_of

#: Files of these kinds are content: one that no pack reads is a slip, not a note.
CONTENT = (".yaml", ".yml", ".toml")
RELEASES = "releases"
MOST_FILES = 500


@dataclass(slots=True)
class Written:
    """The items of a pack as written: for each kind, the entries with the name of the file they stand in.

    `unread` are the kinds of which some could not be read, so that nobody can say whether a name is there.
    """

    entries: dict[str, list[tuple[str, Entry]]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def of(self, shape: Shape) -> list[Entry]:
        """The entries of one kind."""
        return [entry for _, entry in self.entries.get(shape.kind, ())]

    def with_theme(self, shape: Shape) -> list[tuple[str, Entry]]:
        """The entries of one kind, each after the name of its file."""
        return self.entries.get(shape.kind, [])


def read_folder(folder: Path, problems: Problems, *, local: bool) -> Written:
    """Everything written in the folder of a pack, `pack.toml` apart. A local pack may leave out any file."""
    written = Written()
    _tell_strangers(folder, problems)
    for name, shapes in FILES.items():
        path = folder / name
        if path.exists() or path.is_symlink():
            _read_file(path, shapes, written, problems)
        elif name in NEEDED and not local:
            problems.add(Place(str(path)), "missing-file", "there is no such file", written=name)
            written.unread.update(shape.kind for shape in shapes)
    for name, shapes in FOLDERS.items():
        files = _files_in(folder / name, problems)
        if not files and name in NEEDED and not local:
            problems.add(Place(str(folder / name)), "missing-file", "there is no file with rules here", written=name)
        for path in files:
            _read_file(path, shapes, written, problems)
    return written


def pack_files(folder: Path) -> list[Path]:
    """The YAML files of a pack that exist, in reading order."""
    problems = Problems()
    files = [folder / name for name in FILES if (folder / name).is_file()]
    return files + [path for name in FOLDERS for path in _files_in(folder / name, problems)]


def _files_in(folder: Path, problems: Problems) -> list[Path]:
    if not folder.exists():
        return []
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".yaml")
    except OSError as error:
        problems.add(Place(str(folder)), "unreadable", f"cannot read the folder: {error.strerror}")
        return []
    if len(files) > MOST_FILES:
        problems.add(Place(str(folder)), "too-many", f"there are more than {MOST_FILES} files here")
    return files[:MOST_FILES]


def _tell_strangers(folder: Path, problems: Problems) -> None:
    """Tell every file that looks like content but that nothing reads."""
    known = [*FILES, "pack.toml"]
    found = [path for path in _listed(folder) if path.is_file()]
    for name in FOLDERS:
        found += [path for path in _listed(folder / name) if path.suffix != ".yaml" or path.is_dir()]
    for path in _listed(folder):
        if path.is_dir() and path.name not in (*FOLDERS, RELEASES):
            found += _listed(path)
    for path in found:
        if path.suffix in CONTENT and not (path.parent == folder and path.name in known):
            hint = nearest(path.name, known) or nearest(path.parent.name, list(FOLDERS))
            problems.add(
                Place(str(path)), "stray-file", "no pack has a file of this name here", written=path.name, hint=hint
            )


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())[: MOST_FILES * 2] if folder.is_dir() else []
    except OSError:
        return []


def _read_file(path: Path, shapes: tuple[Shape, ...], written: Written, problems: Problems) -> None:
    file = str(path)
    raw = read_bytes(path, file, problems)
    text = None if raw is None else text_of(raw, file, problems)
    node = None if text is None else nodes_of(text, file, problems)
    if node is None:
        empty = text is not None and not any(line.strip()[:1] not in ("", "#") for line in text.split("\n"))
        written.unread.update(() if empty else (shape.kind for shape in shapes))
        return
    if not isinstance(node, Listing):
        written.unread.update(shape.kind for shape in shapes)
        problems.add(node.place, "wrong-shape", f"the file is a list of items, not {kind_of(node)}")
        return
    starts = " or ".join(f"`{shape.keys[0]}:`" for shape in shapes)
    for item in node.items:
        if not isinstance(item, Table):
            problems.add(item.place, "wrong-shape", f"an item is a mapping that starts with {starts}")
            continue
        shape = next((shape for shape in shapes if item.get(shape.keys[0])), None)
        if shape is None and len(shapes) > 1:
            problems.add(item.place, "missing-key", f"an item here starts with {starts}")
            continue
        shape = shape or shapes[0]
        written.entries.setdefault(shape.kind, []).append((path.stem, Entry(item, shape, problems)))
