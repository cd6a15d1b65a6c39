"""Killed at any moment, the record says what was confirmed, and nothing by halves.

Bounded in `make test`; `make faults` makes a thousand decisions and kills as long as they last.
"""

from __future__ import annotations

import http.client
import os
import queue
import random
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.faults.deployment import Deployment
from tests.postgresql import programs

FULL = bool(os.environ.get("SHAREWELL_FAULTS"))
DECISIONS = int(os.environ.get("SHAREWELL_FAULTS") or 0) or 40
KILLS = 3
CLIENTS = 4
LONGEST = 1800 if FULL else 150


def kinds() -> list[str]:
    """The databases there are on this machine."""
    try:
        programs()
    except RuntimeError:
        return ["sqlite"]
    return ["sqlite", "postgresql"]


@pytest.fixture(params=kinds())
def deployment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Deployment]:
    """A deployment that is gone after the test."""
    made = Deployment(tmp_path, request.param)
    yield made
    made.stop()


class Practitioners:
    """Several people who decide at once, and send a form again until they are told that it is recorded."""

    def __init__(self, deployment: Deployment, prepared: dict[str, object], waiting: list[dict[str, str]]) -> None:
        self._deployment = deployment
        self._who = {name: str(prepared[name]) for name in ("who", "organisation")}
        self._forms: queue.SimpleQueue[dict[str, str]] = queue.SimpleQueue()
        for each in waiting:
            self._forms.put({**each, "once": str(uuid.uuid4())})
        self.confirmed: dict[str, str] = {}
        self.sent_again = 0
        self.refused: list[str] = []
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(CLIENTS)]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    @property
    def busy(self) -> bool:
        """Whether there is still something to decide."""
        return any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while not self._forms.empty():
            try:
                form = self._forms.get_nowait()
            except queue.Empty:
                return
            while not self._sent(form):
                self.sent_again += 1
                time.sleep(0.05)

    def _sent(self, form: dict[str, str]) -> bool:
        try:
            status, said = self._deployment.post(f"/decide?{urlencode({**form, **self._who})}")
        except (OSError, http.client.HTTPException):
            return False
        if status == 200:
            self.confirmed[form["once"]] = said
        elif status != 503:
            self.refused.append(said)
        return status != 503


@pytest.mark.slow
@pytest.mark.parametrize("victim", ["server", "database"])
def test_nothing_confirmed_is_lost_and_nothing_is_half_there(deployment: Deployment, victim: str) -> None:
    if victim == "database" and deployment.cluster is None:
        return  # SQLite dies with the server
    chance = random.Random()  # noqa: S311  the moments are to differ from run to run
    prepared = deployment.work("prepare", str(DECISIONS))
    deployment.start()
    people = Practitioners(deployment, prepared, prepared["waiting"])
    people.start()
    killed, until = 0, time.monotonic() + LONGEST
    while people.busy and time.monotonic() < until:
        time.sleep(chance.uniform(0.05, 0.6 if not FULL else 2.0))
        if killed < KILLS or FULL:
            killed += 1
            if victim == "server":
                deployment.kill_the_server()
                deployment.start()
            else:
                deployment.kill_the_database()
    assert not people.busy, "not everything was decided in time"
    found = deployment.work("check")
    print(f"{victim}: {DECISIONS} decisions, killed {killed} times, {people.sent_again} sent again")  # noqa: T201
    assert found["faults"] == []
    assert people.refused == []
    assert found["decided"] == people.confirmed
    assert len(people.confirmed) == found["grounds"] == DECISIONS
    assert found["written_down"] == dict.fromkeys(people.confirmed.values(), 1)
    assert found["size"] == found["entries"]
    assert killed


@pytest.mark.slow
def test_one_form_sent_by_many_at_once_is_one_decision(deployment: Deployment) -> None:
    prepared = deployment.work("prepare", "2")
    deployment.start()
    people = Practitioners(deployment, prepared, [])
    form = {**prepared["waiting"][0], "once": str(uuid.uuid4())}
    for _ in range(12):
        people._forms.put(form)
    for _ in range(6):  # and another form for a request that is decided by then, or first
        people._forms.put({**prepared["waiting"][0], "once": str(uuid.uuid4())})
    people.start()
    until = time.monotonic() + 60
    while people.busy and time.monotonic() < until:
        time.sleep(0.05)
    found = deployment.work("check")
    assert found["faults"] == []
    assert len(found["decided"]) == found["grounds"] == 1
    assert all("ChangedMeanwhile" in each for each in people.refused)
