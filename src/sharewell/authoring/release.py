"""Releases: a pack frozen under its version. Files in `releases/` are only ever added."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sharewell.authoring.folder import RELEASES
from sharewell.authoring.load import Loaded, read_pack
from sharewell.authoring.problem import PackProblems, Place, Problems
from sharewell.authoring.trial import failures_of
from sharewell.policy.codec import ReleaseError, pack_of, release_of
from sharewell.policy.pack import Pack
from sharewell.policy.source import Citation


class ReleaseRefusedError(PackProblems):
    """A pack that loads but cannot be released: its problems say why."""

    code = "release-refused"


def make_release(folder: Path, *, on: date) -> Path:
    """Write `releases/<version>.json` and return its path. `on`: the day of release.

    Refused when the version was released before, a source that is cited is past its day of review, a case fails, or
    nothing is said about what changed.

    Raises: PackProblems for a pack with problems; ReleaseRefusedError for a sound one that cannot be released.
    """
    problems = Problems()
    loaded = read_pack(Path(folder), problems)
    if loaded is None or problems.errors:
        raise PackProblems(problems.errors)
    path = Path(folder) / RELEASES / f"{loaded.pack.version}.json"
    _check_version(path, loaded.pack, problems, Path(folder))
    _check_sources(loaded, problems, on, Path(folder))
    _check_cases(loaded, problems, Path(folder))
    if problems.errors:
        raise ReleaseRefusedError(problems.errors)
    _write_new(path, release_of(loaded.pack), problems)
    return path


def _check_version(path: Path, pack: Pack, problems: Problems, folder: Path) -> None:
    place = Place(str(folder / "pack.toml"))
    if path.exists() or path.is_symlink():
        what = f"version {pack.version} was released before and stays as it is"
        problems.add(place, "version-taken", what, written=pack.version, hint="give this one a new version")
    if not pack.changes:
        problems.add(place, "missing-key", "`changes` does not say what is new in this release", written="changes")
    for released in _versions(path.parent):
        if _order(released) > _order(pack.version):
            what = f"version {released} was released already, and is newer than {pack.version}"
            problems.add(place, "version-order", what, written=pack.version)
            break


def _versions(folder: Path) -> list[str]:
    found = [path.stem for path in folder.glob("*.json")]
    return sorted((stem for stem in found if all(part.isdecimal() for part in stem.split("."))), key=_order)[::-1]


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _check_sources(loaded: Loaded, problems: Problems, on: date, folder: Path) -> None:
    cited = {cite.source for cite in _citations(loaded.pack)}
    for source in loaded.pack.sources:
        if source.name in cited and source.review_by < on:
            place = loaded.names.place("source", source.name) or Place(str(folder / "pack.toml"))
            what = f"`{source.name}` is cited, but was due for review by {source.review_by}"
            problems.add(place, "review-due", what, written=source.name, hint="read it again and move `review_by`")


def _citations(pack: Pack) -> Iterable[Citation]:
    for group in (pack.rules, pack.findings, pack.safeguards, pack.bases, pack.advice, pack.myths):
        for each in group:
            yield from each.cites


def _check_cases(loaded: Loaded, problems: Problems, folder: Path) -> None:
    for case in loaded.pack.cases:
        place = loaded.names.place("case", case.name) or Place(str(folder / "pack.toml"))
        for failure in failures_of(loaded.pack, case):
            problems.add(place, "case-fails", f"this case fails: {failure}", written=case.name)


def _write_new(path: Path, release: bytes, problems: Problems) -> None:
    """Write the file whole or not at all, and never over another."""
    try:
        pack_of(release)
        path.parent.mkdir(exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            draft.write_bytes(release)
            os.link(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    except FileExistsError:
        problems.add(Place(str(path)), "version-taken", "this version was released in the meantime")
    except OSError as error:
        problems.add(Place(str(path)), "unwritable", f"cannot write the release: {error.strerror}")
    except ReleaseError as error:
        problems.add(Place(str(path)), "release", f"the release cannot be read back: {error}")
    if problems.errors:
        raise ReleaseRefusedError(problems.errors)
