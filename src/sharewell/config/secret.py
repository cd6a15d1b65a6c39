"""The key that signs: from the environment, or made once and kept beside the embedded database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret_key(data: Path) -> str:
    """`SHAREWELL_SECRET_KEY`, or else one of this machine's own, readable by its owner alone."""
    if given := os.environ.get("SHAREWELL_SECRET_KEY"):
        return given
    kept = data / "secret-key"
    try:
        return kept.read_text(encoding="ascii")
    except FileNotFoundError:
        data.mkdir(parents=True, exist_ok=True)
        key = secrets.token_urlsafe(48)
        try:
            handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return kept.read_text(encoding="ascii")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key)
        return key
