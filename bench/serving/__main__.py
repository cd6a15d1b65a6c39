"""`python -m bench.serving`, by the project's own environment: starts the server as `make run` does and loads it.

The load is open-loop: requests leave at fixed moments whether or not earlier ones came back, and a latency counts from
the moment at which its request should have left, so that a stall is not hidden. It is bounded in rate and time and goes
to 127.0.0.1 alone.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from bench.serving.walk import Step, walk

HERE = Path(__file__).parent
REPORT = HERE.parent / "report" / "serving.json"
HOST = "127.0.0.1"


def main() -> int:
    """Measure, print and write the figures."""
    chosen = argparse.ArgumentParser(prog="python -m bench.serving")
    chosen.add_argument("--rate", type=int, default=100, help="requests a second (at most 200)")
    chosen.add_argument("--seconds", type=int, default=15, help="how long (at most 60)")
    told = chosen.parse_args()
    rate, seconds = min(told.rate, 200), min(told.seconds, 60)
    port = _free_port()
    started = time.perf_counter()
    server = subprocess.Popen(
        [
            str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", HOST, "--port", str(port),
            "--workers", "1", "--blocking-threads", "4", "--no-access-log", "--log-level", "warning",
            "sharewell.config.wsgi:application",
        ],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "sharewell.config.settings"},
    )  # fmt: skip
    try:
        cold = _first_answer(port, started, server)
        steps = walk(HOST, port)
        print(f"[serving] cold start {cold:.2f} s; {len(steps)} question pages walked; loading", flush=True)
        latencies, failed = load(port, steps, rate, seconds)
    finally:
        server.terminate()
        server.wait(10)
    figures = {
        "cold_start_s": round(cold, 2),
        "rate": rate,
        "seconds": seconds,
        "requests": len(latencies),
        "failed": failed,
        "p50_ms": round(1e3 * latencies[len(latencies) // 2], 1),
        "p95_ms": round(1e3 * latencies[int(len(latencies) * 0.95)], 1),
        "p99_ms": round(1e3 * latencies[int(len(latencies) * 0.99)], 1),
        "max_ms": round(1e3 * latencies[-1], 1),
        "targets": {"cold_start_s": 3, "p99_ms": 100},
    }
    print(json.dumps(figures, indent=1))
    REPORT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def load(port: int, steps: list[Step], rate: int, seconds: int) -> tuple[list[float], int]:
    """Latencies in seconds, sorted, and how many answers were not the page."""
    begin = time.perf_counter() + 0.2
    failed = 0

    def worker(number: int, workers: int = 8) -> tuple[list[float], int]:
        connection = http.client.HTTPConnection(HOST, port, timeout=10)
        took, bad = [], 0
        for i in range(number, rate * seconds, workers):
            due = begin + i / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            step = steps[i % len(steps)]
            connection.request("POST", "/check/", urlencode(step, doseq=True), HEADERS)
            answer = connection.getresponse()
            answer.read()
            bad += answer.status != http.client.OK
            took.append(time.perf_counter() - due)
        connection.close()
        return took, bad

    with ThreadPoolExecutor(8) as pool:
        parts = list(pool.map(worker, range(8)))
    failed = sum(bad for _, bad in parts)
    return sorted(each for took, _ in parts for each in took), failed


HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def _first_answer(port: int, started: float, server: subprocess.Popen[bytes]) -> float:
    """Seconds from the start of the process to the first whole page."""
    while time.perf_counter() - started < 60:
        if server.poll() is not None:
            raise SystemExit("the server ended before it answered")
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=30)
            connection.request("GET", "/check/")
            if connection.getresponse().status == http.client.OK:
                return time.perf_counter() - started
        except OSError:
            time.sleep(0.02)
    raise SystemExit("no page within a minute")


def _free_port() -> int:
    with socket.socket() as held:
        held.bind((HOST, 0))
        return int(held.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit(main())
