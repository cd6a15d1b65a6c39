"""The world that is attacked, once for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from sharewell.casework.acting import Acting
from sharewell.register.organisation import Organisation
from tests.attack.world import World, a_world
from tests.casework.conftest import alice, bob, charlie, clinic, school
from tests.web.conftest import clock
from tests.web.signing import Clock

__all__ = ["alice", "bob", "charlie", "clinic", "clock", "school"]


@pytest.fixture
def world(
    clock: Clock,
    settings: Settings,
    tmp_path: Path,
    school: Organisation,
    clinic: Organisation,
    alice: Acting,
    bob: Acting,
) -> World:
    settings.SHAREWELL_FILES = str(tmp_path / "files")
    settings.SHAREWELL_SCANNER = ""
    return a_world(school, clinic, alice, bob)
