"""Which pack: a name, a folder of a pack, or a release file."""

from __future__ import annotations

from pathlib import Path

from sharewell.cli.problem import Place, Problem, Refused, near, refusal
from sharewell.policy.codec import ReleaseError, pack_of
from sharewell.policy.pack import Pack

DEFAULT = "england"


def packs_folder() -> Path:
    """Where the packs are: inside the package once installed, beside `src` in a checkout."""
    here = Path(__file__).resolve()
    inside = here.parents[1] / "packs"
    return inside if inside.is_dir() else here.parents[3] / "packs"


def pack_names() -> list[str]:
    """The names of the packs that are here."""
    return sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))


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


def chosen(written: str) -> Pack:
    """The pack that was asked for.

    Raises: Refused when there is none, or it cannot be loaded.
    """
    path = Path(written)
    try:
        if written.endswith(".json"):
            return released(path)
        if "/" not in written and written in pack_names():
            return by_name(written)
        if path.is_dir():
            return from_folder(path)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        raise refusal(written, "unreadable-pack", f"cannot read this pack: {why}") from None
    raise _unknown(written)


def _unknown(written: str) -> Refused:
    meant = near(written, pack_names())
    hint = (
        f"did you mean `{meant}`?" if meant else f"there are {', '.join(pack_names())}; or name a folder or a release"
    )
    return refusal(f"--pack {written}", "unknown-pack", "there is no such pack", written=written, hint=hint)


def by_name(name: str) -> Pack:
    """The newest release of a pack, or the pack as it is written if it was never released."""
    releases = sorted((packs_folder() / name / "releases").glob("*.json"), key=lambda path: _version(path.stem))
    return released(releases[-1]) if releases else from_folder(packs_folder() / name)


def released(path: Path) -> Pack:
    """The pack in a release file."""
    try:
        return pack_of(path.read_bytes())
    except FileNotFoundError:
        raise refusal(str(path), "missing-file", "there is no such release") from None
    except ReleaseError as error:
        what = f"this is not a release: {error}"
        raise refusal(str(path), "release", what, hint="make one with `sharewell pack release`") from None


def from_folder(folder: Path) -> Pack:
    """The pack written in a folder."""
    from sharewell.authoring import PackProblems, load_pack  # noqa: PLC0415 - brings YAML, which a release spares us

    try:
        return load_pack(folder)
    except PackProblems as error:
        raise Refused(
            Problem(Place(each.file, each.line, each.column), each.code, each.what, each.written, each.hint)
            for each in error.problems
        ) from None


def _version(stem: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in stem.split("."))
