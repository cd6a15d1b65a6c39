"""No content of a pack, however strange, gives anything but a pack or its problems."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sharewell.authoring import PackProblems, Problem, load_pack
from sharewell.authoring.format import formatted
from sharewell.authoring.shape import FILES as SHAPES
from sharewell.authoring.shape import FOLDERS
from sharewell.policy.codec import pack_of, release_of
from tests.authoring.kite import FILES, write

NAMES = sorted(FILES)
WORDS = st.sampled_from(
    sorted({word for text in FILES.values() for word in text.replace(",", " ").split()})
    + sorted({key for shapes in (*SHAPES.values(), *FOLDERS.values()) for shape in shapes for key in shape.keys})
)
SCALARS = WORDS | st.text(max_size=8) | st.dates().map(str) | st.sampled_from(["", "*", "@", "not-known", "2026-02-30"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=3),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """One folder for many examples: each rewrites the file it changes."""
    made = Path(tempfile.mkdtemp())
    yield write(made / "kite")
    shutil.rmtree(made)


def loaded(folder: Path, name: str, raw: bytes) -> None:
    """Load the pack with one file replaced: it is a pack, or it has problems. The file is put back."""
    problems: tuple[Problem, ...] = ()
    try:
        (folder / name).write_bytes(raw)
        pack = load_pack(folder)
        assert pack_of(release_of(pack)) == pack
    except PackProblems as error:
        problems = error.problems
        told = str(error)
    finally:
        (folder / name).write_text(FILES[name], encoding="utf-8")
    if problems:
        assert all(problem.code and problem.what and problem.file for problem in problems)
        assert all(line.isprintable() for line in told.split("\n"))


@given(st.sampled_from(NAMES), st.binary(max_size=200))
def test_any_bytes(folder: Path, name: str, raw: bytes) -> None:
    loaded(folder, name, raw)


@given(st.sampled_from(NAMES), st.text(max_size=200))
def test_any_text(folder: Path, name: str, text: str) -> None:
    loaded(folder, name, text.encode("utf-8", "surrogatepass"))


@given(st.sampled_from(NAMES), st.integers(0, 4000), st.integers(0, 40), st.text(max_size=12))
def test_a_good_file_with_a_piece_torn_out(folder: Path, name: str, at: int, size: int, put: str) -> None:
    text = FILES[name]
    at %= len(text)
    loaded(folder, name, (text[:at] + put + text[at + size :]).encode("utf-8", "surrogatepass"))


@given(st.sampled_from([name for name in NAMES if name.endswith("yaml")]), st.lists(VALUES, max_size=4))
def test_any_structure(folder: Path, name: str, value: object) -> None:
    loaded(folder, name, yaml.safe_dump(value, allow_unicode=True).encode("utf-8", "surrogatepass"))


@given(st.sampled_from([name for name in NAMES if name.endswith("yaml")]), st.data())
def test_a_good_file_with_one_value_changed(folder: Path, name: str, data: st.DataObject) -> None:
    """Any value anywhere in a file becomes something else."""
    value = yaml.load(FILES[name], Loader=yaml.BaseLoader)  # noqa: S506 - our own text, and strings only
    inside = value
    while True:
        keys = list(range(len(inside))) if isinstance(inside, list) else list(inside)
        key = data.draw(st.sampled_from(keys))
        if not isinstance(inside[key], list | dict) or not inside[key] or data.draw(st.booleans()):
            inside[key] = data.draw(VALUES)
            break
        inside = inside[key]
    loaded(folder, name, yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass"))


@given(st.lists(VALUES, max_size=4), st.booleans(), st.integers(20, 120))
def test_any_structure_is_formatted_or_refused(value: object, flow: bool, width: int) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=width)
    try:
        once = formatted(text)
    except PackProblems:
        return
    assert formatted(once) == once


COMMENTED = st.lists(
    st.sampled_from(
        [
            "# a note",
            "",
            "- rule: x",
            "  reason: y  # why",
            "  effect: permits",
            "  cites:   # from",
            "    - {source: a, at: b}   # here",
            "    - source: b # there",
            "      at: c#d",
            "      # under",
            "    # odd",
            "  when: {all: [a, # in",
            "    b]}",
            "  todo: >-   # header",
            "    long # text",
            "    more",
            "  note: \"quoted # text\" # after",
            "  tags: # empty",
            "#tight",
        ]
    ),
    max_size=14,
).map(lambda lines: "".join(f"{line}\n" for line in lines))  # fmt: skip


@given(COMMENTED)
def test_comments_are_kept_wherever_they_are(text: str) -> None:
    try:
        once = formatted(text)
    except PackProblems:
        return
    assert formatted(once) == once
