"""The key that signs the ledger's checkpoints: from the environment, or made once and kept beside the database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from sharewell.casework.signing import new_key

FILE = "ledger-key"


def ledger_key(data: Path) -> str:
    """`SHAREWELL_LEDGER_KEY`, or else one of this deployment's own, readable by its owner alone.

    A new key is named for `SHAREWELL_LEDGER_ORIGIN`, or for nobody in particular; it bears that name from then on.
    """
    if given := os.environ.get("SHAREWELL_LEDGER_KEY"):
        return given.strip()
    kept = data / FILE
    try:
        return kept.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        name = os.environ.get("SHAREWELL_LEDGER_ORIGIN") or f"sharewell.invalid/ledger/{secrets.token_hex(8)}"
        return _made(kept, new_key(name))


def _made(kept: Path, key: str) -> str:
    """The key in its file: ours, or that of another process that was quicker. Nobody ever sees half of one."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    ours = kept.with_name(f"{FILE}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(ours, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(f"{key}\n")
    try:
        os.link(ours, kept)
    except FileExistsError:
        return kept.read_text(encoding="ascii").strip()
    finally:
        ours.unlink()
    return key
