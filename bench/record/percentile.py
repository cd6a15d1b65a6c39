"""Latencies as they are told: in milliseconds, by how many were quicker."""

from __future__ import annotations

from collections.abc import Sequence


def told(latencies: Sequence[float]) -> dict[str, float]:
    """Half, nineteen in twenty, ninety-nine in a hundred, the worst; in milliseconds."""
    ordered = sorted(latencies)
    at = {name: ordered[min(len(ordered) - 1, int(len(ordered) * part))] for name, part in
          (("p50_ms", 0.5), ("p95_ms", 0.95), ("p99_ms", 0.99), ("max_ms", 1.0))}  # fmt: skip
    return {"requests": len(ordered), **{name: round(1e3 * value, 1) for name, value in at.items()}}
