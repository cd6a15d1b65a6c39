"""PostgreSQL for the tests: a cluster of its own, started for one run and gone after it.

With SHAREWELL_TEST_ON=postgresql, the process that starts pytest starts the cluster; the workers of a run in parallel
find it by the environment and have a database each. It listens on a socket in its own folder and nowhere else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

ON_POSTGRESQL = os.environ.get("SHAREWELL_TEST_ON") == "postgresql"
_STARTED: list[Cluster] = []


class Cluster:
    """One PostgreSQL of our own in a temporary folder. `safe` is as on a real server; without, it is fast."""

    def __init__(self, *, safe: bool = False) -> None:
        self.programs = programs()
        # Memory is faster; a cluster that is to survive being killed is on a disk as a real one is.
        memory = "/dev/shm" if not safe and os.access("/dev/shm", os.W_OK) else None  # noqa: S108  made by mkdtemp
        self.folder = Path(tempfile.mkdtemp(prefix="sharewell-pg-", dir=memory))
        self.folder.chmod(0o755)
        self._root = os.geteuid() == 0
        if self._root:  # PostgreSQL refuses to run as root
            shutil.chown(self.folder, "nobody", "nogroup")
        self._options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c max_connections=60"
        if not safe:
            self._options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        locale = ["-E", "UTF8", "--locale=C.UTF-8"]
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-N", "--no-instructions", *locale)
        self.start()

    @property
    def data(self) -> Path:
        """Where its files are."""
        return self.folder / "data"

    @property
    def environment(self) -> dict[str, str]:
        """What a client needs to find it."""
        return {"PGHOST": str(self.folder), "PGUSER": "postgres", "PGDATABASE": "postgres", "PGPORT": "5432"}

    @property
    def process(self) -> int:
        """The number of its first process."""
        return int((self.data / "postmaster.pid").read_text(encoding="ascii").split()[0])

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run("pg_ctl", "-D", self.data, "-w", "-s", "-l", self.folder / "log", "-o", self._options, "start")

    def stop(self) -> None:
        """Stop it at once and remove all of it."""
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "-s", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: object, check: bool = True) -> None:
        told = subprocess.run(
            [str(self.programs / program), *map(str, arguments)],
            check=False,
            cwd="/",  # whom it runs as may not enter ours
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            user="nobody" if self._root else None,
            group="nogroup" if self._root else None,
            extra_groups=[] if self._root else None,
        )
        if check and told.returncode:
            raise RuntimeError(f"{program} failed: {told.stderr.decode(errors='replace')[-600:]}")


def programs() -> Path:
    """Where PostgreSQL's programs are: PG_BIN, or Debian's newest.

    Raises: RuntimeError if there are none.
    """
    if named := os.environ.get("PG_BIN"):
        return Path(named)
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parent.parent.name))
    if not found:
        raise RuntimeError("no PostgreSQL on this machine: apt-get install postgresql, or name its programs in PG_BIN")
    return found[-1].parent


def pytest_configure(config: pytest.Config) -> None:
    """Start it once, in the process that starts the others."""
    if ON_POSTGRESQL and not hasattr(config, "workerinput") and not _STARTED:
        cluster = Cluster()
        _STARTED.append(cluster)
        os.environ.update(cluster.environment)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing."""
    while _STARTED:
        _STARTED.pop().stop()


def pytest_report_header() -> str:
    """Which database these tests are on."""
    return f"database: {'PostgreSQL' if ON_POSTGRESQL else 'SQLite'}"
