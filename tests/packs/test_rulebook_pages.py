"""The rulebook in the documentation is the one that the packs give."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sharewell.authoring.rulebook import rendered, rulebook
from sharewell.replay.shelf import open_pack

PAGES = Path(__file__).parents[2] / "docs" / "reference" / "rulebook"
DAY = dt.date(2026, 11, 23)


def test_the_rulebook_is_true():
    """Mend with `sharewell pack rulebook --pack hampshire --on 2026-11-23 --to docs/reference/rulebook --format md`."""
    said = rendered(rulebook(open_pack("hampshire"), on=DAY), ("md",))
    assert {path.name for path in PAGES.iterdir()} == set(said)
    stale = [name for name, text in said.items() if (PAGES / name).read_text(encoding="utf-8") != text]
    assert stale == []
