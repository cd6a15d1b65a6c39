"""`python -m bench.record`: fills both databases, and measures pages, search, appending and verifying at that size.

By the project's own environment. What it fills is kept in a folder (--keep) or removed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.machine import machine
from bench.record.pages import children, searches
from tests.faults.deployment import Deployment

REPORT = Path(__file__).parents[1] / "report" / "record.json"
PAGES = {"child": "/children/{child}/", "who looked": "/children/{child}/looked/"}
TARGETS = {"page_p99_ms": 100, "search_p99_ms": 200, "rate": 20}


def main() -> int:
    """Measure, print and write the figures."""
    chosen = argparse.ArgumentParser(prog="python -m bench.record")
    chosen.add_argument("--children", type=int, default=10_000)
    chosen.add_argument("--entries", type=int, default=1_000_000)
    chosen.add_argument("--rate", type=int, default=20, help="requests a second (at most 50)")
    chosen.add_argument("--seconds", type=int, default=30, help="how long each (at most 60)")
    chosen.add_argument(
        "--on", choices=["sqlite", "postgresql"], action="append", help="which database; both by default"
    )
    chosen.add_argument("--verify", action="store_true", help="verify the whole ledger as well")
    chosen.add_argument("--out", type=Path, default=REPORT)
    given = chosen.parse_args()
    before = json.loads(given.out.read_text("utf-8")) if given.out.exists() else {}
    figures: dict[str, Any] = {**before, "machine": machine(), "targets": TARGETS}
    for kind in given.on or ["sqlite", "postgresql"]:
        figures[kind] = measured(kind, given)
        given.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    return 0


def measured(kind: str, given: argparse.Namespace) -> dict[str, Any]:
    """All figures of one database."""
    folder = Path(tempfile.mkdtemp(prefix="sharewell-bench-"))
    deployment = Deployment(folder, kind)
    try:
        print(f"[record] filling {kind}: {given.children} children, {given.entries} entries", flush=True)
        filled = json.loads(deployment.python("-m", "bench.record.fill", str(given.children), str(given.entries)))
        signed_in = filled.pop("signed_in")
        if kind == "postgresql":
            deployment.python("-c", _SETTLE)
        figures: dict[str, Any] = {"children": given.children, "filled": filled, "size_mb": _size(deployment)}
        deployment.python("-m", "django", "collectstatic", "--noinput", "--verbosity", "0")
        deployment.start(application="sharewell.config.wsgi:application")
        rate, seconds = min(given.rate, 50), min(given.seconds, 60)
        for name, path in PAGES.items():
            print(f"[record] {kind}: {name}, {rate} a second", flush=True)
            children(deployment.port, signed_in, path=path, rate=rate, seconds=3)  # warm
            before = deployment.server_seconds
            figures[name] = children(deployment.port, signed_in, path=path, rate=rate, seconds=seconds)
            figures[name]["server_cpu_ms"] = _each(deployment.server_seconds - before, figures[name])
        print(f"[record] {kind}: search, {rate} a second", flush=True)
        before = deployment.server_seconds
        figures["search"] = searches(deployment.port, signed_in, rate=rate, seconds=seconds)
        figures["search"]["server_cpu_ms"] = _each(deployment.server_seconds - before, figures["search"])
        deployment.kill_the_server()
        print(f"[record] {kind}: the ledger", flush=True)
        more = ["--verify"] if given.verify else []
        figures["ledger"] = json.loads(deployment.python("-m", "bench.record.ledger", *more))
        return figures
    finally:
        deployment.stop()
        shutil.rmtree(folder, ignore_errors=True)


#: What a server does by itself within minutes of a load as large as this one, and does not do beside the measurement.
_SETTLE = """
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("VACUUM ANALYZE")
    cursor.execute("CHECKPOINT")
"""


def _each(seconds: float, figures: dict[str, Any]) -> float:
    """Milliseconds of the server's processor for each page: what a busy machine does not change much."""
    return round(1e3 * seconds / figures["requests"], 1)


def _size(deployment: Deployment) -> float:
    folder = deployment.cluster.data if deployment.cluster else deployment.folder
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 0)


if __name__ == "__main__":
    sys.exit(main())
