"""Every field that good practice asks for has a home, and docs/reference/the-record.md says which."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/reference/the-record.md"
WANTED = Path(__file__).with_name("record_fields.txt")
_ROW = re.compile(r"^\| (?!Field|---)(.+?) \| (.+) \|$", flags=re.MULTILINE)


def rows(part: str) -> dict[str, list[str]]:
    """Field to homes, for one part of the page."""
    text = PAGE.read_text(encoding="utf-8").partition(f"\n## {part}\n")[2].partition("\n## ")[0]
    return {field: re.findall(r"`([^`]+)`", homes) for field, homes in _ROW.findall(text)}


def wanted() -> list[tuple[str, list[str]]]:
    """Each part, and words of each of its fields."""
    lines = [line for line in WANTED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [
        (part, [each.strip() for each in words.split("|")])
        for part, _, words in (line.partition(":") for line in lines)
    ]


@pytest.mark.parametrize(("part", "fields"), wanted())
def test_nothing_is_missing(part: str, fields: list[str]) -> None:
    found = [field.lower() for field in rows(part)]
    assert len(found) == len(fields)
    assert [words for words, field in zip(fields, found, strict=True) if words not in field] == []


@pytest.mark.parametrize("part", [part for part, _ in wanted()])
def test_every_home_is_there(part: str) -> None:
    for field, homes in rows(part).items():
        assert homes, field
        for home in homes:
            model, _, name = home.partition(".")
            try:
                apps.get_model("register", model)._meta.get_field(name)
            except (LookupError, FieldDoesNotExist):
                pytest.fail(f"{field}: there is no {home}")
