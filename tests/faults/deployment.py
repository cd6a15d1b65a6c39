"""A real deployment for a test to break: its own folder, its own database, a server process that can be killed."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg

from tests.postgresql import Cluster

ROOT = Path(__file__).parents[2]


class Deployment:
    """One deployment on a database of the kind named: `sqlite` or `postgresql`."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder
        self.cluster = Cluster(safe=True) if kind == "postgresql" else None
        self._server: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        passed = {name: os.environ[name] for name in ("PATH", "HOME", "PG_BIN") if name in os.environ}
        self.environment = {
            **passed,
            "DJANGO_SETTINGS_MODULE": "sharewell.config.settings",
            "PYTHONPATH": str(ROOT),
            "SHAREWELL_DATA": str(folder),
            "SHAREWELL_SECRET_KEY": "only-for-tests-" + "x" * 40,
        }
        self.serving = dict(self.environment)
        if self.cluster:
            _two_sign_ins(self.cluster)
            where = f"/sharewell?host={self.cluster.folder}"
            self.environment["SHAREWELL_DATABASE"] = f"postgresql://sharewell_owner@{where}"
            self.serving["SHAREWELL_DATABASE"] = f"postgresql://sharewell_pages@{where}"
        self.python("-m", "django", "migrate", "--verbosity", "0")

    def python(self, *arguments: str, check: bool = True) -> str:
        """Run Python with the settings of this deployment; what it wrote."""
        done = subprocess.run(
            [sys.executable, *arguments], env=self.environment, cwd=ROOT, capture_output=True, check=False, text=True
        )
        if check and done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        return done.stdout

    def work(self, *arguments: str) -> Any:
        """What `tests.faults.work` says."""
        return json.loads(self.python("-m", "tests.faults.work", *arguments))

    def start(self, application: str = "tests.faults.server:application") -> None:
        """Start the server, and wait until it answers."""
        granian = str(Path(sys.executable).with_name("granian"))
        self._server = subprocess.Popen(
            [
                granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "1",
                "--blocking-threads", "4", "--no-access-log", "--log-level", "error", application,
            ],
            env=self.serving,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.post("/")[0] < 500:
                    return
            time.sleep(0.05)
        raise RuntimeError("the server does not answer")

    @property
    def server_seconds(self) -> float:
        """The processor time that the server has used so far."""
        ticks = 0
        for each in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError, IndexError, ValueError):
                told = each.read_text(encoding="utf-8").rpartition(")")[2].split()
                if self._server is not None and int(told[2]) == self._server.pid:
                    ticks += int(told[11]) + int(told[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def post(self, path: str) -> tuple[int, str]:
        """Ask for something; status and text.

        Raises: OSError or HTTPException where nobody answers, or stops in the middle of it.
        """
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            asked.request("POST", path)
            answer = asked.getresponse()
            return answer.status, answer.read().decode()
        finally:
            asked.close()

    def kill_the_server(self) -> None:
        """Kill every process of it at once, wherever each may be."""
        if self._server is not None:
            os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait()
            self._server = None

    def kill_the_database(self) -> None:
        """Kill every process of PostgreSQL at once, and start it again."""
        assert self.cluster is not None
        first = self.cluster.process
        for each in [first, *_children(first)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        until = time.monotonic() + 30
        while True:
            try:
                self.cluster.start()
            except RuntimeError:  # the last of the killed is not gone yet
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)
            else:
                return

    def stop(self) -> None:
        """Leave nothing."""
        self.kill_the_server()
        if self.cluster:
            self.cluster.stop()


def _two_sign_ins(cluster: Cluster) -> None:
    """As docs/how-to/postgresql.md has it: one that owns the tables, one for the pages, neither a superuser."""
    with psycopg.connect(host=str(cluster.folder), user="postgres", dbname="postgres", autocommit=True) as known:
        for sql in (
            "CREATE ROLE sharewell_service NOLOGIN",
            "CREATE ROLE sharewell_owner LOGIN",
            "CREATE ROLE sharewell_pages LOGIN IN ROLE sharewell_service",
            "GRANT sharewell_service TO sharewell_owner",
            "CREATE DATABASE sharewell OWNER sharewell_owner",
        ):
            known.execute(sql)


def _children(process: int) -> list[int]:
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            if int(each.read_text(encoding="utf-8").rpartition(")")[2].split()[1]) == process:
                found.append(int(each.parent.name))
    return found


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
