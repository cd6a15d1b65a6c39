"""The benchmarks that Sharewell's performance claims rest on, with its peers beside it in one run.

`python -m bench` measures and writes `bench/report/`. Ratios between contestants of one run count; microseconds do not.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if find_spec("sharewell") is None:  # the bench environment holds the peers; Sharewell itself may be read from the tree
    sys.path.insert(0, str(ROOT / "src"))
