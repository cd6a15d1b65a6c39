"""The shelf: which packs there are, which release is the newest, and what is said when there is none."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sharewell.policy.codec import release_of
from sharewell.policy.pack import Pack
from sharewell.replay import shelf
from sharewell.replay.shelf import (
    BadRelease,
    NotReleased,
    UnknownPack,
    list_packs,
    open_pack,
    packs_folder,
    versions_of,
)
from tests.policy.drawn import drawn_pack

TOY = replace(drawn_pack(1), name="toy")


def put(folder: Path, pack: Pack, stem: str | None = None) -> None:
    path = folder / "toy" / "releases" / f"{stem or pack.version}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(release_of(pack))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for version in ("2026.2", "2026.10", "2025.11"):
        put(tmp_path, replace(TOY, version=version))
    (tmp_path / "toy" / "releases" / "draft.json").write_text("{}")
    (tmp_path / "written").mkdir()
    (tmp_path / "written" / "pack.toml").write_text("")
    (tmp_path / "other").mkdir()
    return tmp_path


def test_the_newest_release_by_the_order_of_versions(folder: Path) -> None:
    assert versions_of("toy", folder=folder) == ("2026.10", "2026.2", "2025.11")
    pack = open_pack("toy", folder=folder)
    assert pack.version == "2026.10"
    assert pack.digest.startswith("sha256:")


def test_one_version(folder: Path) -> None:
    assert open_pack("toy", version="2025.11", folder=folder).version == "2025.11"


def test_the_packs_that_are_there(folder: Path) -> None:
    assert list_packs(folder=folder) == ("toy", "written")
    assert list_packs(folder=folder / "nowhere") == ()


@pytest.mark.parametrize(
    ("name", "near"), [("toi", "toy"), ("writen", "written"), ("zzz", ""), ("../toy", "toy"), ("", "")]
)
def test_an_unknown_pack(folder: Path, name: str, near: str) -> None:
    with pytest.raises(UnknownPack) as caught:
        open_pack(name, folder=folder)
    assert (caught.value.code, caught.value.near) == ("unknown-pack", near)
    assert (f"did you mean `{near}`?" if near else "there are toy, written") in str(caught.value)


def test_a_pack_without_a_release(folder: Path) -> None:
    with pytest.raises(NotReleased) as caught:
        open_pack("written", folder=folder)
    assert caught.value.folder == folder / "written"
    with pytest.raises(NotReleased, match=r"no release 2024\.1"):
        open_pack("toy", version="2024.1", folder=folder)


def test_a_damaged_release(folder: Path) -> None:
    (folder / "toy" / "releases" / "2026.10.json").write_text("{")
    with pytest.raises(BadRelease, match="is not a release"):
        open_pack("toy", folder=folder)


def test_a_release_in_the_wrong_place(folder: Path) -> None:
    put(folder, replace(TOY, version="2026.2"), "2026.11")
    with pytest.raises(BadRelease, match=r"is the release 2026\.2 of `toy`"):
        open_pack("toy", folder=folder)


def test_a_release_that_cannot_be_read(folder: Path) -> None:
    (folder / "toy" / "releases" / "2027.1.json").mkdir()
    with pytest.raises(BadRelease, match="cannot be read"):
        open_pack("toy", folder=folder)


def test_the_folder_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHAREWELL_PACKS", str(folder))
    assert packs_folder() == folder
    assert open_pack("toy").version == "2026.10"


def test_the_folder_of_a_checkout_and_of_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHAREWELL_PACKS", raising=False)
    checkout = tmp_path / "checkout"
    (checkout / "packs").mkdir(parents=True)
    monkeypatch.setattr(shelf, "__file__", str(checkout / "src" / "sharewell" / "replay" / "shelf.py"))
    assert packs_folder() == checkout.resolve() / "packs"
    site = tmp_path / "site-packages"
    monkeypatch.setattr(shelf, "__file__", str(site / "sharewell" / "replay" / "shelf.py"))
    assert packs_folder() == site.resolve() / "sharewell" / "packs"


def test_no_yaml_is_loaded() -> None:
    told = "import sys, sharewell.replay.shelf; print('yaml' in sys.modules, 'sharewell.authoring' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "False"]
