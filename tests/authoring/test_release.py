"""Releases: what stops one, and what one is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sharewell.authoring import PackProblems, load_pack
from sharewell.authoring.release import ReleaseRefusedError, make_release
from sharewell.authoring.trial import determinations_of, failures_of
from sharewell.policy.codec import pack_of, release_of
from tests.authoring.kite import LOCAL, changed, write

ON = dt.date(2026, 1, 10)


def refused(folder: Path, on: dt.date = ON) -> list[tuple[str, str]]:
    with pytest.raises(ReleaseRefusedError) as caught:
        make_release(folder, on=on)
    return [(problem.code, str(problem)) for problem in caught.value.problems]


def test_a_release_is_the_pack(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    path = make_release(folder, on=ON)
    assert path == folder / "releases" / "2026.1.json"
    assert pack_of(path.read_bytes()) == load_pack(folder)
    assert [each.name for each in path.parent.iterdir()] == ["2026.1.json"]


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one" / "kite"), write(tmp_path / "other" / "kite")
    assert make_release(one, on=ON).read_bytes() == make_release(other, on=ON).read_bytes()


def test_a_version_is_never_written_twice(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    path = make_release(folder, on=ON)
    path.write_bytes(b"kept")
    ((code, told),) = refused(folder)
    assert code == "version-taken"
    assert "give this one a new version" in told
    assert path.read_bytes() == b"kept"


def test_a_version_below_the_newest(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite", None)
    write(folder, {"releases/2026.10.json": "{}", "releases/2026.9.json": "{}", "releases/notes.json": "{}"})
    assert [code for code, _ in refused(folder)] == ["version-order"]
    assert "2026.10 was released already" in refused(folder)[0][1]


def test_a_pack_with_problems(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "rules/lending.yaml", "effect: holds", "effect: hold")
    with pytest.raises(PackProblems) as caught:
        make_release(folder, on=ON)
    assert not isinstance(caught.value, ReleaseRefusedError)
    assert not (folder / "releases").exists()


def test_a_source_past_its_review(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "sources.yaml", "review_by: 2027-01-01", "review_by: 2026-01-09")
    ((code, told),) = refused(folder)
    assert code == "review-due"
    assert "sources.yaml:1:11" in told
    assert make_release(folder, on=dt.date(2026, 1, 9)).exists(), "the day itself still counts"


def test_a_source_that_nothing_cites_may_be_due(tmp_path: Path) -> None:
    idle = "- source: idle\n  title: t\n  kind: act\n  publisher: p\n  standing: read\n  review_by: 2020-01-01\n"
    folder = write(tmp_path / "kite")
    path = folder / "sources.yaml"
    path.write_text(path.read_text() + idle, encoding="utf-8")
    assert make_release(folder, on=ON).exists()


def test_a_release_says_what_is_new(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "pack.toml", 'changes = "First release."\n', "")
    assert [code for code, _ in refused(folder)] == ["missing-key"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("outcome: may-share", "outcome: weigh", "the outcome is `may-share`, not `weigh`"),
        ("applied: [lend]", "applied: [no-storm]", "the rule `no-storm` does not apply"),
        ("not-applied: [mend-first]", "not-applied: [lend]", "the rule `lend` applies"),
        ("not-applied: [mend-first]", "overridden: [mend-first]", "the rule `mend-first` is not overridden"),
        ("not-applied: [mend-first]", "open: [storm]", "`storm` is not open"),
        ("on: 2026-01-05\n  facts", "on: 2019-01-05\n  facts", "the safeguard `gloves` is not there"),
        ("outcome: must-not-share", "outcome: may-share", "the outcome is `must-not-share`, not `may-share`"),
    ],
)
def test_a_case_that_fails(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = changed(tmp_path / "kite", "cases/lending.yaml", old, new)
    found = refused(folder)
    assert {code for code, _ in found} == {"case-fails"}
    assert any(told in text and "cases/lending.yaml:" in text for _, text in found)


def test_parts_of_a_case_are_determinations(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path / "kite"))
    storm = next(case for case in pack.cases if case.items)
    assert len(determinations_of(pack, storm)) == 2
    assert [failures_of(pack, case) for case in pack.cases] == [()] * len(pack.cases)


def test_a_local_pack_is_released_with_the_cases_of_the_pack_below(tmp_path: Path) -> None:
    """The national case gets the national answer, though the local rule would change it."""
    write(tmp_path / "kite")
    folder = write(tmp_path / "beach", LOCAL)
    assert len(pack_of(make_release(folder, on=ON).read_bytes()).cases) == 5


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    (folder / "releases").write_text("in the way", encoding="utf-8")
    assert [code for code, _ in refused(folder)] in (["version-taken"], ["unwritable"])


def test_a_release_is_that_of_the_codec(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    assert make_release(folder, on=ON).read_bytes() == release_of(load_pack(folder))


@pytest.mark.parametrize(
    ("fault", "code"), [(FileExistsError(), "version-taken"), (PermissionError(1, "no"), "unwritable")]
)
def test_a_release_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, code: str
) -> None:
    """Another process may be first, and a disk may refuse: nothing half-written stays."""

    def fail(*_: object) -> None:
        raise fault

    folder = write(tmp_path / "kite")
    monkeypatch.setattr("os.link", fail)
    assert [each for each, _ in refused(folder)] == [code]
    assert list((folder / "releases").iterdir()) == []
