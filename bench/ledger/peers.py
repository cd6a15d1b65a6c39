"""What else does the same: the definition as it is written, and rfc8785 (Apache-2.0) for canonical JSON.

Of trees for Python, pymerkle is GPL, merklelib (MIT) does not run on Python 3.10 and later, and those that are newer
need 3.12.

A verifier that only recomputes is here too: it reads everything, works the root out and says yes or no, without saying
what is wrong. It is the least that any verification in Python has to do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence

from bench.ledger.made import TRUST
from sharewell.ledger.checkpoint import open_checkpoint


def by_the_book(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962 §2.1 as it is written."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + by_the_book(leaves[:half]) + by_the_book(leaves[half:])).digest()


def recompute(lines: Iterable[bytes]) -> bool:
    """Whether the last checkpoint has the root over all entries: json, a list of leaves, the definition."""
    leaves, note = [], ""
    for line in lines:
        told = json.loads(line)
        if "sequence" in told:
            leaves.append(hashlib.sha256(b"\x00" + line[:-1]).digest())
        elif "checkpoint" in told:
            note = told["checkpoint"]
    checkpoint = open_checkpoint(note, TRUST.keys, TRUST.check)
    return checkpoint.size == len(leaves) and checkpoint.root == by_the_book(leaves)


def canonicalizer() -> Callable[[object], bytes] | None:
    """rfc8785, if it is here."""
    try:
        from rfc8785 import dumps
    except ImportError:
        return None
    return dumps  # type: ignore[no-any-return]
