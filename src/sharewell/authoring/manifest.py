"""The manifest: `pack.toml`, which says what a pack is called, which release it is and what it stands on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sharewell.authoring.names import check_name
from sharewell.authoring.node import Scalar
from sharewell.authoring.problem import Place, Problems, nearest
from sharewell.authoring.shape import PACK
from sharewell.authoring.text import read_bytes, text_of

_VERSION = re.compile(r"[0-9]{4}\.[1-9][0-9]{0,3}")
_AT = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `pack.toml` says. `places` tell where each key is written."""

    name: str
    version: str
    title: str
    first_day: date
    extends: str
    changes: str
    places: Mapping[str, Place]


def read_manifest(path: Path, problems: Problems) -> Manifest | None:
    """Read `pack.toml`, or tell why not."""
    file = str(path)
    raw = read_bytes(path, file, problems)
    text = None if raw is None else text_of(raw, file, problems)
    if text is None:
        return None
    try:
        read = tomllib.loads(text)
    except (ValueError, RecursionError, OverflowError) as error:
        found = _AT.search(str(error))
        place = Place(file, int(found[1]), int(found[2])) if found else Place(file)
        told = str(error).split(" (at ")[0] if isinstance(error, tomllib.TOMLDecodeError) else "it cannot be read"
        problems.add(place, "not-toml", f"this is not TOML: {told}")
        return None
    return _Reading(read, text, file, problems).manifest()


class _Reading:
    def __init__(self, read: Mapping[str, object], text: str, file: str, problems: Problems) -> None:
        self.read = read
        self.file = file
        self.problems = problems
        self.places: dict[str, Place] = {}
        for number, line in enumerate(text.split("\n"), start=1):
            if found := re.match(r"\s*([A-Za-z_-]+)\s*=\s*", line):
                self.places.setdefault(found[1], Place(file, number, found.end() + 1))

    def manifest(self) -> Manifest | None:
        before = len(self.problems.errors)
        for key in self.read:
            if key != "pack":
                self.tell(key, "unknown-key", f"pack.toml has no `{key[:40]}`", nearest(key, ["pack"]))
        table = self.read.get("pack")
        if not isinstance(table, dict):
            self.tell("pack", "missing-key", "pack.toml has no table `[pack]`")
            return None
        for key in table:
            if key not in PACK.keys:
                self.tell(key, "unknown-key", f"`[pack]` has no key `{key[:40]}`", nearest(key, PACK.keys))
        for key in PACK.keys:
            if key in PACK.required and key not in table:
                self.tell("pack", "missing-key", f"`[pack]` has no `{key}`")
        manifest = Manifest(
            name=self.name(table, "name"),
            version=self.version(table),
            title=self.text(table, "title"),
            first_day=self.day(table, "first_day"),
            extends=self.name(table, "extends"),
            changes=self.text(table, "changes"),
            places=self.places,
        )
        return manifest if len(self.problems.errors) == before else None

    def tell(self, key: str, code: str, what: str, hint: str = "") -> None:
        self.problems.add(self.places.get(key, Place(self.file)), code, what, written=key, hint=hint)

    def text(self, table: Mapping[str, object], key: str) -> str:
        value = table.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.tell(key, "wrong-shape", f"`{key}` is a text in quotes")
            return ""
        if not value.strip():
            self.tell(key, "empty", f"`{key}` is empty")
        return value.strip()

    def name(self, table: Mapping[str, object], key: str) -> str:
        text = self.text(table, key)
        if text:
            check_name(Scalar(text, self.places.get(key, Place(self.file))), self.problems)
        return text

    def version(self, table: Mapping[str, object]) -> str:
        version = self.text(table, "version")
        if version and not _VERSION.fullmatch(version):
            self.tell(
                "version", "bad-version", f"`{version[:40]}` is not a version", "write year.release, as in 2026.1"
            )
        return version

    def day(self, table: Mapping[str, object], key: str) -> date:
        value = table.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.tell(key, "not-a-day", f"`{key}` is a day, written 2008-10-01 without quotes")
        return date.min
