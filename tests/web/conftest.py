"""People and a clock for tests of signed-in pages. The guide's tests use none of them."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.casework.conftest import NOW, alice, bob, charlie, clinic, school
from tests.web.signing import Clock

__all__ = ["alice", "bob", "charlie", "clinic", "clock", "school"]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The pages' clock, standing at the moment at which Alice, Bob and Charlie act: set `clock.at` to move it."""
    made = Clock(NOW)
    monkeypatch.setattr(timezone, "now", made)
    return made
