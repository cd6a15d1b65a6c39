"""Which pack: a name, a name with a version, the folder of a pack, or a release file."""

from __future__ import annotations

from pathlib import Path

from sharewell.cli.problem import Place, Problem, Refused, near, refusal
from sharewell.policy.codec import ReleaseError, pack_of
from sharewell.policy.pack import Pack
from sharewell.replay.shelf import NotReleased, ShelfError, UnknownPack, list_packs, open_pack, packs_folder

DEFAULT = "england"


def pack_names() -> list[str]:
    """The names of the packs that are here."""
    return list(list_packs())


def chosen(written: str) -> Pack:
    """The pack that was asked for: by name its newest release, or the text if it was never released.

    Raises: Refused when there is none, or it cannot be loaded.
    """
    path = Path(written)
    try:
        if "/" not in written and not written.endswith(".json"):
            return _by_name(written)
        return _released(path) if written.endswith(".json") else from_folder(folder_of(written))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        raise refusal(f"--pack {written}", "unreadable-pack", f"cannot read this pack: {why}") from None


def folder_of(written: str) -> Path:
    """The folder of a pack, by name or path.

    Raises: Refused when there is none.
    """
    if "/" not in written and written in pack_names():
        return packs_folder() / written
    path = Path(written)
    try:
        if (path / "pack.toml").is_file():
            return path
    except (OSError, ValueError):
        pass
    raise _unknown(written)


def from_folder(folder: Path) -> Pack:
    """The pack written in a folder.

    Raises: Refused with every problem of it.
    """
    from sharewell.authoring import PackProblems, load_pack  # noqa: PLC0415 - brings YAML, which a release spares us

    try:
        return load_pack(folder)
    except PackProblems as error:
        raise Refused(
            Problem(Place(each.file, each.line, each.column), each.code, each.what, each.written, each.hint)
            for each in error.problems
        ) from None


def _by_name(written: str) -> Pack:
    name, _, version = written.partition("@")
    try:
        return open_pack(name, version=version or None)
    except UnknownPack:
        if Path(written).is_dir():
            return from_folder(folder_of(written))
        raise _unknown(written) from None
    except NotReleased as error:
        if not version:
            return from_folder(error.folder)
        raise refusal(f"--pack {written}", error.code, f"`{name}` has no release {version}") from None
    except ShelfError as error:
        raise refusal(f"--pack {written}", error.code, str(error)) from None


def _released(path: Path) -> Pack:
    try:
        return pack_of(path.read_bytes())
    except FileNotFoundError:
        raise refusal(str(path), "missing-file", "there is no such release") from None
    except ReleaseError as error:
        what = f"this is not a release: {error}"
        raise refusal(str(path), "release", what, hint="make one with `sharewell pack release`") from None


def _unknown(written: str) -> Refused:
    names = pack_names()
    meant = near(written, names)
    hint = f"did you mean `{meant}`?" if meant else f"there are {', '.join(names)}; or name a folder or a release"
    return refusal(f"--pack {written}", "unknown-pack", "there is no such pack", written=written, hint=hint)
