"""The shelf: released packs by name, the newest first. Reads releases only, never the text of a pack."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

from sharewell.policy.codec import ReleaseError, pack_of
from sharewell.policy.pack import Pack

#: Names a folder of packs that comes before all others.
VARIABLE = "SHAREWELL_PACKS"
_MANIFEST = "pack.toml"
_RELEASES = "releases"


class ShelfError(Exception):
    """A pack that cannot be taken from the shelf. `code` is stable."""

    code = "shelf"


class UnknownPack(ShelfError):  # noqa: N818 - house words; it is the answer to a name, not a fault of the program
    """There is no pack of this name. `near` is one that may have been meant, `known` are all there are."""

    code = "unknown-pack"

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        self.near = next(iter(get_close_matches(name[:80], known, n=1)), "")
        meant = f"did you mean `{self.near}`?" if self.near else f"there are {', '.join(known) or 'none'}"
        super().__init__(f"no pack `{name[:80]}`; {meant}")


class NotReleased(ShelfError):  # noqa: N818 - house words
    """The pack is there as text, but has no release of this version, or none at all. `folder` is where its text is."""

    code = "not-released"

    def __init__(self, name: str, folder: Path, version: str | None) -> None:
        self.name = name
        self.folder = folder
        self.version = version
        super().__init__(f"the pack `{name}` has no release{f' {version}' if version else ''} in {folder / _RELEASES}")


class BadRelease(ShelfError):  # noqa: N818 - house words
    """A file that should be a release and is not, or is one of another pack or version."""

    code = "bad-release"

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self.what = what
        super().__init__(f"{path}: {what}")


def packs_folder() -> Path:
    """Where the packs are: `SHAREWELL_PACKS`, else beside `src` in a checkout, else inside the installed package."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen)
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1] / "packs"
    in_checkout = package.parent.name == "src" and checkout.is_dir()
    return checkout if in_checkout else package / "packs"


def list_packs(*, folder: Path | None = None) -> tuple[str, ...]:
    """The names of the packs that are there, released or not."""
    inside = folder or packs_folder()
    try:
        found = [path.name for path in inside.iterdir() if _is_pack(path)]
    except OSError:
        return ()
    return tuple(sorted(found))


def versions_of(name: str, *, folder: Path | None = None) -> tuple[str, ...]:
    """The released versions of a pack, newest first.

    Raises: UnknownPack.
    """
    inside = folder or packs_folder()
    known = list_packs(folder=inside)
    if name not in known:
        raise UnknownPack(name, known)
    found = [path.stem for path in (inside / name / _RELEASES).glob("*.json") if _order(path.stem)]
    return tuple(sorted(found, key=_order, reverse=True))


def open_pack(name: str, *, version: str | None = None, folder: Path | None = None) -> Pack:
    """The newest release of a pack, or one version of it.

    Raises: UnknownPack; NotReleased; BadRelease for a file that is damaged or in the wrong place.
    """
    inside = folder or packs_folder()
    released = versions_of(name, folder=inside)
    if not released or (version is not None and version not in released):
        raise NotReleased(name, inside / name, version)
    path = inside / name / _RELEASES / f"{version or released[0]}.json"
    try:
        pack = pack_of(path.read_bytes())
    except OSError as error:
        raise BadRelease(path, f"cannot be read: {error.strerror}") from None
    except ReleaseError as error:
        raise BadRelease(path, f"is not a release: {error}") from None
    if (pack.name, pack.version) != (name, path.stem):
        raise BadRelease(path, f"is the release {pack.version} of `{pack.name}`")
    return pack


def _is_pack(folder: Path) -> bool:
    return (folder / _MANIFEST).is_file() or (folder / _RELEASES).is_dir()


def _order(version: str) -> tuple[int, ...]:
    """The parts of a version as numbers; empty for what is not a version."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() and len(part) < 9 for part in parts) else ()
