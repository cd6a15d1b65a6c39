"""The frozen releases: what the packs say now, their digests true, and replayed without the code that wrote them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from sharewell.authoring import load_pack
from sharewell.replay.shelf import open_pack

PACKS = Path(__file__).parents[2] / "packs"

REPLAY = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("yaml", "z3", "numpy", "rich") or name.startswith("sharewell.authoring"):
            raise ImportError(f"{name} must not be needed to replay a release")
sys.meta_path.insert(0, Refuse())
from sharewell.policy.compile import compiled
from sharewell.replay.shelf import open_pack
pack = open_pack(sys.argv[1])
seen = 0
for case in pack.cases:
    if case.expect.outcome and not case.items and not case.recipients:
        edition = pack.on(case.on)
        if case.rule and case.rule not in {rule.name for rule in edition.rules}:
            continue  # dormant law, or a layer above: those cases have days and layers of their own
        compiled(edition).determine(dict(case.facts))
        seen += 1
    if seen == 40:
        break
print(seen)
"""


@pytest.mark.parametrize("name", ["england", "hampshire"])
def test_the_newest_release_is_what_the_pack_says(name):
    """A change to a pack needs a new version in pack.toml and a new release: releases are only ever added."""
    assert open_pack(name).digest == load_pack(PACKS / name).digest


@pytest.mark.parametrize(
    "path", sorted(PACKS.glob("*/releases/*.json")), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_a_release_is_named_by_its_digest(path):
    pack = open_pack(path.parts[-3], version=path.stem)
    assert pack.digest == "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
    assert pack.version == path.stem


@pytest.mark.parametrize("name", ["england", "hampshire"])
def test_a_release_is_replayed_without_the_authoring_code(name):
    said = subprocess.run([sys.executable, "-c", REPLAY, name], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert said.stdout.strip() == "40"
