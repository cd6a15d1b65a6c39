"""Several processes write at once: no change is lost, nothing is there twice, and the ledger has every one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.deployment import Deployment
from tests.faults.test_killed import FULL, kinds

PROCESSES, TIMES = (6, 100) if FULL else (3, 12)


@pytest.fixture(params=kinds())
def deployment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Deployment]:
    """A deployment that is gone after the test."""
    made = Deployment(tmp_path, request.param)
    yield made
    made.stop()


@pytest.mark.slow
def test_no_update_is_lost(deployment: Deployment) -> None:
    prepared = deployment.work("prepare", "0")
    with ThreadPoolExecutor(PROCESSES) as pool:
        given = (prepared["who"], prepared["organisation"], prepared["team"], str(TIMES))
        done = list(pool.map(lambda _: deployment.work("write", *given), range(PROCESSES)))
    found = deployment.work("check")
    assert len(done) == PROCESSES
    assert found["faults"] == []
    assert max(found["teams"].values()) == 1 + PROCESSES * TIMES
    assert len(found["teams"]) == 1 + PROCESSES * TIMES
    assert found["size"] == found["entries"]
