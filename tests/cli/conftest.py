"""The toy packs on the shelf; a test that wants the real ones says so."""

from __future__ import annotations

import pytest

from tests.cli.drive import TOYS


@pytest.fixture(autouse=True)
def toys(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the toy packs on the shelf."""
    if "real_packs" not in request.fixturenames:
        monkeypatch.setenv("SHAREWELL_PACKS", str(TOYS))


@pytest.fixture
def real_packs() -> None:
    """Use the packs of this house."""
