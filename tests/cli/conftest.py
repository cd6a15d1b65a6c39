"""The toy packs on the shelf; a test that wants the real ones says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.drive import TOYS


@pytest.fixture(autouse=True)
def toys(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put the toy packs on the shelf."""
    with pytest.MonkeyPatch.context() as patch:
        if "real_packs" not in request.fixturenames:
            patch.setenv("SHAREWELL_PACKS", str(TOYS))
        yield


@pytest.fixture
def real_packs() -> None:
    """Use the packs of this house."""
