"""A pack with what it claims of itself, for the proofs."""

from __future__ import annotations

from pathlib import Path

from sharewell.authoring import load_pack
from sharewell.policy.claim import Claims
from sharewell.policy.pack import Pack


def pack_with_claims(folder: Path) -> tuple[Pack, Claims]:
    """The pack of a folder and its claims."""
    pack = load_pack(folder)
    return pack, pack.claims
