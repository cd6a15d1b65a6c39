"""The packs that are shipped: they load, and the coverage page tells of every row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sharewell.policy.outcome import Outcome
from tests.packs.shipped import PACKS, ROOT, pack

ROWS = Path(__file__).with_name("coverage_rows.txt")
PAGE = ROOT / "docs" / "reference" / "coverage.md"
STATUSES = ("encoded", "elsewhere", "not encodable")


@pytest.mark.parametrize("name", PACKS)
def test_the_pack_loads_with_no_problems(name: str) -> None:
    assert pack(name).rules


def rows() -> list[str]:
    """The rows of the two domain tables that the packs have to answer for, one a line."""
    return [line.strip() for line in ROWS.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]


def page() -> list[list[str]]:
    """The rows of the tables of the coverage page: row, status, by what."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0].lower() != "row" and not set(row[0]) <= {"-", ":"}]


def test_every_row_is_on_the_coverage_page_once() -> None:
    told = [row[0] for row in page()]
    assert sorted(told) == sorted(rows())
    assert len(set(told)) == len(told)


def test_every_row_has_a_status() -> None:
    assert [row for row in page() if len(row) < 3 or row[1] not in STATUSES or not row[2]] == []


def test_what_encodes_a_row_exists() -> None:
    """Everything named in backquotes on an encoded row is an outcome or a name of one of the packs."""
    known: set[str] = set(Outcome)
    for each in map(pack, PACKS):
        known.update([fact.name for fact in each.facts] + [finding.name for finding in each.findings])
        known.update([rule.name for rule in each.rules] + [source.name for source in each.sources])
        known.update([step.name for step in each.safeguards] + [basis.name for basis in each.bases])
        known.update([advice.name for advice in each.advice] + [myth.name for myth in each.myths])
        known.update(exclusion.name for exclusion in each.exclusions)
    encoded = {row[0]: re.findall(r"`([^`]+)`", row[2]) for row in page() if row[1] == "encoded"}
    assert [row for row, named in encoded.items() if not named] == []
    assert {row: strange for row, named in encoded.items() if (strange := set(named) - known)} == {}
