"""What the figures were measured on, and with which versions."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench import ROOT

PEERS = (
    "cedarpy",
    "gordon-to-regorus",
    "zen-engine",
    "datalogic-py",
    "OpenFisca-Core",
    "polars",
    "duckdb",
    "numpy",
    "numba",
    "z3-solver",
)


def machine() -> dict[str, str]:
    """The machine in a few words."""
    return {
        "processor": _line("/proc/cpuinfo", "model name") or platform.machine(),
        "cores": str(os.cpu_count() or 0),
        "memory": f"{int((_line('/proc/meminfo', 'MemTotal') or '0 kB').split()[0]) / 2**20:.0f} GiB",
        "load": " ".join(f"{each:.1f}" for each in os.getloadavg()),
        "python": platform.python_version(),
        "commit": _commit(),
    }


def versions() -> dict[str, str]:
    """The peers and their versions; a peer that is not installed says so."""
    found = {}
    for name in PEERS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


def _line(path: str, key: str) -> str:
    for line in Path(path).read_text().splitlines() if Path(path).exists() else ():
        if line.startswith(key):
            return line.split(":", 1)[1].strip()
    return ""


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    return done.stdout.strip() or "unknown"
