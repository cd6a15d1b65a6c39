"""The pages about the command line say what it does."""

from __future__ import annotations

import re

from sharewell.cli.reference import page
from tests.cli.drive import ROOT
from tests.cli.test_determine import SHAPE

REFERENCE = ROOT / "docs" / "reference"


def test_the_reference_is_as_the_help() -> None:
    written = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    assert written == page(), "python -m sharewell.cli.reference > docs/reference/cli.md"


def test_every_key_of_the_answer_is_described() -> None:
    described = re.findall(r"`(\w+)`", (REFERENCE / "determine.md").read_text(encoding="utf-8"))
    keys = set(SHAPE) | {
        key for part in SHAPE.values() if isinstance(part, list) and isinstance(part[0], dict) for key in part[0]
    }
    assert keys <= set(described)
