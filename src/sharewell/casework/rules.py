"""The rules that a use case works under, as a door hands them in: casework reads no packs from disk."""

from __future__ import annotations

from typing import Protocol

from sharewell.policy.compile import Compiled
from sharewell.policy.edition import Edition
from sharewell.policy.pack import Pack


class Rules(Protocol):
    """A pack, what of it is in force on the day, and the fast reading of that."""

    @property
    def pack(self) -> Pack:
        """The pack, with all its days."""

    @property
    def edition(self) -> Edition:
        """What is in force on the day."""

    @property
    def compiled(self) -> Compiled:
        """The fast reading."""
